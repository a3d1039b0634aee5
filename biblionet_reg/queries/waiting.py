"""Submissions by what they wait for: what the overview counts is what the list shows."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, select

from biblionet_reg.domain.review import DecisionState, Outcome
from biblionet_reg.domain.submission import REVIEWABLE, SubmissionState
from biblionet_reg.domain.waiting import ENOUGH_REVIEWS, Waiting
from biblionet_reg.extensions import db
from biblionet_reg.models.account import StaffAccount
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.programme import Slot
from biblionet_reg.models.review import Decision, Review
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries.authorship import Own, own_submissions
from biblionet_reg.queries.decisions import HAS_PENDING

#: How many submissions a subtopic (by its key) has in each state.
PapersBySubtopic = dict[tuple[int, SubmissionState], int]
_REVIEWED = select(Review.submission_id)
_REVIEWED_ENOUGH = _REVIEWED.group_by(Review.submission_id).having(func.count() >= ENOUGH_REVIEWS)
#: The author was asked for changes and has sent them.
_CHANGED = and_(
    Submission.state == SubmissionState.SUBMITTED,
    ~HAS_PENDING,
    exists().where(Decision.submission_id == Submission.id, Decision.state == DecisionState.RELEASED, Decision.outcome == Outcome.CHANGES),
)
_UNDECIDED = and_(Submission.state.in_((SubmissionState.SUBMITTED, SubmissionState.UNDER_REVIEW)), ~HAS_PENDING)


def waits_for(what: Waiting, reader: StaffAccount) -> ColumnElement[bool]:
    """Return the condition of a list of submissions; the reader's own papers wait for others."""
    return _waits(what, own_submissions(reader))


def _waits(what: Waiting, own: Own) -> ColumnElement[bool]:
    not_own = Submission.id.not_in(own)
    match what:
        case Waiting.FIRST_REVIEW:
            return and_(Submission.state.in_(REVIEWABLE), ~HAS_PENDING, Submission.id.not_in(_REVIEWED), not_own)
        case Waiting.SECOND_LOOK:
            return and_(_CHANGED, not_own)
        case Waiting.DECISION:
            return and_(_UNDECIDED, ~_CHANGED, Submission.id.in_(_REVIEWED_ENOUGH), not_own)
        case Waiting.PLACE:
            return and_(Submission.state == SubmissionState.ACCEPTED, ~exists().where(Slot.submission_id == Submission.id))


def count_papers(edition: Edition, own: Own) -> tuple[PapersBySubtopic, dict[Waiting, int], int]:
    """Return how many submissions there are, how many wait for each, and how many decisions who has written `own` may release.

    It takes one statement, which looks at every submission once.
    """
    conditions = [*(_waits(what, own) for what in Waiting), and_(HAS_PENDING, Submission.id.not_in(own))]
    grouped = (Submission.subtopic_id, Submission.state)
    counted = select(*grouped, func.count(), *(func.count().filter(condition) for condition in conditions))
    rows: Sequence[Any] = db.session.execute(counted.where(Submission.edition_id == edition.id).group_by(*grouped)).all()
    papers = {(row[0], row[1]): row[2] for row in rows}
    *waiting, decided = (sum(row[place] for row in rows) for place in range(3, 3 + len(conditions)))
    return papers, dict(zip(Waiting, waiting, strict=True)), decided
