"""A submission's way through its author's hands: received, edited, withdrawn; each once, with its letter."""

import itertools
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, scoped_session

from biblionet_reg import clock
from biblionet_reg.domain.edition import EditionClosed, WindowNotOpen, WindowStatus
from biblionet_reg.domain.file_kind import FileRefused
from biblionet_reg.domain.letter import LetterKind, LinkScope
from biblionet_reg.domain.script import fold
from biblionet_reg.domain.search_words import Field
from biblionet_reg.domain.submission import NotEditable, SubmissionState, TransitionRefused
from biblionet_reg.domain.submission_answers import AnswerFault, AnswersRefused, PartnerAnswers
from biblionet_reg.domain.text import LocalText
from biblionet_reg.extensions import db
from biblionet_reg.models.audit import AuditEntry
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.letter import Letter
from biblionet_reg.models.person import Person
from biblionet_reg.models.stored_file import StoredFile
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries import editions
from biblionet_reg.queries.submissions import answers_of
from biblionet_reg.services import submissions, uploads
from biblionet_reg.services.transaction import transaction
from tests.searching import words_kept
from tests.submissions import LJUBICA, PDF, SEAN, answers

S = SubmissionState
Db = scoped_session[Session]


def _letters(session: Db) -> list[tuple[LetterKind, str, LinkScope | None]]:
    rows = session.execute(select(Letter.kind, Letter.to_email, Letter.link_scope).order_by(Letter.id))
    return [(kind, email, scope) for kind, email, scope in rows]


def _title(number: int) -> LocalText:
    return LocalText(sr=f"Читање {number}", en=f"Reading {number}")


def _audit(session: Db) -> list[tuple[str, str]]:
    return [(action, actor) for action, actor in session.execute(select(AuditEntry.action, AuditEntry.actor).order_by(AuditEntry.id))
            if action.startswith("submission.")]  # fmt: skip


def _end_call(edition: Edition) -> None:
    with transaction():
        edition.call_closes_at = clock.now() - timedelta(minutes=1)


def _close(edition: Edition) -> None:
    with transaction():
        edition.closed_at, edition.closed_by = clock.now(), "test"


def _in_state(edition: Edition, *states: SubmissionState) -> Submission:
    submission = submissions.submit(answers(), edition=edition)
    for state in states:
        submissions.move(submission, state, by="test")
    return submission


def test_a_submission_is_received_whole_with_its_letter(session: Db, edition: Edition) -> None:
    given = answers()

    submission = submissions.submit(given, edition=edition)

    session.expire_all()
    assert answers_of(submission) == given
    assert submission.state is S.SUBMITTED
    whole = submission.code.lower().replace("-", "")
    assert words_kept(submission) == {
        Field.CODE: {whole, fold(whole), fold(whole[1:])},
        Field.NAME: {"ljubica", "dordevic", "sean", "o", "brien", "obrien"},
        Field.INSTITUTION: {"javna", "biblioteka", "bora", "stankovic", "vranje", "trinity", "college"},
        Field.TITLE: {"citanje", "u", "parku", "reading", "in", "the", "park"},
        Field.TOPIC: {"citanje", "park", "reading", "osnovna", "skola", "vuk", "karadzic"},
        Field.ADDRESS: {"ljubica.example.org", "example.org", "org"},
    }
    assert _letters(session) == [(LetterKind.SUBMISSION_RECEIVED, "ljubica@example.org", LinkScope.SUBMISSION)]
    assert _audit(session) == [("submission.received", submission.code)]


def test_authors_are_the_same_people_in_every_submission(session: Db, edition: Edition) -> None:
    latin = replace(LJUBICA, given_name="Ljubica", family_name="Đorđević", email="Ljubica@Example.org")

    first = submissions.submit(answers(), edition=edition)
    second = submissions.submit(answers(authors=(latin, SEAN)), edition=edition)

    assert [author.person_id for author in first.authors] == [author.person_id for author in second.authors]
    assert session.scalar(select(func.count()).select_from(Person)) == 2
    assert [author.given_name for author in second.authors] == ["Ljubica", "Seán"]


