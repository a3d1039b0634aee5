"""Deciding: the pending decision with its draft, its release, its undoing."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from biblionet_reg.domain.letter import LetterKind, LetterState
from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.domain.review import ChangedSinceDecision, DecisionState, NotDecidable, NothingPending, Outcome, OwnSubmission
from biblionet_reg.domain.submission import SubmissionKind, SubmissionState
from biblionet_reg.domain.text import LocalText
from biblionet_reg.models.audit import AuditEntry
from biblionet_reg.models.letter import Letter
from biblionet_reg.models.review import Decision
from biblionet_reg.services import decisions, submissions
from biblionet_reg.services.reviews import save_review
from tests.reviewing import account_in, opinion, submission_in
from tests.submissions import LJUBICA, answers


@pytest.fixture
def chair(edition):
    return account_in(edition, StaffRole.CHAIR)


def decision_letters(session):
    return session.execute(select(Letter.kind, Letter.state).where(Letter.kind != LetterKind.SUBMISSION_RECEIVED).order_by(Letter.id)).all()


def test_deciding_changes_nothing_for_the_author_yet(session, edition, chair):
    submission = submission_in(edition)

    decision = decisions.decide(submission, Outcome.ACCEPT, message="Добро дошли!", chair=chair)

    assert (decision.state, decision.outcome, decision.accepted_as) == (DecisionState.PENDING, Outcome.ACCEPT, SubmissionKind.PAPER)
    assert submission.state is SubmissionState.SUBMITTED
    assert decision_letters(session) == [(LetterKind.SUBMISSION_ACCEPTED, LetterState.DRAFT)]
    assert "Добро дошли!" in decision.letter.text_body


@pytest.mark.parametrize(
    ("outcome", "state", "kind"),
    [
        (Outcome.ACCEPT, SubmissionState.ACCEPTED, LetterKind.SUBMISSION_ACCEPTED),
        (Outcome.CHANGES, SubmissionState.CHANGES_REQUESTED, LetterKind.SUBMISSION_CHANGES_REQUESTED),
        (Outcome.REJECT, SubmissionState.REJECTED, LetterKind.SUBMISSION_REJECTED),
    ],
)
def test_releasing_moves_the_submission_and_queues_the_letter(session, edition, chair, outcome, state, kind):
    submission = submission_in(edition)
    decisions.decide(submission, outcome, chair=chair)

    released = decisions.release(submission, chair=chair)

    session.refresh(released)
    assert (released.state, released.released_by_id, released.released_at is not None) == (DecisionState.RELEASED, chair.id, True)
    assert submission.state is state
    assert decision_letters(session) == [(kind, LetterState.QUEUED)]


def test_a_second_decision_replaces_the_pending_one_and_its_letter(session, edition, chair):
    submission = submission_in(edition)
    decisions.decide(submission, Outcome.REJECT, chair=chair)

    decisions.decide(submission, Outcome.CHANGES, chair=chair)

    assert session.execute(select(Decision.outcome, Decision.state)).all() == [(Outcome.CHANGES, DecisionState.PENDING)]
    assert decision_letters(session) == [(LetterKind.SUBMISSION_CHANGES_REQUESTED, LetterState.DRAFT)]


def test_accepting_as_another_kind_makes_the_submission_that_kind_on_release(session, edition, chair):
    submission = submission_in(edition)
    decisions.decide(submission, Outcome.ACCEPT, accepted_as=SubmissionKind.POSTER, chair=chair)
    assert submission.kind is SubmissionKind.PAPER

    decisions.release(submission, chair=chair)

    session.expire_all()
    assert submission.kind is SubmissionKind.POSTER
    told = session.scalars(select(AuditEntry.details).where(AuditEntry.action == "decision.released")).one()
    assert told == {"outcome": "accept", "offered_as": "paper", "accepted_as": "poster"}


def test_taking_back_leaves_no_trace_but_in_the_ledger(session, edition, chair):
    submission = submission_in(edition)
    decisions.decide(submission, Outcome.REJECT, chair=chair)

    decisions.take_back(submission, chair=chair)

    assert session.scalars(select(Decision)).all() == []
    assert decision_letters(session) == []
    actions = session.scalars(select(AuditEntry.action).where(AuditEntry.actor == chair.email).order_by(AuditEntry.id)).all()
    assert actions == ["decision.made", "decision.taken_back"]


@pytest.mark.parametrize("act", [decisions.release, decisions.take_back])
def test_nothing_pending_is_refused(session, edition, chair, act):
    submission = submission_in(edition)

    with pytest.raises(NothingPending):
        act(submission, chair=chair)


def test_releasing_twice_releases_once(session, edition, chair):
    submission = submission_in(edition)
    decisions.decide(submission, Outcome.ACCEPT, chair=chair)
    decisions.release(submission, chair=chair)

    with pytest.raises(NothingPending):
        decisions.release(submission, chair=chair)

    assert decision_letters(session) == [(LetterKind.SUBMISSION_ACCEPTED, LetterState.QUEUED)]


def test_a_chair_who_is_an_author_neither_decides_nor_releases_nor_takes_back(session, edition, chair):
    submission, author = submission_in(edition), account_in(edition, StaffRole.CHAIR, "ljubica@example.org")
    with pytest.raises(OwnSubmission):
        decisions.decide(submission, Outcome.ACCEPT, chair=author)
    decisions.decide(submission, Outcome.REJECT, chair=chair)

    for act in (decisions.release, decisions.take_back):
        with pytest.raises(OwnSubmission):
            act(submission, chair=author)

    assert session.execute(select(Decision.outcome, Decision.state)).all() == [(Outcome.REJECT, DecisionState.PENDING)]


def test_a_withdrawn_submission_is_neither_decided_nor_released(session, edition, chair):
    submission, other = submission_in(edition), submission_in(edition, title=LocalText(sr="Друга", en="Second"))
    decisions.decide(submission, Outcome.ACCEPT, chair=chair)
    for withdrawn in (submission, other):
        submissions.withdraw(withdrawn, by=withdrawn.code)

    with pytest.raises(NotDecidable):
        decisions.decide(other, Outcome.ACCEPT, chair=chair)
    with pytest.raises(NotDecidable):
        decisions.release(submission, chair=chair)

    assert submission.state is SubmissionState.WITHDRAWN


def test_what_is_accepted_is_not_accepted_again_but_may_be_rejected(session, edition, chair):
    submission = submission_in(edition)
    decisions.decide(submission, Outcome.ACCEPT, chair=chair)
    decisions.release(submission, chair=chair)

    with pytest.raises(NotDecidable):
        decisions.decide(submission, Outcome.ACCEPT, chair=chair)
    decisions.decide(submission, Outcome.REJECT, chair=chair)
    decisions.release(submission, chair=chair)

    assert submission.state is SubmissionState.REJECTED


def test_a_submission_changed_after_the_decision_is_read_again_first(app, session, edition, chair):
    submission = submission_in(edition)
    decisions.decide(submission, Outcome.ACCEPT, chair=chair)
    submissions.update(
        submission, answers(title=LocalText(sr="Нов наслов", en="New title"), form_key=submission.form_key), by=submission.code
    )

    with pytest.raises(ChangedSinceDecision):
        decisions.release(submission, chair=chair)

    decisions.decide(submission, Outcome.ACCEPT, chair=chair)
    assert decisions.release(submission, chair=chair).state is DecisionState.RELEASED


def test_releasing_all_leaves_out_own_and_changed_papers(session, edition, chair):
    papers = [submission_in(edition, title=LocalText(sr=f"Рад {n}", en=f"Paper {n}")) for n in range(3)]
    own = submission_in(edition, authors=(replace(LJUBICA, email="chair@example.org"),))
    other = account_in(edition, StaffRole.CHAIR, "other@example.org")
    for paper in (*papers, own):
        decisions.decide(paper, Outcome.ACCEPT, chair=other)
    submissions.withdraw(papers[0], by=papers[0].code)

    result = decisions.release_all(edition, chair=chair)

    assert result == (2, 1)
    assert [paper.state for paper in (*papers, own)] == [
        SubmissionState.WITHDRAWN,
        SubmissionState.ACCEPTED,
        SubmissionState.ACCEPTED,
        SubmissionState.SUBMITTED,
    ]


def test_the_letter_brings_comments_for_authors_without_names_and_nothing_for_chairs(session, edition, chair):
    submission = submission_in(edition)
    reviewer = account_in(edition, StaffRole.REVIEWER, "petar@example.org")
    save_review(submission, opinion(), reviewer=reviewer)

    letter = decisions.decide(submission, Outcome.CHANGES, chair=chair).letter

    for body in (letter.text_body, letter.html_body):
        assert "Додајте пример из праксе." in body
        assert "Only for chairs." not in body
        assert "petar@example.org" not in body
        assert reviewer.name not in body
