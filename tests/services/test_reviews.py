"""Reviewing: own opinions, the first one, the closed door."""

import pytest
from sqlalchemy import select

from biblionet_reg import clock
from biblionet_reg.domain.edition import EditionClosed
from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.domain.review import NotReviewable, Outcome, OwnSubmission, Recommendation
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.models.audit import AuditEntry
from biblionet_reg.models.review import Review
from biblionet_reg.services import decisions, submissions
from biblionet_reg.services.reviews import save_review
from tests.reviewing import account_in, opinion, submission_in


def test_the_first_review_puts_the_submission_under_review(session, edition):
    submission, reviewer = submission_in(edition), account_in(edition, StaffRole.REVIEWER)

    review = save_review(submission, opinion(), reviewer=reviewer)

    assert (review.score, review.recommendation, review.comment_for_authors) == (4, Recommendation.ACCEPT, "Додајте пример из праксе.")
    assert submission.state is SubmissionState.UNDER_REVIEW
    actions = session.scalars(select(AuditEntry.action).where(AuditEntry.actor == reviewer.email).order_by(AuditEntry.id)).all()
    assert actions == ["submission.moved", "review.saved"]


def test_saving_again_changes_the_one_review(session, edition):
    submission, reviewer = submission_in(edition), account_in(edition, StaffRole.REVIEWER)
    save_review(submission, opinion(), reviewer=reviewer)

    save_review(submission, opinion(score=2, recommendation=Recommendation.REJECT, comment_for_authors=""), reviewer=reviewer)

    kept = session.execute(select(Review.score, Review.recommendation, Review.comment_for_authors)).all()
    assert kept == [(2, Recommendation.REJECT, "")]


def test_two_reviewers_have_a_review_each(session, edition):
    submission = submission_in(edition)

    for address in ("one@example.org", "two@example.org"):
        save_review(submission, opinion(), reviewer=account_in(edition, StaffRole.REVIEWER, address))

    assert len(session.scalars(select(Review)).all()) == 2
    assert submission.state is SubmissionState.UNDER_REVIEW


def test_an_author_does_not_review_their_own_paper_whatever_the_case_of_the_address(session, edition):
    submission, author = submission_in(edition), account_in(edition, StaffRole.REVIEWER, "Ljubica@Example.org")

    with pytest.raises(OwnSubmission):
        save_review(submission, opinion(), reviewer=author)

    assert session.scalars(select(Review)).all() == []
    assert submission.state is SubmissionState.SUBMITTED


def test_a_withdrawn_submission_takes_no_review(session, edition):
    submission, reviewer = submission_in(edition), account_in(edition, StaffRole.REVIEWER)
    submissions.withdraw(submission, by=submission.code)

    with pytest.raises(NotReviewable):
        save_review(submission, opinion(), reviewer=reviewer)


def test_a_pending_decision_closes_the_reviews(session, edition):
    submission, reviewer = submission_in(edition), account_in(edition, StaffRole.REVIEWER)
    decisions.decide(submission, Outcome.REJECT, chair=account_in(edition, StaffRole.CHAIR))

    with pytest.raises(NotReviewable):
        save_review(submission, opinion(), reviewer=reviewer)


def test_a_closed_edition_takes_no_review(session, edition):
    submission, reviewer = submission_in(edition), account_in(edition, StaffRole.REVIEWER)
    edition.closed_at, edition.closed_by = clock.now(), "test"
    session.commit()

    with pytest.raises(EditionClosed):
        save_review(submission, opinion(), reviewer=reviewer)
