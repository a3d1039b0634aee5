"""Calendar files (RFC 5545): one event each, for anybody's calendar."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

_LINE_BYTES = 75
_ESCAPES = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n", "\r": None})


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
