"""A meeting as an iCalendar file (RFC 5545): one event of whole days, for anybody's calendar."""

from collections.abc import Iterable, Iterator
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
    return calendar_file(_lines(meeting))


def calendar_file(event: Iterable[str]) -> bytes:
    """Return a file of one event, given as its lines."""
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//BiblioNet//BiblioNet//EN", "CALSCALE:GREGORIAN", "BEGIN:VEVENT")
    return "".join(f"{folded}\r\n" for line in (*head, *event, "END:VEVENT", "END:VCALENDAR") for folded in _folded(line)).encode()


def calendar_text(text: str) -> str:
    """Return `text` as a value of such a file."""
    return text.translate(_ESCAPES)


def _lines(meeting: MeetingDays) -> Iterator[str]:
    yield f"UID:{meeting.uid}"
    yield f"DTSTAMP:{meeting.changed_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{meeting.starts_on:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{meeting.ends_on + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{calendar_text(meeting.name)}"
    if meeting.place:
        yield f"LOCATION:{calendar_text(meeting.place)}"
    yield f"URL:{meeting.address}"
    yield "TRANSP:TRANSPARENT"


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
