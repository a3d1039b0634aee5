"""The order of an edition's dates."""

from datetime import date, datetime
from typing import Any

import pytest

from biblionet_reg.domain.edition_dates import DateFault, EditionDates


def dates(**changes: Any) -> EditionDates:
    facts: dict[str, Any] = {
        "starts_on": date(2020, 10, 1),
        "ends_on": date(2020, 10, 3),
        "time_zone": "Europe/Belgrade",
        "call_opens_at": datetime.fromisoformat("2020-06-15T00:00:00+02:00"),
        "call_closes_at": datetime.fromisoformat("2020-08-31T23:59:59+02:00"),
        "decisions_due_on": date(2020, 9, 10),
        "registration_opens_at": datetime.fromisoformat("2020-06-15T00:00:00+02:00"),
        "registration_closes_at": datetime.fromisoformat("2020-10-03T23:59:59+02:00"),
    }
    return EditionDates(**{**facts, **changes})


def test_dates_in_order_have_no_faults() -> None:
    assert dates().faults() == ()
    assert EditionDates(starts_on=date(2020, 10, 1), ends_on=date(2020, 10, 1), time_zone="Europe/Belgrade").faults() == ()


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"starts_on": date(2020, 10, 4)}, DateFault.ENDS_BEFORE_START),
        ({"starts_on": date(2020, 9, 2)}, DateFault.TOO_MANY_DAYS),
        ({"call_opens_at": datetime.fromisoformat("2020-08-31T23:59:59+02:00")}, DateFault.CALL_CLOSES_BEFORE_OPENS),
        ({"decisions_due_on": date(2020, 8, 30)}, DateFault.DECISIONS_BEFORE_CALL_CLOSES),
        ({"decisions_due_on": date(2020, 10, 4)}, DateFault.DECISIONS_AFTER_END),
        ({"registration_opens_at": datetime.fromisoformat("2020-10-04T00:00:00+02:00")}, DateFault.REGISTRATION_CLOSES_BEFORE_OPENS),
        ({"registration_closes_at": datetime.fromisoformat("2020-10-03T22:00:00+00:00")}, DateFault.REGISTRATION_CLOSES_AFTER_END),
        (
            {"call_closes_at": datetime.fromisoformat("2020-10-04T00:00:00+02:00"), "decisions_due_on": None},
            DateFault.CALL_CLOSES_AFTER_END,
        ),
    ],
)
def test_a_pair_out_of_order_is_one_fault(changes: dict[str, Any], fault: DateFault) -> None:
    assert dates(**changes).faults() == (fault,)
