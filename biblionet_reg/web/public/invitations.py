"""What the front page of an edition invites to, the nearest thing to do first."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from biblionet_reg.domain.edition import Window, WindowStatus
from biblionet_reg.domain.edition_stage import Stage
from biblionet_reg.models.edition import Edition

_NEVER = datetime.max.replace(tzinfo=UTC)


class Invitation(StrEnum):
    """To send a paper, to take part, to read the programme, to see what the meeting left."""

    CALL = "call"
    REGISTRATION = "registration"
    PROGRAMME = "programme"
    AFTERWARDS = "afterwards"


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation as it stands; `is_first` is what most people come for now."""

    to: Invitation
    status: str
    is_first: bool


def invitations(edition: Edition, now: datetime, stage: Stage, *, has_programme: bool, is_full: bool) -> list[Invited]:
    """Return what to invite to: what is open by its closing, the programme, what is not open yet, what is over."""
    if stage is Stage.OVER:
        return [Invited(Invitation.AFTERWARDS, "over", is_first=True)]
    windows = ((Invitation.CALL, edition.call), (Invitation.REGISTRATION, edition.registration))
    found = [(_status(edition, window, now, is_full=is_full and to is Invitation.REGISTRATION), window, to) for to, window in windows]
    kept = [one for one in found if one[0] != "over" or not (has_programme and one[2] is Invitation.CALL)]
    if has_programme:
        kept.append(("published", Window(None, None), Invitation.PROGRAMME))
    kept.sort(key=lambda one: (_ORDER.index(one[0]), one[1].closes_at or _NEVER))
    return [Invited(to, status, is_first=not at and status in {"open", "published"}) for at, (status, _window, to) in enumerate(kept)]


_ORDER = ("open", "published", "not_yet", "full", "over")


def _status(edition: Edition, window: Window, now: datetime, *, is_full: bool) -> str:
    if edition.closed_at:
        return "over"
    status = window.status(now)
    return "full" if is_full and status is WindowStatus.OPEN else status.value
