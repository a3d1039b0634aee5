"""Withdrawing what is accepted and placed: it leaves the working programme, and the published one tells so."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session, scoped_session

from biblionet_reg import clock
from biblionet_reg.domain.edition import EditionClosed, WindowNotOpen
from biblionet_reg.domain.letter import LetterKind
from biblionet_reg.domain.programme import NotPlaceable
from biblionet_reg.domain.submission import SubmissionState, TransitionRefused
from biblionet_reg.extensions import db
from biblionet_reg.models.audit import AuditEntry
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.letter import Letter
from biblionet_reg.models.programme import ProgrammeSession, Slot
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries import programme as found
from biblionet_reg.queries import programme_versions
from biblionet_reg.services import programme, submissions
from biblionet_reg.services.programme_versions import publish
from tests.factories import make_block, make_slot, make_submission

Db = scoped_session[Session]


def _placed(edition: Edition) -> Submission:
    submission = make_submission(edition)
    make_slot(make_block(edition), submission, "10:00")
    return submission


def _audit(session: Db) -> list[tuple[str, str]]:
    told = select(AuditEntry.action, AuditEntry.actor).where(AuditEntry.actor != "command").order_by(AuditEntry.id)
    return [(action, actor) for action, actor in session.execute(told)]


def test_what_is_withdrawn_leaves_the_working_programme_with_its_entries(session: Db, edition: Edition) -> None:
    submission = _placed(edition)
    block = session.scalars(select(ProgrammeSession)).one()

    submissions.withdraw(submission, by=submission.code)
    submissions.withdraw(submission, by=submission.code)

    session.expire_all()
    assert (submission.state, found.slot_of(submission), block.slots) == (SubmissionState.WITHDRAWN, None, [])
    assert _audit(session) == [
        ("submission.moved", submission.code),
        ("submission.off_programme", submission.code),
        ("programme.taken_off", submission.code),
    ]
    assert list(session.scalars(select(Letter.kind))) == [LetterKind.SUBMISSION_WITHDRAWN]


def test_what_has_no_place_leaves_none(session: Db, edition: Edition) -> None:
    submission, _other = make_submission(edition), _placed(edition)

    submissions.withdraw(submission, by=submission.code)

    assert _audit(session) == [("submission.moved", submission.code)]
    assert session.scalar(select(func.count()).select_from(Slot)) == 1


def test_organisers_withdraw_after_the_deadline_and_authors_do_not(session: Db, edition: Edition) -> None:
    submission = _placed(edition)
    edition.call_closes_at = clock.now() - timedelta(days=1)
    session.commit()

    with pytest.raises(WindowNotOpen):
        submissions.withdraw(submission, by=submission.code)
    submissions.withdraw(submission, by="chair@example.org", on_behalf=True)

    assert (submission.withdrawn_by, found.slot_of(submission)) == ("chair@example.org", None)


def test_organisers_withdraw_neither_what_is_rejected_nor_in_a_closed_edition(session: Db, edition: Edition) -> None:
    rejected, placed = make_submission(edition, state=SubmissionState.REJECTED), _placed(edition)

    with pytest.raises(TransitionRefused):
        submissions.withdraw(rejected, by="chair@example.org", on_behalf=True)
    edition.closed_at, edition.closed_by = clock.now(), "test"
    session.commit()
    with pytest.raises(EditionClosed):
        submissions.withdraw(placed, by="chair@example.org", on_behalf=True)

    assert found.slot_of(placed) is not None


def test_the_published_version_tells_what_was_withdrawn_since_and_the_next_leaves_it_out(session: Db, edition: Edition) -> None:
    early, late, stays = (_placed(edition) for _number in range(3))
    submissions.withdraw(early, by=early.code)
    publish(edition, name="1.0", by="test")
    submissions.withdraw(late, by=late.code)
    submissions.withdraw(make_submission(edition), by="test")
    first = programme_versions.latest(edition)
    assert first is not None

    publish(edition, name="2.0", by="test")
    second = programme_versions.latest(edition)
    assert second is not None

    assert set(programme_versions.published(first).presentations) == {late.code, stays.code}
    assert programme_versions.withdrawn_since(first, edition) == (late.code,)
    assert set(programme_versions.published(second).presentations) == {stays.code}
    assert programme_versions.withdrawn_since(second, edition) == ()


@pytest.mark.committed
def test_placing_and_withdrawing_at_once_leave_no_withdrawn_slot(app: Flask) -> None:
    with app.app_context():
        edition = db.session.scalars(select(Edition)).one()
        submission_id, block_id = make_submission(edition).id, make_block(edition).id
        db.session.commit()
    start = Barrier(2)

    def place() -> None:
        with app.app_context():
            one, block = db.session.get_one(Submission, submission_id), db.session.get_one(ProgrammeSession, block_id)
            db.session.commit()
            start.wait(timeout=30)
            with suppress(NotPlaceable):
                programme.place(block, one, by="chair@example.org")

    def withdraw() -> None:
        with app.app_context():
            one = db.session.get_one(Submission, submission_id)
            db.session.commit()
            start.wait(timeout=30)
            submissions.withdraw(one, by="chair@example.org", on_behalf=True)

    with ThreadPoolExecutor(2) as threads:
        for done in [threads.submit(place), threads.submit(withdraw)]:
            done.result()

    with app.app_context():
        assert db.session.get_one(Submission, submission_id).state is SubmissionState.WITHDRAWN
        assert db.session.scalar(select(func.count()).select_from(Slot)) == 0
