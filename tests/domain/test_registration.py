"""The rules of a registration."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from biblionet_reg.domain.edition import EditionClosed, Window, WindowNotOpen, WindowStatus, refuse_unless_open
from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.registration import (
    ConsentPurpose,
    EditionFull,
    EditionOver,
    MealWithoutDay,
    NeedsWithoutConsent,
    NoDayChosen,
    refuse_cancelling,
    refuse_days,
    refuse_needs_without_consent,
    refuse_when_full,
)

JUNE, JULY, AUGUST = (datetime(2020, month, 1, tzinfo=UTC) for month in (6, 7, 8))
DAY_1, DAY_2 = date(2020, 10, 1), date(2020, 10, 2)


def refused_by(rule: Callable[..., None], *facts: Any) -> type[Refusal] | None:
    """Return what a rule answers: the kind of its no, or None for a yes."""
    try:
        rule(*facts)
    except Refusal as refusal:
        return type(refusal)
    return None


@pytest.mark.parametrize(("taken", "limit"), [(0, 1), (149, 150), (10_000, None)])
def test_a_place_is_given_while_there_is_one(taken: int, limit: int | None) -> None:
    assert refused_by(refuse_when_full, taken, limit) is None


@pytest.mark.parametrize(("taken", "limit"), [(0, 0), (150, 150), (151, 150)])
def test_no_place_is_given_beyond_the_limit(taken: int, limit: int) -> None:
    with pytest.raises(EditionFull) as refused:
        refuse_when_full(taken, limit)

    assert refused.value.limit == limit


@pytest.mark.parametrize(("now", "status"), [(JUNE, WindowStatus.NOT_YET), (AUGUST, WindowStatus.OVER)])
def test_registration_outside_its_window_is_refused_with_the_reason(now: datetime, status: WindowStatus) -> None:
    window = Window(JULY, AUGUST)

    with pytest.raises(WindowNotOpen) as refused:
        refuse_unless_open(window, is_closed=False, now=now)

    assert (refused.value.window, refused.value.status) == (window, status)


def test_a_closed_edition_receives_nothing_even_in_its_window() -> None:
    with pytest.raises(EditionClosed):
        refuse_unless_open(Window(None, None), is_closed=True, now=JULY)


def test_cancelling_is_possible_until_the_last_day_is_past() -> None:
    refuse_cancelling(DAY_2, today=DAY_2, is_closed=False)

    with pytest.raises(EditionOver):
        refuse_cancelling(DAY_1, today=DAY_2, is_closed=False)
    with pytest.raises(EditionClosed):
        refuse_cancelling(DAY_2, today=DAY_1, is_closed=True)


def test_a_registration_is_for_a_day_and_meals_are_of_its_days() -> None:
    refuse_days([DAY_1, DAY_2], [DAY_2, DAY_2])

    with pytest.raises(NoDayChosen):
        refuse_days([], [])
    with pytest.raises(MealWithoutDay) as refused:
        refuse_days([DAY_1], [DAY_1, DAY_2])
    assert refused.value.day == DAY_2


@pytest.mark.parametrize(("has_needs", "agreed"), [(False, set()), (True, {ConsentPurpose.NEEDS}), (False, {ConsentPurpose.PHOTOS})])
def test_needs_are_kept_with_their_consent(has_needs: bool, agreed: set[ConsentPurpose]) -> None:
    assert refused_by(refuse_needs_without_consent, has_needs, agreed) is None


def test_needs_are_refused_without_their_own_consent() -> None:
    with pytest.raises(NeedsWithoutConsent):
        refuse_needs_without_consent(has_needs=True, agreed={ConsentPurpose.PHOTOS})
