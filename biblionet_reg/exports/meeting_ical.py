"""A meeting as an iCalendar file (RFC 5545): one event of whole days, for anybody's calendar."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

_LINE_BYTES = 75
_ESCAPES = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n", "\r": None})


@dataclass(frozen=True, slots=True)
class MeetingDays:
    """What the event says; `uid` stays the same for good, so a newer file replaces an older one."""

    uid: str
    name: str
    place: str
    address: str
    starts_on: date
    ends_on: date
    changed_at: datetime


def meeting_calendar(meeting: MeetingDays) -> bytes:
    """Return the file."""
    return "".join(f"{folded}\r\n" for line in _lines(meeting) for folded in _folded(line)).encode()


def _lines(meeting: MeetingDays) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//BiblioNet//BiblioNet//EN", "CALSCALE:GREGORIAN", "BEGIN:VEVENT")
    yield f"UID:{meeting.uid}"
    yield f"DTSTAMP:{meeting.changed_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{meeting.starts_on:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{meeting.ends_on + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{meeting.name.translate(_ESCAPES)}"
    if meeting.place:
        yield f"LOCATION:{meeting.place.translate(_ESCAPES)}"
    yield f"URL:{meeting.address}"
    yield from ("TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR")


def _folded(line: str) -> Iterator[str]:
    """A long line goes on in the next one behind a blank; a letter is never cut."""
    part, size = "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > _LINE_BYTES:
            yield part
            part, size = " ", 1
        part, size = part + letter, size + width
    yield part
