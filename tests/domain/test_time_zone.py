"""Offsets from UTC, change by change."""

from datetime import UTC, datetime

import pytest

from biblionet_reg.domain.time_zone import offsets


def test_offsets_change_in_the_hour_in_which_the_clocks_do() -> None:
    assert offsets("Europe/Belgrade", 2020, 2020) == (
        (datetime(2020, 3, 29, 1, tzinfo=UTC), 60),
        (datetime(2020, 10, 25, 1, tzinfo=UTC), 120),
        (None, 60),
    )


@pytest.mark.parametrize(("zone", "minutes"), [("UTC", 0), ("Asia/Kathmandu", 345), ("America/Phoenix", -420)])
def test_a_place_without_summer_time_has_one(zone: str, minutes: int) -> None:
    assert offsets(zone, 2019, 2021) == ((None, minutes),)
