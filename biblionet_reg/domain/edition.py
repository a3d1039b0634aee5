"""What an edition may be asked: is the call open, is registration open, on which days it meets."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.picture import Ground
from biblionet_reg.domain.text import LocalText


class OrganiserRole(StrEnum):
    """The part an organising body takes."""

    PROGRAMME = "programme"
    HOST = "host"
    EXECUTIVE = "executive"
    PATRON = "patron"


class WindowStatus(StrEnum):
    """Where a window of time stands, seen from one moment."""

    NOT_YET = "not_yet"
    OPEN = "open"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Window:
    """From `opens_at` (included) to `closes_at` (excluded), both aware; None leaves a side open."""

    opens_at: datetime | None
    closes_at: datetime | None

    def status(self, now: datetime) -> WindowStatus:
        if self.opens_at is not None and now < self.opens_at:
            return WindowStatus.NOT_YET
        if self.closes_at is not None and now >= self.closes_at:
            return WindowStatus.OVER
        return WindowStatus.OPEN


class WindowNotOpen(Refusal):
    """The call or the registration is not open at this moment."""

    def __init__(self, window: Window, status: WindowStatus) -> None:
        super().__init__(status)
        self.window = window
        self.status = status


class EditionClosed(Refusal):
    """The edition was closed by its organisers: nothing in it changes any more."""


def refuse_unless_open(window: Window, *, is_closed: bool, now: datetime) -> None:
    """Raise EditionClosed or WindowNotOpen when nothing is received at this moment: by the call, or by the registration."""
    if is_closed:
        raise EditionClosed
    status = window.status(now)
    if status is not WindowStatus.OPEN:
        raise WindowNotOpen(window, status)


def days_between(starts_on: date, ends_on: date) -> list[date]:
    """Return every day of the edition, the last one included."""
    return [starts_on + timedelta(days=n) for n in range((ends_on - starts_on).days + 1)]


@dataclass(frozen=True, slots=True)
class EditionFacts:
    """What documents print about an edition: plain data, in all its languages."""

    slug: str
    number: int | None
    series: LocalText
    meeting_kind: LocalText
    theme: LocalText
    idea: LocalText
    host_name: LocalText
    host_place: LocalText
    venue_name: LocalText
    venue_address: LocalText
    travel: LocalText
    stay: LocalText
    office_hours: LocalText
    organisers: tuple[tuple[OrganiserRole, LocalText], ...]
    contact_email: str
    contact_phone: str
    starts_on: date
    ends_on: date
    time_zone: str
    colour: str
    emblem_ground: Ground | None = None
    cover_alt: LocalText = LocalText()
    cover_credit: LocalText = LocalText()
