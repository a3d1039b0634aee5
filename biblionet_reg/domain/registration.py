"""The rules of a registration: its states, roles and consents, when it may be made, changed and cancelled."""

from collections.abc import Collection, Iterable
from datetime import date
from enum import StrEnum

from biblionet_reg.domain.edition import EditionClosed
from biblionet_reg.domain.errors import Refusal


class RegistrationState(StrEnum):
    """Stored state of a registration."""

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


class EditionOver(Refusal):
    """The last day of the edition is past: there is nothing left to cancel."""


class AlreadyRegistered(Refusal):
    """The same person (name and e-mail address) has a live registration in this edition."""

    field = "email"

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class AnotherRegistration(AlreadyRegistered):
    """A change would make this registration the same person's as another live one."""


class RegistrationCancelled(Refusal):
    """The registration was cancelled: it can no longer be changed."""


class NoDayChosen(Refusal):
    """A registration is for at least one of the edition's days."""

    field = "days"


class MealWithoutDay(Refusal):
    """A meal was chosen on a day the person does not come."""

    field = "meals"

    def __init__(self, day: date) -> None:
        super().__init__(day)
        self.day = day


class NeedsWithoutConsent(Refusal):
    """Dietary and access needs tell about health: they are kept only with their own consent."""

    field = "consent_needs"


def refuse_when_full(taken: int, limit: int | None) -> None:
    """Raise EditionFull when no place is left; no limit means no end of places."""
    if limit is not None and taken >= limit:
        raise EditionFull(limit)


def refuse_cancelling(ends_on: date, *, today: date, is_closed: bool) -> None:
    """Raise EditionClosed or EditionOver when a place can no longer be given back."""
    if is_closed:
        raise EditionClosed
    if today > ends_on:
        raise EditionOver


def refuse_days(chosen: Iterable[date], meal_days: Iterable[date]) -> None:
    """Raise NoDayChosen without a day, MealWithoutDay for a meal on a day that was not chosen."""
    days = set(chosen)
    if not days:
        raise NoDayChosen
    for day in sorted(set(meal_days) - days):
        raise MealWithoutDay(day)


def refuse_needs_without_consent(has_needs: bool, agreed: Collection[ConsentPurpose]) -> None:
    """Raise NeedsWithoutConsent when needs are told but nobody agreed that they are kept."""
    if has_needs and ConsentPurpose.NEEDS not in agreed:
        raise NeedsWithoutConsent
