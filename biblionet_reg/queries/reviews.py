"""Reviews: what a reviewer has before them, and what others said of a submission."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Select, and_, exists, func, select
from sqlalchemy.orm import aliased, joinedload

from biblionet_reg.domain.review import DecisionState, is_among
from biblionet_reg.domain.submission import REVIEWABLE, SubmissionKind
from biblionet_reg.domain.text import LocalText
from biblionet_reg.extensions import db
from biblionet_reg.models.account import StaffAccount
from biblionet_reg.models.edition import Edition, Subtopic
from biblionet_reg.models.review import Decision, Review
from biblionet_reg.models.submission import Author, Submission
from biblionet_reg.queries.paging import PAGE_SIZE, Page, number_within
from biblionet_reg.queries.submission_lists import HAS_PENDING, WHOLE, own_submissions

_ANY_REVIEW = aliased(Review)


class ReviewFilter(StrEnum):
    """Which submissions a reviewer wants to see."""

    ALL = "all"
    UNREVIEWED = "unreviewed"
    MINE = "mine"


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A submission in a reviewer's list."""

    code: str
    title: LocalText
    kind: SubmissionKind
    subtopic: LocalText
    submitted_at: datetime
    review_count: int
    own_score: int | None
    is_demo: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a reviewer has come."""

    done: int
    total: int


def is_own(submission: Submission, account: StaffAccount) -> bool:
    """Say whether the account's holder is an author of the submission."""
    return is_among(account.email, db.session.scalars(select(Author.email).where(Author.submission_id == submission.id)))


def has_pending_decision(submission: Submission) -> bool:
    """Say whether a decision on the submission waits for release."""
    pending = exists().where(Decision.submission_id == submission.id, Decision.state == DecisionState.PENDING)
    return bool(db.session.scalar(select(pending)))


def reviewable(edition: Edition, reviewer: StaffAccount, chosen: ReviewFilter = ReviewFilter.ALL, *, page: int = 1) -> Page[ReviewRow]:
    """Return a page of what the reviewer may score, those with the fewest reviews first."""
    listed = _reviewable(edition, reviewer)
    if chosen is ReviewFilter.UNREVIEWED:
        listed = listed.where(Review.id.is_(None))
    elif chosen is ReviewFilter.MINE:
        listed = listed.where(Review.id.is_not(None))
    total = db.session.scalar(select(func.count()).select_from(listed.order_by(None).subquery())) or 0
    number, pages = number_within(page, total)
    rows = db.session.execute(listed.limit(PAGE_SIZE).offset((number - 1) * PAGE_SIZE))
    return Page([ReviewRow(*row) for row in rows], number, pages, total)


def next_unreviewed(edition: Edition, reviewer: StaffAccount, *, after: str = "") -> str | None:
    """Return the code of the submission to review next, other than `after`."""
    waiting = _reviewable(edition, reviewer).where(Review.id.is_(None), Submission.code != after).limit(1)
    row = db.session.execute(waiting).first()
    return row.code if row is not None else None


def progress(edition: Edition, reviewer: StaffAccount) -> Progress:
    """Return how many of the submissions open to the reviewer they have reviewed."""
    listed = _reviewable(edition, reviewer).order_by(None).subquery()
    done, total = db.session.execute(select(func.count(listed.c.own_score), func.count())).one()
    return Progress(done, total)


def _reviewable(edition: Edition, reviewer: StaffAccount) -> Select[str, LocalText, SubmissionKind, LocalText, datetime, int, int, bool]:
    counted = select(func.count()).where(_ANY_REVIEW.submission_id == Submission.id).scalar_subquery()
    return (
        select(
            Submission.code,
            Submission.title,
            Submission.kind,
            Subtopic.title.label("subtopic"),
            Submission.submitted_at,
            counted.label("review_count"),
            Review.score.label("own_score"),
            Submission.is_demo,
        )
        .join(Subtopic, Subtopic.id == Submission.subtopic_id)
        .outerjoin(Review, and_(Review.submission_id == Submission.id, Review.reviewer_id == reviewer.id))
        .where(
            Submission.edition_id == edition.id,
            Submission.state.in_(REVIEWABLE),
            ~HAS_PENDING,
            Submission.id.not_in(own_submissions(reviewer)),
        )
        .order_by(counted, Submission.submitted_at, Submission.id)
    )


def submission_for(edition: Edition, code: str, reviewer: StaffAccount) -> Submission | None:
    """Return a submission of this edition for its reviewer, whole; never one of their own."""
    wanted = select(Submission).where(
        Submission.edition_id == edition.id, Submission.code == code, Submission.id.not_in(own_submissions(reviewer))
    )
    return db.session.scalar(wanted.options(*WHOLE))


def review_of(submission: Submission, reviewer: StaffAccount) -> Review | None:
    """Return the reviewer's own review of the submission."""
    return db.session.scalar(select(Review).where(Review.submission_id == submission.id, Review.reviewer_id == reviewer.id))


def reviews_of(submission: Submission) -> list[Review]:
    """Return every review of the submission with its reviewer, the first one first."""
    return list(
        db.session.scalars(
            select(Review).where(Review.submission_id == submission.id).options(joinedload(Review.reviewer)).order_by(Review.id)
        )
    )


def comments_for_authors(submission: Submission) -> list[str]:
    """Return what reviewers say to the authors, without names, the first review first."""
    said = select(Review.comment_for_authors).where(Review.submission_id == submission.id, Review.comment_for_authors != "")
    return list(db.session.scalars(said.order_by(Review.id)))