def test_a_known_library_is_found_again(session: Db, edition: Edition) -> None:
    submission = submissions.submit(answers(), edition=edition)

    known = submission.authors[0].institution_id
    again = submissions.submit(
        answers(authors=(replace(LJUBICA, institution_name="javna biblioteka Bora Stanković", institution_place="Vranje"),)),
        edition=edition,
    )

    assert known is not None
    assert again.authors[0].institution_id == known


def test_a_code_that_is_taken_is_drawn_again(session: Db, edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = submissions.submit(answers(), edition=edition).code
    codes = iter([taken, "S-222222"])
    monkeypatch.setattr(submissions, "new_code", lambda _kind: next(codes))

    assert submissions.submit(answers(subtopic="tourism"), edition=edition).code == "S-222222"


def test_codes_that_are_always_taken_end_in_a_fault(session: Db, edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = submissions.submit(answers(), edition=edition).code
    monkeypatch.setattr(submissions, "new_code", lambda _kind: taken)

    with pytest.raises(IntegrityError):
        submissions.submit(answers(subtopic="tourism"), edition=edition)


def test_the_same_page_sent_twice_makes_one_record(session: Db, edition: Edition) -> None:
    given = answers()

    first = submissions.submit(given, edition=edition)
    second = submissions.submit(given, edition=edition)

    assert second is first
    assert len(_letters(session)) == 1


def test_a_page_sent_again_with_other_words_changes_its_record(session: Db, edition: Edition) -> None:
    given = answers()
    first = submissions.submit(given, edition=edition)

    second = submissions.submit(replace(given, title=LocalText(sr="Друго", en="Other")), edition=edition)

    assert second is first
    assert first.title == LocalText(sr="Друго", en="Other")
    assert [kind for kind, *_rest in _letters(session)] == [LetterKind.SUBMISSION_RECEIVED, LetterKind.SUBMISSION_CHANGED]


def test_the_same_words_on_a_fresh_page_make_no_second_record(session: Db, edition: Edition) -> None:
    first = submissions.submit(answers(upload_key=uploads.receive("рад.pdf", BytesIO(PDF)).upload_key), edition=edition)

    second = submissions.submit(answers(upload_key=uploads.receive("рад.pdf", BytesIO(PDF)).upload_key), edition=edition)

    assert second is first
    assert len(_letters(session)) == 1
    assert session.scalar(select(func.count()).select_from(StoredFile)) == 1


def test_other_words_another_file_or_a_withdrawal_make_another_record(session: Db, edition: Edition) -> None:
    first = submissions.submit(answers(), edition=edition)
    other = submissions.submit(answers(title=_title(1)), edition=edition)
    with_file = submissions.submit(answers(upload_key=uploads.receive("рад.pdf", BytesIO(PDF)).upload_key), edition=edition)
    submissions.withdraw(first, by=first.code)
    submissions.withdraw(with_file, by=with_file.code)

    again = submissions.submit(answers(), edition=edition)

    assert len({first.code, other.code, with_file.code, again.code}) == 4


def test_a_page_with_a_file_sent_twice_keeps_one_file(session: Db, edition: Edition) -> None:
    given = answers(upload_key=uploads.receive("рад.pdf", BytesIO(PDF)).upload_key)

    first = submissions.submit(given, edition=edition)
    submissions.submit(given, edition=edition)
    submissions.submit(replace(given, upload_key=uploads.receive("рад.pdf", BytesIO(PDF)).upload_key), edition=edition)

    assert [file.name for file in first.files] == ["рад.pdf"]
    assert session.scalar(select(func.count()).select_from(StoredFile)) == 1
    assert len(_letters(session)) == 1


@pytest.mark.parametrize("ends", ["opens", "closes"])
def test_outside_the_call_nothing_is_received(session: Db, edition: Edition, ends: str) -> None:
    with transaction():
        if ends == "opens":
            edition.call_opens_at = clock.now() + timedelta(minutes=1)
        else:
            edition.call_closes_at = clock.now()

    with pytest.raises(WindowNotOpen) as refused:
        submissions.submit(answers(), edition=edition)

    assert refused.value.status is {"opens": WindowStatus.NOT_YET, "closes": WindowStatus.OVER}[ends]
    assert _letters(session) == []


def test_a_closed_edition_receives_nothing(session: Db, edition: Edition) -> None:
    _close(edition)

    with pytest.raises(EditionClosed):
        submissions.submit(answers(), edition=edition)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"subtopic": "of-another-edition"}, AnswerFault.SUBTOPIC_UNKNOWN),
        ({"partners": (PartnerAnswers(name="Школа", sector="of-another-edition"),)}, AnswerFault.SECTOR_UNKNOWN),
        ({"authors": ()}, AnswerFault.AUTHORS_MISSING),
    ],
)
def test_answers_that_do_not_hold_together_leave_nothing(
    session: Db, edition: Edition, changes: dict[str, object], fault: AnswerFault
) -> None:
    with pytest.raises(AnswersRefused) as refused:
        submissions.submit(answers(**changes), edition=edition)

    assert refused.value.faults == (fault,)
    assert session.scalar(select(func.count()).select_from(Submission)) == 0
    assert session.scalar(select(func.count()).select_from(Person)) == 0


