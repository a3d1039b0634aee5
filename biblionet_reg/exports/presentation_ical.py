"""A presentation as an iCalendar file: one event with its time and room, for anybody's calendar."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from biblionet_reg.exports.meeting_ical import calendar_file, calendar_text


@dataclass(frozen=True, slots=True)
class PresentationTime:
    """What the event says; `uid` stays the same for good, so the file of a newer version replaces an older one."""

    uid: str
    name: str
    place: str
    address: str
    starts_at: datetime
    ends_at: datetime
    changed_at: datetime
    is_withdrawn: bool


def presentation_calendar(presentation: PresentationTime) -> bytes:
    """Return the file."""
    return calendar_file(_lines(presentation))


def _lines(presentation: PresentationTime) -> Iterator[str]:
    yield f"UID:{presentation.uid}"
    yield f"DTSTAMP:{_moment(presentation.changed_at)}"
    yield f"DTSTART:{_moment(presentation.starts_at)}"
    yield f"DTEND:{_moment(presentation.ends_at)}"
    yield f"SUMMARY:{calendar_text(presentation.name)}"
    if presentation.place:
        yield f"LOCATION:{calendar_text(presentation.place)}"
    yield f"URL:{presentation.address}"
    if presentation.is_withdrawn:
        yield "STATUS:CANCELLED"


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
