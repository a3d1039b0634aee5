"""Where an edition stands on a day."""

from datetime import date

import pytest

from biblionet_reg.domain.edition_stage import Stage, stage_on


@pytest.mark.parametrize(
    ("day", "stage"),
    [(30, Stage.COMING), (1, Stage.MEETING), (3, Stage.MEETING), (4, Stage.OVER)],
)
def test_stage_follows_the_days_of_the_meeting(day: int, stage: Stage) -> None:
    today = date(2020, 9 if day == 30 else 10, day)

    assert stage_on(today, starts_on=date(2020, 10, 1), ends_on=date(2020, 10, 3)) is stage
