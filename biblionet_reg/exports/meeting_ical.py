"""A meeting as an event of whole days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from biblionet_reg.exports.ical import ical_file, ical_moment, ical_text


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
    return ical_file(_lines(meeting))


def _lines(meeting: MeetingDays) -> Iterator[str]:
    yield f"UID:{meeting.uid}"
    yield f"DTSTAMP:{ical_moment(meeting.changed_at)}"
    yield f"DTSTART;VALUE=DATE:{meeting.starts_on:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{meeting.ends_on + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{ical_text(meeting.name)}"
    if meeting.place:
        yield f"LOCATION:{ical_text(meeting.place)}"
    yield f"URL:{meeting.address}"
    yield "TRANSP:TRANSPARENT"
