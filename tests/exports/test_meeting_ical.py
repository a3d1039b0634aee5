"""A meeting as a calendar file."""

from datetime import UTC, date, datetime

from biblionet_reg.exports.meeting_ical import MeetingDays, meeting_calendar

MEETING = MeetingDays(
    uid="edition-2020@example.org",
    name="Библионет 2020: Сарадња, партнерства; визија",
    place="Врање",
    address="https://example.org/sr/2020/",
    starts_on=date(2020, 10, 1),
    ends_on=date(2020, 10, 3),
    changed_at=datetime(2020, 8, 17, 7, 0, tzinfo=UTC),
)


def test_meeting_is_one_event_of_whole_days() -> None:
    lines = meeting_calendar(MEETING).decode().replace("\r\n ", "").split("\r\n")

    assert lines == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//BiblioNet//BiblioNet//EN",
        "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT",
        "UID:edition-2020@example.org",
        "DTSTAMP:20200817T070000Z",
        "DTSTART;VALUE=DATE:20201001",
        "DTEND;VALUE=DATE:20201004",
        r"SUMMARY:Библионет 2020: Сарадња\, партнерства\; визија",
        "LOCATION:Врање",
        "URL:https://example.org/sr/2020/",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
