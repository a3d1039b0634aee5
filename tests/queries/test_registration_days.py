"""How registrations grew, by the days of the place where the edition meets."""

from datetime import UTC, date, datetime

import pytest

from biblionet_reg.domain.registration import RegistrationState
from biblionet_reg.queries.registration_days import RegistrationDay, registration_days
from tests.factories import make_registration


def registered_at(edition, moment, cancelled=None):
    one = make_registration(edition, state=RegistrationState.CANCELLED if cancelled else RegistrationState.CONFIRMED)
    one.registered_at = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    if cancelled:
        one.cancelled_at = datetime.fromisoformat(cancelled).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "moment", "day"),
    [
        ("Europe/Belgrade", "2020-07-01T21:59:59", "2020-07-01"),
        ("Europe/Belgrade", "2020-07-01T22:00:00", "2020-07-02"),
        ("Europe/Belgrade", "2020-01-15T22:59:59", "2020-01-15"),
        ("Europe/Belgrade", "2020-01-15T23:00:00", "2020-01-16"),
        ("Europe/Belgrade", "2020-03-28T23:00:00", "2020-03-29"),
        ("Europe/Belgrade", "2020-03-29T22:00:00", "2020-03-30"),
        ("Europe/Belgrade", "2020-10-24T22:00:00", "2020-10-25"),
        ("Europe/Belgrade", "2020-10-25T22:59:59", "2020-10-25"),
        ("Europe/Belgrade", "2017-03-26T22:00:00", "2017-03-27"),
        ("UTC", "2020-07-01T23:59:59", "2020-07-01"),
        ("Asia/Kathmandu", "2020-07-01T18:15:00", "2020-07-02"),
        ("America/New_York", "2020-07-02T03:59:59", "2020-07-01"),
    ],
)
def test_a_day_is_that_of_the_place(session, edition, zone, moment, day):
    edition.time_zone = zone
    registered_at(edition, moment)
    session.flush()

    assert registration_days(edition) == [RegistrationDay(date.fromisoformat(day), 1, 0)]


def test_who_cancels_came_before(session, edition):
    registered_at(edition, "2020-07-01T10:00:00")
    registered_at(edition, "2020-07-01T11:00:00", cancelled="2020-07-03T10:00:00")
    registered_at(edition, "2020-07-03T10:00:00")
    session.flush()

    found = registration_days(edition)

    assert found == [RegistrationDay(date(2020, 7, 1), 2, 0), RegistrationDay(date(2020, 7, 3), 1, 1)]
    assert [one.change for one in found] == [2, 0]


def test_without_registrations_there_are_no_days(edition):
    assert registration_days(edition) == []
