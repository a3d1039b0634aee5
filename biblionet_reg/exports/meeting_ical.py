"""A meeting as an event of whole days."""

from dataclasses import dataclass
from datetime import date, timedelta

from biblionet_reg.exports.ical import IcalEvent, ical_file


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingDays(IcalEvent):
    """The event of a whole meeting."""

    starts_on: date
    ends_on: date


def meeting_calendar(meeting: MeetingDays) -> bytes:
    """Return the file."""
    times = (f"DTSTART;VALUE=DATE:{meeting.starts_on:%Y%m%d}", f"DTEND;VALUE=DATE:{meeting.ends_on + timedelta(days=1):%Y%m%d}")
    return ical_file(meeting.lines(times=times, marks=("TRANSP:TRANSPARENT",)))
