"""A presentation as a calendar file."""

from dataclasses import replace
from datetime import UTC, datetime

from biblionet_reg.exports.presentation_ical import PresentationTime, presentation_calendar

PRESENTATION = PresentationTime(
    uid="presentation-S-234567@example.org",
    name="Љубав према књизи",
    place="Сала 1, Врање",
    address="https://example.org/sr/2020/presentations/S-234567",
    starts_at=datetime(2020, 10, 1, 8, 0, tzinfo=UTC),
    ends_at=datetime(2020, 10, 1, 8, 20, tzinfo=UTC),
    changed_at=datetime(2020, 9, 10, 7, 0, tzinfo=UTC),
    is_withdrawn=False,
)


def test_presentation_is_one_event_with_its_time_and_room() -> None:
    lines = presentation_calendar(PRESENTATION).decode().split("\r\n")

    assert lines[5:-3] == [
        "UID:presentation-S-234567@example.org",
        "DTSTAMP:20200910T070000Z",
        "DTSTART:20201001T080000Z",
        "DTEND:20201001T082000Z",
        "SUMMARY:Љубав према књизи",
        r"LOCATION:Сала 1\, Врање",
        "URL:https://example.org/sr/2020/presentations/S-234567",
    ]


def test_a_presentation_withdrawn_is_cancelled() -> None:
    lines = presentation_calendar(replace(PRESENTATION, is_withdrawn=True)).decode().split("\r\n")

    assert lines[-4:] == ["STATUS:CANCELLED", "END:VEVENT", "END:VCALENDAR", ""]
