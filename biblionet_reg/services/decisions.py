"""Deciding: a pending decision with its draft letter, read by the chair, then released or taken back."""

from datetime import datetime

from biblionet_reg import clock
from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.letter import LetterStep
from biblionet_reg.domain.review import (
    STATE_AFTER,
    ChangedSinceDecision,
    DecisionState,
    NotDecidable,
    NothingPending,
    Outcome,
    OwnSubmission,
    refuse_undecidable,
)
from biblionet_reg.domain.submission import SubmissionKind
from biblionet_reg.extensions import db
from biblionet_reg.mail.decisions import decision_letter
from biblionet_reg.models.account import StaffAccount
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.review import Decision
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries import reviews
from biblionet_reg.queries.authorship import is_own
from biblionet_reg.queries.decisions import pending_in, pending_on
from biblionet_reg.services import audit, letters, outbox, submissions
from biblionet_reg.services.editions import refuse_when_closed
from biblionet_reg.services.transaction import transaction


def decide(
    submission: Submission, outcome: Outcome, *, accepted_as: SubmissionKind | None = None, message: str = "", chair: StaffAccount
) -> Decision:
    """Take a decision that waits for release, with the draft of its letter; an earlier pending one gives way.

    Raises EditionClosed, OwnSubmission or NotDecidable.
    """
    with transaction() as session:
        _lock(submission, chair)
        refuse_undecidable(submission.state, outcome)
        _drop_pending(submission)
        decision = Decision(
            submission=submission,
            outcome=outcome,
            accepted_as=(accepted_as or submission.kind) if outcome is Outcome.ACCEPT else None,
            message=message,
            state=DecisionState.PENDING,
            decided_at=clock.now(),
            decided_by=chair,
        )
        session.add(decision)
        decision.letter = outbox.post(decision_letter(decision, comments=reviews.comments_for_authors(submission)))
        _record("decision.made", decision, by=chair)
    return decision


def decide_anew(submission: Submission, outcome: Outcome, *, message: str, seen_at: datetime, chair: StaffAccount) -> Decision:
    """Take a decision on a submission that none waits for, as it was offered and as the chair saw it at `seen_at`.

    Raises EditionClosed, OwnSubmission, NotDecidable or ChangedSinceDecision.
    """
    with transaction():
        _lock(submission, chair)
        if pending_on(submission) is not None:
            raise NotDecidable
        if submission.updated_at > seen_at:
            raise ChangedSinceDecision
        return decide(submission, outcome, message=message, chair=chair)


def release(submission: Submission, *, chair: StaffAccount) -> Decision:
    """Let the pending decision take effect and its letter go.

    Raises EditionClosed, OwnSubmission, NothingPending, ChangedSinceDecision or NotDecidable.
    """
    with transaction():
        _lock(submission, chair)
        decision = pending_on(submission)
        if decision is None:
            raise NothingPending
        refuse_undecidable(submission.state, decision.outcome)
        if submission.updated_at > decision.decided_at:
            raise ChangedSinceDecision
        decision.state = DecisionState.RELEASED
        decision.released_at, decision.released_by_id = clock.now(), chair.id
        submissions.move(submission, STATE_AFTER[decision.outcome], by=chair.email)
        if decision.letter is not None:
            letters.move(decision.letter, LetterStep.SEND)
        _record("decision.released", decision, by=chair)
        _take_up_kind(submission, decision)
    return decision


def release_all(edition: Edition, *, chair: StaffAccount) -> tuple[int, int]:
    """Release what is pending; return how many went, and how many wait because something changed meanwhile."""
    released = held = 0
    for submission in [decision.submission for decision in pending_in(edition, chair)]:
        try:
            release(submission, chair=chair)
            released += 1
        except Refusal:
            held += 1
    return released, held


def take_back(submission: Submission, *, chair: StaffAccount) -> None:
    """Undo the pending decision and its draft. Raises EditionClosed, OwnSubmission or NothingPending."""
    with transaction():
        _lock(submission, chair)
        decision = pending_on(submission)
        if decision is None:
            raise NothingPending
        _record("decision.taken_back", decision, by=chair)
        _drop_pending(submission)


def _lock(submission: Submission, chair: StaffAccount) -> None:
    """Hold the submission so that two chairs act one after the other; nobody acts on a paper of their own."""
    refuse_when_closed(submission.edition)
    db.session.refresh(submission, with_for_update={"of": Submission})
    if is_own(submission, chair):
        raise OwnSubmission


def _drop_pending(submission: Submission) -> None:
    decision = pending_on(submission)
    if decision is None:
        return
    if decision.letter is not None:
        db.session.delete(decision.letter)
    db.session.delete(decision)
    db.session.flush()


def _take_up_kind(submission: Submission, decision: Decision) -> None:
    """An acceptance as another kind makes the submission that kind; the ledger keeps what was offered."""
    if decision.accepted_as is not None and decision.accepted_as is not submission.kind:
        submission.kind = decision.accepted_as


def _record(action: str, decision: Decision, *, by: StaffAccount) -> None:
    submission = decision.submission
    details = {"outcome": decision.outcome.value}
    if decision.accepted_as is not None:
        details |= {"offered_as": submission.kind.value, "accepted_as": decision.accepted_as.value}
    audit.record(action, by=by.email, edition=submission.edition, subject_kind="submission", subject_code=submission.code, details=details)
