"""How slots follow each other."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from biblionet_reg.domain.programme import Span, exchanged, new_key, next_start

MORNING = datetime(2020, 10, 1, 8, 0, tzinfo=UTC)
_MINUTES = st.integers(1, 300).map(lambda minutes: timedelta(minutes=minutes))


def span(start: int, end: int) -> Span:
    return Span(MORNING + timedelta(minutes=start), MORNING + timedelta(minutes=end))


def test_next_start_is_the_sessions_own_when_it_is_empty() -> None:
    assert next_start(span(0, 60), []) == MORNING


def test_next_start_follows_the_slot_that_ends_last() -> None:
    assert next_start(span(0, 60), [span(0, 40), span(10, 20)]) == MORNING + timedelta(minutes=40)


def test_span_that_ends_as_another_begins_does_not_overlap() -> None:
    assert (span(0, 20).overlaps(span(20, 40)), span(0, 21).overlaps(span(20, 40))) == (False, True)


def test_exchanged_keeps_lengths_and_the_pause() -> None:
    assert exchanged(span(0, 20), span(25, 60)) == (span(40, 60), span(0, 35))


@given(_MINUTES, st.integers(0, 60).map(lambda minutes: timedelta(minutes=minutes)), _MINUTES)
def test_exchanged_twice_is_as_before(first: timedelta, pause: timedelta, second: timedelta) -> None:
    early = Span(MORNING, MORNING + first)
    late = Span(early.ends_at + pause, early.ends_at + pause + second)

    moved_late, moved_early = exchanged(early, late)

    assert exchanged(moved_early, moved_late) == (late, early)


def test_new_key_is_short_and_fresh() -> None:
    keys = {new_key() for _ in range(100)}

    assert (len(keys), {len(key) for key in keys}) == (100, {10})
