"""What does not fit in the working programme."""

from datetime import UTC, date, datetime, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biblionet_reg.domain.clashes import Clash, ClashKind, SessionFacts, SlotFacts, clashes
from biblionet_reg.domain.programme import SessionKind, Span

DAY = date(2020, 10, 1)
MORNING = datetime(2020, 10, 1, 8, 0, tzinfo=UTC)


def span(start: int, end: int) -> Span:
    """Minutes after the morning."""
    return Span(MORNING + timedelta(minutes=start), MORNING + timedelta(minutes=end))


def session(
    key: str, start: int, end: int, *slots: SlotFacts, room: str | None = "great", kind: SessionKind = SessionKind.PRESENTATIONS
) -> SessionFacts:
    return SessionFacts(key, kind, room, span(start, end), slots)


def slot(key: str, start: int, end: int, *presenters: str, is_accepted: bool = True) -> SlotFacts:
    return SlotFacts(key, span(start, end), frozenset(presenters), is_accepted)


def found(*sessions: SessionFacts) -> list[Clash]:
    return clashes(sessions, days=[DAY], time_zone="Europe/Belgrade")


def test_clashes_sees_two_sessions_in_one_room() -> None:
    assert found(session("b", 60, 120), session("a", 0, 61)) == [Clash(ClashKind.ROOM, ("a", "b"))]


def test_clashes_lets_sessions_follow_each_other() -> None:
    assert found(session("a", 0, 60), session("b", 60, 120)) == []


def test_clashes_lets_rooms_work_in_parallel() -> None:
    assert found(session("a", 0, 60), session("b", 0, 60, room="small")) == []


def test_clashes_lets_a_break_for_everybody_cross_a_session() -> None:
    assert found(session("a", 0, 60), session("pause", 20, 40, room=None, kind=SessionKind.BREAK)) == []


def test_clashes_sees_a_session_during_an_opening_for_everybody() -> None:
    opening = session("opening", 0, 60, room=None, kind=SessionKind.OPENING)

    assert found(opening, session("a", 30, 90)) == [Clash(ClashKind.EVERYBODY, ("opening", "a"))]


def test_clashes_sees_a_presenter_in_two_rooms() -> None:
    here = session("a", 0, 60, slot("a1", 0, 20, "P-1", "P-2"))
    there = session("b", 0, 60, slot("b1", 10, 30, "P-2"), room="small")

    assert found(here, there) == [Clash(ClashKind.PRESENTER, ("a", "b"), ("a1", "b1"), "P-2")]


def test_clashes_lets_a_presenter_go_from_one_to_the_next() -> None:
    here = session("a", 0, 60, slot("a1", 0, 20, "P-1"))
    there = session("b", 0, 60, slot("b1", 20, 40, "P-1"), room="small")

    assert found(here, there) == []


def test_clashes_sees_slots_that_overlap() -> None:
    block = session("a", 0, 60, slot("a1", 0, 25), slot("a2", 20, 40))

    assert found(block) == [Clash(ClashKind.SLOTS_OVERLAP, ("a",), ("a1", "a2"))]


def test_clashes_lets_posters_of_one_person_stand_side_by_side() -> None:
    posters = session("a", 0, 60, slot("a1", 0, 60, "P-1"), slot("a2", 0, 60, "P-1"), kind=SessionKind.POSTERS)

    assert found(posters) == []


@pytest.mark.parametrize(("start", "end"), [(-10, 10), (50, 70), (-5, 65), (70, 80)])
def test_clashes_sees_a_slot_outside_its_session(start: int, end: int) -> None:
    assert found(session("a", 0, 60, slot("a1", start, end))) == [Clash(ClashKind.OUTSIDE_SESSION, ("a",), ("a1",))]


def test_clashes_sees_a_submission_no_longer_accepted() -> None:
    block = session("a", 0, 60, slot("a1", 0, 20, is_accepted=False))

    assert found(block) == [Clash(ClashKind.NOT_ACCEPTED, ("a",), ("a1",))]


def test_clashes_reads_the_day_in_the_zone_of_the_edition() -> None:
    late = SessionFacts(
        "late", SessionKind.SOCIAL, None, Span(datetime(2020, 10, 1, 22, 30, tzinfo=UTC), datetime(2020, 10, 2, 1, 0, tzinfo=UTC))
    )

    assert found(late) == [Clash(ClashKind.OUTSIDE_EDITION, ("late",))]


def test_clashes_come_in_order_of_time() -> None:
    first = session("z", 0, 60, slot("z1", 50, 70))
    second = session("a", 30, 90)

    assert [clash.sessions[0] for clash in found(second, first)] == ["z", "z"]


_SPANS = st.tuples(st.integers(0, 600), st.integers(1, 120)).map(lambda pair: span(pair[0], pair[0] + pair[1]))


@st.composite
def programmes(draw: st.DrawFn) -> list[SessionFacts]:
    sessions = []
    for number in range(draw(st.integers(0, 8))):
        slots = tuple(
            SlotFacts(
                f"{number}-{place}",
                draw(_SPANS),
                draw(st.frozensets(st.sampled_from(["P-1", "P-2", "P-3"]), max_size=2)),
                draw(st.booleans()),
            )
            for place in range(draw(st.integers(0, 4)))
        )
        kind, room = draw(st.sampled_from(SessionKind)), draw(st.sampled_from([None, "great", "small"]))
        sessions.append(SessionFacts(str(number), kind, room, draw(_SPANS), slots))
    return sessions


@given(programmes(), st.randoms())
def test_clashes_do_not_depend_on_the_order_given(sessions: list[SessionFacts], random: object) -> None:
    shuffled = list(sessions)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    assert found(*shuffled) == found(*sessions)


@given(programmes())
def test_clashes_find_every_pair_in_a_room_and_no_other(sessions: list[SessionFacts]) -> None:
    pairs = {
        frozenset((one.key, other.key))
        for one, other in combinations(sessions, 2)
        if one.room is not None and one.room == other.room and one.span.overlaps(other.span)
    }

    assert {frozenset(clash.sessions) for clash in found(*sessions) if clash.kind is ClashKind.ROOM} == pairs


@given(programmes())
def test_clashes_find_every_presenter_in_two_places_and_no_other(sessions: list[SessionFacts]) -> None:
    placed = [(slot, session) for session in sessions for slot in session.slots]
    pairs = {
        (person, frozenset((one.key, other.key)))
        for (one, here), (other, there) in combinations(placed, 2)
        for person in one.presenters & other.presenters
        if one.span.overlaps(other.span) and not (here is there and here.kind is SessionKind.POSTERS)
    }

    assert {(clash.person, frozenset(clash.slots)) for clash in found(*sessions) if clash.kind is ClashKind.PRESENTER} == pairs


@given(programmes())
def test_clashes_tell_each_thing_once(sessions: list[SessionFacts]) -> None:
    told = found(*sessions)

    assert len(told) == len(set(told))
