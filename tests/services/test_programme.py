"""The working programme and its publication."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session, scoped_session

from biblionet_reg.domain.edition import EditionClosed
from biblionet_reg.domain.job import JobKind
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.programme import (
    AlreadyPlaced,
    Direction,
    NothingToPublish,
    NotInBreak,
    NotPlaceable,
    SessionKind,
    TimesOutOfOrder,
    VersionNameTaken,
)
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.domain.text import LocalText
from biblionet_reg.domain.timetable import Timetable
from biblionet_reg.formats import format_time
from biblionet_reg.models.audit import AuditEntry
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.job import Job
from biblionet_reg.models.programme import ProgrammeSession, ProgrammeVersion, Slot
from biblionet_reg.queries import programme as queries
from biblionet_reg.services import editions, programme
from biblionet_reg.services.programme_versions import publish
from tests.factories import at, make_block, make_person, make_room, make_slot, make_submission

Database = scoped_session[Session]
CHAIR = "chair@example.org"


def row(block: ProgrammeSession) -> list[tuple[str, str, str]]:
    """The slots of a session as (code or title, start, end)."""
    zone = block.edition.time_zone
    return [
        (slot.submission.code if slot.submission else slot.title.sr, format_time(slot.starts_at, zone), format_time(slot.ends_at, zone))
        for slot in block.slots
    ]


def test_add_session_is_recorded(session: Database, edition: Edition) -> None:
    starts_at, ends_at = at(edition, "10:00"), at(edition, "11:00")

    block = programme.add_session(
        edition,
        kind=SessionKind.PANEL,
        title=LocalText(sr="Округли сто"),
        room=edition.rooms[0],
        starts_at=starts_at,
        ends_at=ends_at,
        by=CHAIR,
    )

    assert (block.kind, block.title.sr, block.room, block.starts_at, block.ends_at) == (
        SessionKind.PANEL,
        "Округли сто",
        edition.rooms[0],
        starts_at,
        ends_at,
    )
    entry = session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc())).first()
    assert entry is not None
    assert (entry.action, entry.actor, entry.subject_code) == ("programme.session_added", CHAIR, block.key)


def test_add_session_refuses_an_end_before_the_start(edition: Edition) -> None:
    moment = at(edition, "10:00")

    with pytest.raises(TimesOutOfOrder):
        programme.add_session(edition, kind=SessionKind.BREAK, title=LocalText(), starts_at=moment, ends_at=moment, by=CHAIR)


def test_change_session_takes_its_slots_along(edition: Edition) -> None:
    block = make_block(edition, "10:00", "11:00")
    make_slot(block, None, "10:10", title="Поздрав")
    starts_at, ends_at = at(edition, "14:00"), at(edition, "15:00")

    programme.change_session(
        block, kind=SessionKind.OPENING, title=LocalText(), room=None, starts_at=starts_at, ends_at=ends_at, chair_name="Марија", by=CHAIR
    )

    assert (block.kind, block.room, block.chair_name, row(block)) == (SessionKind.OPENING, None, "Марија", [("Поздрав", "14.10", "14.30")])


def test_place_follows_the_last_slot(edition: Edition) -> None:
    block = make_block(edition)
    first, second = make_submission(edition), make_submission(edition)

    programme.place(block, first, by=CHAIR)
    programme.place(block, second, minutes=30, by=CHAIR)

    assert row(block) == [(first.code, "10.00", "10.20"), (second.code, "10.20", "10.50")]


def test_place_at_a_time_of_its_own(edition: Edition) -> None:
    block, submission = make_block(edition), make_submission(edition)

    programme.place(block, submission, starts_at=at(edition, "11:15"), minutes=15, by=CHAIR)

    assert row(block) == [(submission.code, "11.15", "11.30")]


def test_place_refuses_a_second_place(edition: Edition) -> None:
    block, submission = make_block(edition), make_submission(edition)
    programme.place(block, submission, by=CHAIR)

    with pytest.raises(AlreadyPlaced):
        programme.place(block, submission, by=CHAIR)


@pytest.mark.parametrize("state", [state for state in SubmissionState if state is not SubmissionState.ACCEPTED])
def test_place_refuses_what_is_not_accepted(edition: Edition, state: SubmissionState) -> None:
    block, submission = make_block(edition), make_submission(edition, state=state)

    with pytest.raises(NotPlaceable):
        programme.place(block, submission, by=CHAIR)


def test_nothing_is_presented_in_a_break(edition: Edition) -> None:
    session, lunch = make_block(edition), make_block(edition, "12:00", "13:00", kind=SessionKind.BREAK)
    slot = programme.place(session, make_submission(edition), by=CHAIR)

    with pytest.raises(NotInBreak):
        programme.place(lunch, make_submission(edition), by=CHAIR)
    with pytest.raises(NotInBreak):
        programme.move(slot, to=lunch, starts_at=None, minutes=20, by=CHAIR)

    assert (len(row(session)), row(lunch)) == (1, [])


def test_place_refuses_in_a_closed_edition(edition: Edition) -> None:
    block, submission = make_block(edition), make_submission(edition)
    editions.close(edition, by=CHAIR)

    with pytest.raises(EditionClosed):
        programme.place(block, submission, by=CHAIR)


def test_take_off_lets_the_submission_wait_again(edition: Edition) -> None:
    block, submission = make_block(edition), make_submission(edition)
    slot = programme.place(block, submission, by=CHAIR)
    waiting_before = queries.unplaced_titles(edition)

    programme.take_off(slot, by=CHAIR)

    assert (waiting_before, row(block), queries.unplaced_titles(edition)) == ([], [], [(submission.code, submission.title)])


def test_taken_off_submission_is_placed_again(edition: Edition) -> None:
    block, submission = make_block(edition), make_submission(edition)
    programme.take_off(programme.place(block, submission, by=CHAIR), by=CHAIR)

    programme.place(block, submission, by=CHAIR)

    assert row(block) == [(submission.code, "10.00", "10.20")]


def test_exchange_changes_places_and_keeps_lengths(edition: Edition) -> None:
    block = make_block(edition)
    make_slot(block, None, "10:00", minutes=30, title="Први")
    second = make_slot(block, None, "10:35", minutes=10, title="Други")

    programme.exchange(second, Direction.UP, by=CHAIR)

    assert row(block) == [("Други", "10.00", "10.10"), ("Први", "10.15", "10.45")]


@pytest.mark.parametrize("direction", list(Direction))
def test_exchange_at_either_end_changes_nothing(edition: Edition, direction: Direction) -> None:
    block = make_block(edition)
    only = make_slot(block, None, "10:00", title="Једини")

    programme.exchange(only, direction, by=CHAIR)

    assert row(block) == [("Једини", "10.00", "10.20")]


def test_move_to_another_session_follows_its_last_slot(edition: Edition) -> None:
    here, there = make_block(edition), make_block(edition, "14:00", "16:00")
    make_slot(there, None, "14:00", title="Први")
    slot = make_slot(here, None, "10:00", title="Други")

    programme.move(slot, to=there, starts_at=None, minutes=15, by=CHAIR)

    assert (row(here), row(there)) == ([], [("Први", "14.00", "14.20"), ("Други", "14.20", "14.35")])


def test_retitle_changes_the_words(edition: Edition) -> None:
    slot = make_slot(make_block(edition), None, "10:00", title="Поздрав")

    programme.retitle(slot, title=LocalText(sr="Реч домаћина"), presenter_name="Зоран", by=CHAIR)

    assert (slot.title, slot.presenter_name) == (LocalText(sr="Реч домаћина"), "Зоран")


def test_remove_session_keeps_its_submissions(session: Database, edition: Edition) -> None:
    block, submission = make_block(edition), make_submission(edition)
    programme.place(block, submission, by=CHAIR)

    programme.remove_session(block, by=CHAIR)

    assert (session.scalar(select(func.count()).select_from(Slot)), queries.unplaced_titles(edition)) == (
        0,
        [(submission.code, submission.title)],
    )


def test_publish_freezes_what_is_there(session: Database, edition: Edition) -> None:
    block = make_block(edition, "10:00", "12:00")
    author = make_person("Ђурђина", "Њежић")
    submission = make_submission(edition, title="Љубав према књизи", authors=[author])
    slot = programme.place(block, submission, by=CHAIR)
    version = publish(edition, name="Прелиминарни програм", by=CHAIR)

    programme.take_off(slot, by=CHAIR)
    session.refresh(version)
    frozen = Timetable.from_dict(version.content)

    item = frozen.presentations()[0]
    assert (version.number, version.name, version.published_by) == (1, "Прелиминарни програм", CHAIR)
    assert (item.code, item.title, item.starts_at, item.ends_at) == (
        submission.code,
        submission.title,
        at(edition, "10:00"),
        at(edition, "10:20"),
    )
    assert [(a.code, a.family_name, a.is_presenter) for a in item.authors] == [(author.code, "Њежић", True)]


def test_publish_counts_versions_within_the_edition(edition: Edition) -> None:
    make_block(edition)

    numbers = [publish(edition, name=name, by=CHAIR).number for name in ("1.0", "1.1", "2.0")]

    assert numbers == [1, 2, 3]


def test_publish_twice_under_one_name_makes_one_version(session: Database, edition: Edition) -> None:
    make_block(edition)
    publish(edition, name="1.0", by=CHAIR)

    with pytest.raises(VersionNameTaken) as refused:
        publish(edition, name="1.0", by=CHAIR)

    assert (refused.value.name, session.scalar(select(func.count()).select_from(ProgrammeVersion))) == ("1.0", 1)


def test_publish_refuses_an_empty_programme(edition: Edition) -> None:
    with pytest.raises(NothingToPublish):
        publish(edition, name="1.0", by=CHAIR)


def test_publish_leaves_out_what_was_withdrawn(session: Database, edition: Edition) -> None:
    block = make_block(edition)
    stays, goes = make_submission(edition), make_submission(edition)
    for submission in (stays, goes):
        programme.place(block, submission, by=CHAIR)
    goes.state = SubmissionState.REJECTED
    session.commit()

    version = publish(edition, name="1.0", by=CHAIR)

    assert [item.code for item in Timetable.from_dict(version.content).presentations()] == [stays.code]


def test_publish_asks_for_a_pdf_in_each_language(session: Database, edition: Edition) -> None:
    make_block(edition)

    publish(edition, name="1.0", by=CHAIR)

    jobs = session.scalars(select(Job).order_by(Job.id)).all()
    assert [(job.kind, job.parameters) for job in jobs] == [(JobKind.PROGRAMME_PDF, {"version": 1, "lang": lang.value}) for lang in Lang]


def test_publish_marks_demonstration_content(session: Database, edition: Edition) -> None:
    block = make_block(edition)
    submission = make_submission(edition)
    submission.is_demo = True
    programme.place(block, submission, by=CHAIR)

    assert publish(edition, name="1.0", by=CHAIR).is_demo


def test_timetable_orders_by_time_and_then_by_room(edition: Edition) -> None:
    other = make_room(edition)
    late = make_block(edition, "14:00", "15:00", title="Касна")
    parallel = make_block(edition, "10:00", "11:00", title="Упоредна", room=other)
    early = make_block(edition, "10:00", "11:00", title="Рана")
    next_day = make_block(edition, "09:00", "10:00", title="Сутрашња", day=edition.starts_on + timedelta(days=1))

    listed = queries.timetable(edition, queries.whole(edition))

    wanted = [(edition.starts_on, [early, parallel, late]), (edition.starts_on + timedelta(days=1), [next_day])]
    assert [(day.day, [block.title for block in day.sessions]) for day in listed.days] == [
        (day, [block.title for block in blocks]) for day, blocks in wanted
    ]
