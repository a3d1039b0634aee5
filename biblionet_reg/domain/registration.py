"""The rules of a registration: its states, its roles, its consents, its places."""

from enum import StrEnum

from biblionet_reg.domain.errors import Refusal


class RegistrationState(StrEnum):
    """Stored state; waiting lists, approval and payment bring their own with their issues."""

    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


class ParticipantRole(StrEnum):
    """What a person comes as; it colours the band of the badge."""

    PARTICIPANT = "participant"
    PRESENTER = "presenter"
    ORGANISER = "organiser"
    GUEST = "guest"


#: Roles people may choose themselves; the others are given by organisers.
OPEN_ROLES = (ParticipantRole.PARTICIPANT, ParticipantRole.PRESENTER, ParticipantRole.GUEST)


class ConsentPurpose(StrEnum):
    """What a person may separately agree to; none is a condition for taking part."""

    NEEDS = "needs"
    PHOTOS = "photos"
    PARTICIPANT_LIST = "participant_list"
    NEXT_CALLS = "next_calls"


class EditionFull(Refusal):
    """Every place of the edition is taken."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class AlreadyRegistered(Refusal):
    """The same person (name and e-mail address) has a live registration in this edition."""

    field = "email"

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class RegistrationCancelled(Refusal):
    """The registration was cancelled: it can no longer be changed."""


def refuse_when_full(taken: int, limit: int | None) -> None:
    """Raise EditionFull when no place is left; no limit means no end of places."""
    if limit is not None and taken >= limit:
        raise EditionFull(limit)