def test_a_submission_with_a_file_that_is_gone_is_refused_whole(session: Db, edition: Edition) -> None:
    with pytest.raises(FileRefused):
        submissions.submit(answers(upload_key="gone"), edition=edition)

    assert session.scalar(select(func.count()).select_from(Submission)) == 0


def test_an_edit_takes_over_everything_and_tells_its_author(session: Db, edition: Edition) -> None:
    submission = submissions.submit(answers(), edition=edition)
    changed = replace(
        answers_of(submission),
        authors=(replace(SEAN, is_presenter=True), replace(LJUBICA, is_presenter=False)),
        partners=(),
        keywords=LocalText(sr="а, б"),
    )

    submissions.update(submission, changed, by=submission.code)

    session.expire_all()
    assert answers_of(submission) == replace(changed, keywords=LocalText(sr="а; б"))
    assert [kind for kind, *_rest in _letters(session)] == [LetterKind.SUBMISSION_RECEIVED, LetterKind.SUBMISSION_CHANGED]
    assert _audit(session)[-1] == ("submission.changed", submission.code)


def test_an_edit_that_changes_nothing_tells_nobody(session: Db, edition: Edition) -> None:
    submission = submissions.submit(answers(), edition=edition)

    submissions.update(submission, answers_of(submission), by=submission.code)

    assert len(_letters(session)) == 1


def test_a_file_is_replaced_and_removed_by_an_edit(session: Db, edition: Edition) -> None:
    submission = submissions.submit(answers(upload_key=uploads.receive("први.pdf", BytesIO(PDF)).upload_key), edition=edition)

    second = uploads.receive("други.pdf", BytesIO(PDF + b"2"))
    submissions.update(submission, replace(answers_of(submission), upload_key=second.upload_key or ""), by="test")
    after_replacing = [file.name for file in submission.files]
    submissions.update(submission, replace(answers_of(submission), keeps_file=False), by="test")

    assert after_replacing == ["други.pdf"]
    assert submission.files == []


@pytest.mark.parametrize("state", [S.UNDER_REVIEW, S.ACCEPTED, S.REJECTED, S.WITHDRAWN])
def test_past_its_state_a_submission_is_not_edited(session: Db, edition: Edition, state: SubmissionState) -> None:
    submission = _in_state(edition, state)

    with pytest.raises(NotEditable) as refused:
        submissions.update(submission, answers(kind="poster"), by=submission.code)

    assert refused.value.state is state


