"""Reviewing: one opinion per reviewer and submission, theirs to change while reviews are open."""

from dataclasses import dataclass

from biblionet_reg import clock
from biblionet_reg.domain.review import OwnSubmission, Recommendation, refuse_unreviewable
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.extensions import db
from biblionet_reg.models.account import StaffAccount
from biblionet_reg.models.review import Review
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries import reviews
from biblionet_reg.queries.authorship import is_own
from biblionet_reg.queries.decisions import has_pending_decision
from biblionet_reg.services import audit, submissions
from biblionet_reg.services.editions import refuse_when_closed
from biblionet_reg.services.transaction import transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What a reviewer says of a submission."""

    score: int
    recommendation: Recommendation
    comment_for_authors: str = ""
    comment_for_chairs: str = ""


def save_review(submission: Submission, opinion: Opinion, *, reviewer: StaffAccount) -> Review:
    """Keep the reviewer's opinion, new or changed; the first one puts the submission under review.

    Raises EditionClosed, OwnSubmission or NotReviewable.
    """
    with transaction() as session:
        refuse_when_closed(submission.edition)
        session.refresh(submission, with_for_update={"of": Submission})
        if is_own(submission, reviewer):
            raise OwnSubmission
        refuse_unreviewable(submission.state, has_pending=has_pending_decision(submission))
        review = _own_or_new(submission, reviewer)
        _write(review, opinion)
        session.flush()
        if submission.state is SubmissionState.SUBMITTED:
            submissions.move(submission, SubmissionState.UNDER_REVIEW, by=reviewer.email)
        audit.record("review.saved", by=reviewer.email, edition=submission.edition, subject_kind="submission", subject_code=submission.code)
    return review


def _own_or_new(submission: Submission, reviewer: StaffAccount) -> Review:
    review = reviews.review_of(submission, reviewer)
    if review is None:
        review = Review(submission_id=submission.id, reviewer_id=reviewer.id, created_at=clock.now())
        db.session.add(review)
    return review


def _write(review: Review, opinion: Opinion) -> None:
    review.score = opinion.score
    review.recommendation = opinion.recommendation
    review.comment_for_authors = opinion.comment_for_authors
    review.comment_for_chairs = opinion.comment_for_chairs
    review.updated_at = clock.now()
