"""Calendar files (RFC 5545): one event each, for anybody's calendar."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

_LINE_BYTES = 75
_ESCAPES = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n", "\r": None})


@dataclass(frozen=True, slots=True, kw_only=True)
class IcalEvent:
    """What every event says; `uid` stays the same for good, so a newer file replaces an older one."""

    uid: str
    name: str
    place: str
    address: str
    changed_at: datetime

    def lines(self, *, times: Iterable[str], marks: Iterable[str] = ()) -> Iterator[str]:
        """Yield the lines of the event, with when it is and what else is to be said of it."""
        yield f"UID:{self.uid}"
        yield f"DTSTAMP:{ical_moment(self.changed_at)}"
        yield from times
        yield f"SUMMARY:{ical_text(self.name)}"
        if self.place:
            yield f"LOCATION:{ical_text(self.place)}"
        yield f"URL:{self.address}"
        yield from marks


def ical_file(event: Iterable[str]) -> bytes:
    """Return a file of one event, given as its lines."""
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//BiblioNet//BiblioNet//EN", "CALSCALE:GREGORIAN", "BEGIN:VEVENT")
    return "".join(f"{folded}\r\n" for line in (*head, *event, "END:VEVENT", "END:VCALENDAR") for folded in _folded(line)).encode()


def ical_text(text: str) -> str:
    """Return `text` as a value of such a file."""
    return text.translate(_ESCAPES)


def ical_moment(moment: datetime) -> str:
    """Return `moment` as a value of such a file, which every calendar shows in the time of its own place."""
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


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
