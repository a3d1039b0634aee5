"""The geometry of charts, value by value."""

from datetime import date

import pytest

from biblionet_reg.domain.chart import NamedDay, Part, Place, Tick, line_chart, parts, share, ticks, totals

D = date.fromisoformat


@pytest.mark.parametrize(
    ("top", "values"),
    [
        (0, (0, 1)),
        (1, (0, 1)),
        (3, (0, 1, 2, 3)),
        (4, (0, 1, 2, 3, 4)),
        (5, (0, 2, 4, 6)),
        (10, (0, 5, 10)),
        (96, (0, 50, 100)),
        (150, (0, 50, 100, 150)),
        (151, (0, 50, 100, 150, 200)),
        (5000, (0, 2000, 4000, 6000)),
    ],
)
def test_ticks_are_round_and_few(top: int, values: tuple[int, ...]) -> None:
    assert ticks(top) == values


@pytest.mark.parametrize("top", range(1, 3000, 131))
def test_ticks_reach_the_top_in_four_steps_at_most(top: int) -> None:
    found = ticks(top)

    assert found[-2] < top <= found[-1]
    assert len(found) <= 5


def test_totals_run_on_through_days_in_their_order() -> None:
    changes = [(D("2020-07-03"), -1), (D("2020-07-01"), 2), (D("2020-07-02"), 3)]

    assert totals(changes) == [(D("2020-07-01"), 2), (D("2020-07-02"), 5), (D("2020-07-03"), 4)]


def test_a_line_is_flat_until_the_day_of_a_change() -> None:
    counted = [(D("2020-07-03"), 2), (D("2020-07-04"), 3), (D("2020-07-09"), 4)]

    chart = line_chart(counted, first=D("2020-07-01"), last=D("2020-07-11"))

    assert chart.corners == (Place(0, 100), Place(10, 100), Place(20, 50), Place(30, 25), Place(70, 25), Place(80, 0), Place(100, 0))
    assert chart.line == "0,100 10,100 20,50 30,25 70,25 80,0 100,0"
    assert chart.area == "0,100 0,100 10,100 20,50 30,25 70,25 80,0 100,0 100,100"
    assert (chart.end, chart.total) == (Place(100, 0), 4)
    assert chart.ticks == (Tick(0, 100), Tick(1, 75), Tick(2, 50), Tick(3, 25), Tick(4, 0))


def test_a_line_of_one_day_is_a_point_in_the_middle() -> None:
    chart = line_chart([(D("2020-07-01"), 5)], first=D("2020-07-01"), last=D("2020-07-01"))

    assert (chart.corners, chart.end) == ((Place(50, 16.67),), Place(50, 16.67))
    assert chart.days == (NamedDay(D("2020-07-01"), 50, is_end=True),)


@pytest.mark.parametrize(
    ("limit", "top", "drawn"),
    [(None, 40, (None, None)), (160, 200, (160, 20)), (161, 40, (None, None)), (10, 40, (10, 75)), (0, 40, (0, 100))],
)
def test_a_limit_is_drawn_unless_it_would_flatten_the_line(limit: int | None, top: int, drawn: tuple[object, object]) -> None:
    chart = line_chart([(D("2020-07-01"), 40)], first=D("2020-07-01"), last=D("2020-07-02"), limit=limit)

    assert (chart.limit, chart.limit_y) == drawn
    assert chart.ticks[-1].value == top


def test_days_named_below_are_the_ends_and_months_apart_from_them() -> None:
    chart = line_chart([(D("2020-06-01"), 1)], first=D("2020-05-25"), last=D("2020-09-02"))

    assert chart.days == (
        NamedDay(D("2020-05-25"), 0, is_end=True),
        NamedDay(D("2020-07-01"), 37, is_end=False),
        NamedDay(D("2020-08-01"), 68, is_end=False),
        NamedDay(D("2020-09-02"), 100, is_end=True),
    )


def test_months_run_over_the_end_of_a_year() -> None:
    chart = line_chart([(D("2020-12-01"), 1)], first=D("2020-12-01"), last=D("2021-01-31"))

    assert [named.day.isoformat() for named in chart.days] == ["2020-12-01", "2021-01-01", "2021-01-31"]


def test_parts_of_a_bar_stand_side_by_side() -> None:
    assert parts([10, 0, 30], 80) == (
        Part(10, 0, 12.5, 6.25, holds_number=True),
        Part(0, 12.5, 0, 12.5, holds_number=False),
        Part(30, 12.5, 37.5, 31.25, holds_number=True),
    )


@pytest.mark.parametrize(("value", "holds"), [(6, False), (7, True), (9, True)])
def test_a_number_stands_in_its_part_only_where_it_fits(value: int, holds: bool) -> None:
    assert parts([value], 100)[0].holds_number is holds


@pytest.mark.parametrize(("value", "whole", "percents"), [(0, 0, 0), (1, 3, 33.33), (3, 3, 100)])
def test_share_is_the_length_of_a_bar(value: int, whole: int, percents: float) -> None:
    assert share(value, whole) == percents
