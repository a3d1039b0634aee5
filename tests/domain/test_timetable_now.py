"""What of a programme is on, and what follows."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from biblionet_reg.domain.timetable import ListedDay, Timetable
from biblionet_reg.domain.timetable_now import OnNow, on_at
from tests.domain.test_timetable import MORNING, SMALL, block, item

FIRST = block(1, 0, 60, item("S-1", 0), item("S-2", 20))
BESIDE = block(2, 10, 60, item("S-3", 30), room=SMALL)
AFTER = block(3, 90, 120, item("S-4", 90))
THURSDAY = ListedDay(date(2020, 10, 1), (FIRST, BESIDE, AFTER))
WHOLE = Timetable("Europe/Belgrade", (THURSDAY,))


@pytest.mark.parametrize(
    ("minute", "expected"),
    [
        (-10, OnNow((), (FIRST,), THURSDAY)),
        (25, OnNow((replace(FIRST, items=(item("S-2", 20),)), replace(BESIDE, items=())), (AFTER,), THURSDAY)),
        (60, OnNow((), (AFTER,), THURSDAY)),
        (100, OnNow((replace(AFTER, items=(item("S-4", 90),)),), (), THURSDAY)),
        (120, OnNow((), (), None)),
    ],
)
def test_what_is_on_and_what_follows(minute: int, expected: OnNow) -> None:
    assert on_at(WHOLE, MORNING + timedelta(minutes=minute)) == expected
