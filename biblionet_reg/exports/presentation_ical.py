"""A presentation as an event with its time and room."""

from dataclasses import dataclass
from datetime import datetime

from biblionet_reg.exports.ical import IcalEvent, ical_file, ical_moment


@dataclass(frozen=True, slots=True, kw_only=True)
class PresentationTime(IcalEvent):
    """The event of one presentation."""

    starts_at: datetime
    ends_at: datetime
    is_withdrawn: bool


def presentation_calendar(presentation: PresentationTime) -> bytes:
    """Return the file."""
    times = (f"DTSTART:{ical_moment(presentation.starts_at)}", f"DTEND:{ical_moment(presentation.ends_at)}")
    marks = ("STATUS:CANCELLED",) if presentation.is_withdrawn else ()
    return ical_file(presentation.lines(times=times, marks=marks))