def test_after_the_deadline_a_submission_is_neither_edited_nor_withdrawn(session: Db, edition: Edition) -> None:
    submission = _in_state(edition)
    _end_call(edition)

    with pytest.raises(WindowNotOpen):
        submissions.update(submission, answers(title=LocalText(sr="Друго")), by=submission.code)
    with pytest.raises(WindowNotOpen):
        submissions.withdraw(submission, by=submission.code)


def test_requested_changes_are_made_after_the_deadline_and_go_back_to_review(session: Db, edition: Edition) -> None:
    submission = _in_state(edition, S.CHANGES_REQUESTED)
    _end_call(edition)

    submissions.update(submission, replace(answers_of(submission), title=LocalText(sr="Друго", en="Other")), by=submission.code)

    assert (submission.state, submission.title) == (S.SUBMITTED, LocalText(sr="Друго", en="Other"))


def test_instead_of_changes_a_submission_may_be_withdrawn_after_the_deadline(session: Db, edition: Edition) -> None:
    submission = _in_state(edition, S.CHANGES_REQUESTED)
    _end_call(edition)

    submissions.withdraw(submission, by=submission.code)

    assert submission.state is S.WITHDRAWN


def test_in_a_closed_edition_nothing_is_edited_or_withdrawn(session: Db, edition: Edition) -> None:
    submission = _in_state(edition, S.CHANGES_REQUESTED)
    _close(edition)

    with pytest.raises(EditionClosed):
        submissions.update(submission, answers(title=LocalText(sr="Друго")), by=submission.code)
    with pytest.raises(EditionClosed):
        submissions.withdraw(submission, by=submission.code)


def test_withdrawing_is_written_down_and_told_once(session: Db, edition: Edition) -> None:
    submission = _in_state(edition)

    submissions.withdraw(submission, by=submission.code)
    submissions.withdraw(submission, by=submission.code)

    session.expire_all()
    assert (submission.state, submission.withdrawn_by) == (S.WITHDRAWN, submission.code)
    assert submission.withdrawn_at is not None
    assert [kind for kind, *_rest in _letters(session)] == [LetterKind.SUBMISSION_RECEIVED, LetterKind.SUBMISSION_WITHDRAWN]
    assert _audit(session) == [("submission.received", submission.code), ("submission.moved", submission.code)]


def test_a_rejected_submission_cannot_be_withdrawn(session: Db, edition: Edition) -> None:
    submission = _in_state(edition, S.REJECTED)

    with pytest.raises(TransitionRefused):
        submissions.withdraw(submission, by=submission.code)


def test_the_one_door_refuses_an_unlawful_step(session: Db, edition: Edition) -> None:
    submission = _in_state(edition, S.WITHDRAWN)

    with pytest.raises(TransitionRefused):
        submissions.move(submission, S.ACCEPTED, by="test")


def _at_once(app: Flask, count: int, act: Callable[[Edition], str]) -> list[str]:
    """Run `act` in `count` threads that start together; return what each answered."""
    gate, results = threading.Barrier(count), []

    def run() -> None:
        with app.app_context():
            edition = editions.by_slug("2020")
            assert edition is not None
            db.session.rollback()
            gate.wait()
            results.append(act(edition))

    threads = [threading.Thread(target=run) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


@pytest.mark.committed
def test_a_double_click_makes_one_record(app: Flask) -> None:
    given = answers()

    codes = _at_once(app, 4, lambda edition: submissions.submit(given, edition=edition).code)

    assert len(codes) == 4
    assert len(set(codes)) == 1
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Submission)) == 1
        assert len(_letters(db.session)) == 1


@pytest.mark.committed
def test_new_people_submitting_at_once_are_made_once(app: Flask) -> None:
    numbers = itertools.count(1)
    codes = _at_once(app, 4, lambda edition: submissions.submit(answers(title=_title(next(numbers))), edition=edition).code)

    assert len(set(codes)) == 4
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Person)) == 2
