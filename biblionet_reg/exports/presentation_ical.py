"""A presentation as an event with its time and room."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from biblionet_reg.exports.ical import ical_file, ical_moment, ical_text


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
    return ical_file(_lines(presentation))


def _lines(presentation: PresentationTime) -> Iterator[str]:
    yield f"UID:{presentation.uid}"
    yield f"DTSTAMP:{ical_moment(presentation.changed_at)}"
    yield f"DTSTART:{ical_moment(presentation.starts_at)}"
    yield f"DTEND:{ical_moment(presentation.ends_at)}"
    yield f"SUMMARY:{ical_text(presentation.name)}"
    if presentation.place:
        yield f"LOCATION:{ical_text(presentation.place)}"
    yield f"URL:{presentation.address}"
    if presentation.is_withdrawn:
        yield "STATUS:CANCELLED"
