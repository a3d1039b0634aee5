"""Decisions: those on one submission, and those that wait for release."""

from sqlalchemy import exists, select
from sqlalchemy.orm import contains_eager, joinedload

from biblionet_reg.domain.review import DecisionState
from biblionet_reg.extensions import db
from biblionet_reg.models.account import StaffAccount
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.review import Decision
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries.authorship import own_submissions

#: A decision on the submission of the statement waits for release.
HAS_PENDING = exists().where(Decision.submission_id == Submission.id, Decision.state == DecisionState.PENDING)
_TOLD = (joinedload(Decision.letter), joinedload(Decision.decided_by))


def decisions_on(submission: Submission, *, with_pending: bool) -> list[Decision]:
    """Return every decision on the submission, the last one first."""
    taken = select(Decision).where(Decision.submission_id == submission.id).options(*_TOLD)
    if not with_pending:
        taken = taken.where(Decision.state == DecisionState.RELEASED)
    return list(db.session.scalars(taken.order_by(Decision.id.desc())))


def pending_on(submission: Submission) -> Decision | None:
    """Return the decision that waits for release, with its letter."""
    waiting = select(Decision).where(Decision.submission_id == submission.id, Decision.state == DecisionState.PENDING)
    return db.session.scalar(waiting.options(*_TOLD))


def has_pending_decision(submission: Submission) -> bool:
    """Say whether a decision on the submission waits for release."""
    return bool(db.session.scalar(select(exists().where(Decision.submission_id == submission.id, Decision.state == DecisionState.PENDING))))


def pending_in(edition: Edition, chair: StaffAccount) -> list[Decision]:
    """Return what the chair may release, in the order of deciding; a paper of the chair's own is left out."""
    waiting = (
        select(Decision)
        .join(Decision.submission)
        .where(
            Decision.state == DecisionState.PENDING,
            Submission.edition_id == edition.id,
            Submission.id.not_in(own_submissions(chair)),
        )
        .options(contains_eager(Decision.submission), *_TOLD)
        .order_by(Decision.id)
    )
    return list(db.session.scalars(waiting))
