"""How far reviewing has come: submissions by the number of their reviews, reviewers by how many they wrote."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select

from biblionet_reg.domain.submission import REVIEWABLE
from biblionet_reg.domain.waiting import ENOUGH_REVIEWS
from biblionet_reg.extensions import db
from biblionet_reg.models.account import StaffAccount
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.review import Review
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries.authorship import Own


@dataclass(frozen=True, slots=True)
class ReviewerCount:
    """A reviewer, and how many reviews they wrote."""

    name: str
    reviews: int


@dataclass(frozen=True, slots=True)
class ReviewProgress:
    """`by_reviews` says how many open submissions have no review, one, … up to enough of them or more."""

    by_reviewer: list[ReviewerCount]
    by_reviews: tuple[int, ...]

    @property
    def reviews(self) -> int:
        """All reviews written."""
        return sum(one.reviews for one in self.by_reviewer)


def review_progress(edition: Edition, own: Own) -> ReviewProgress:
    """Return how far it is, in two statements; of the reader's `own` papers nothing is told."""
    told = (Submission.edition_id == edition.id, Submission.id.not_in(own))
    return ReviewProgress(_by_reviewer(told), _by_reviews(told))


def _by_reviewer(told: tuple[ColumnElement[bool], ...]) -> list[ReviewerCount]:
    written = (
        select(Review.reviewer_id, func.count().label("reviews")).join(Submission).where(*told).group_by(Review.reviewer_id).subquery()
    )
    named = select(StaffAccount.name, written.c.reviews).join(written, written.c.reviewer_id == StaffAccount.id)
    rows = db.session.execute(named.order_by(written.c.reviews.desc(), StaffAccount.id))
    return [ReviewerCount(name, reviews) for name, reviews in rows]


def _by_reviews(told: tuple[ColumnElement[bool], ...]) -> tuple[int, ...]:
    """Return the numbers of submissions with no review, one, and so on; those with more than enough are among the last."""
    each = (
        select(func.count(Review.id).label("reviews"))
        .select_from(Submission)
        .outerjoin(Review, Review.submission_id == Submission.id)
        .where(*told, Submission.state.in_(REVIEWABLE))
        .group_by(Submission.id)
        .subquery()
    )
    counted = {number: papers for number, papers in db.session.execute(select(each.c.reviews, func.count()).group_by(each.c.reviews))}  # noqa: C416 - rows, not pairs
    enough = sum(papers for number, papers in counted.items() if number >= ENOUGH_REVIEWS)
    return (*(counted.get(number, 0) for number in range(ENOUGH_REVIEWS)), enough)
