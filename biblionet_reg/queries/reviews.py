"""Reviews: what a reviewer has before them, and what others said of a submission."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, Select, and_, func, select
from sqlalchemy.orm import aliased, joinedload

from biblionet_reg.domain.search import Question
from biblionet_reg.domain.search_words import Field
from biblionet_reg.domain.submission import REVIEWABLE, SubmissionKind
from biblionet_reg.domain.text import LocalText
from biblionet_reg.extensions import db
from biblionet_reg.models.account import StaffAccount
from biblionet_reg.models.edition import Edition, Subtopic
from biblionet_reg.models.review import Review
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries.authorship import own_submissions
from biblionet_reg.queries.decisions import HAS_PENDING
from biblionet_reg.queries.paging import Cut, Page
from biblionet_reg.queries.search import SUBMISSIONS, Found, search
from biblionet_reg.queries.submissions import WHOLE

# What their pages show: never an address.
_SHOWN_TO_REVIEWERS = tuple(field for field in Field if field is not Field.ADDRESS)
_ANY_REVIEW = aliased(Review)
_REVIEW_COUNT = select(func.count()).where(_ANY_REVIEW.submission_id == Submission.id).scalar_subquery()


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
    is_demo: bool
    review_count: int
    own_score: int | None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a reviewer has come."""

    done: int
    total: int

    def of(self, chosen: ReviewFilter) -> int:
        """Return how many submissions a filter leaves."""
        return {ReviewFilter.ALL: self.total, ReviewFilter.MINE: self.done}.get(chosen, self.total - self.done)


@dataclass(frozen=True, slots=True)
class ReviewList:
    """A page of the reviewer's list, and how far they have come."""

    page: Page[ReviewRow]
    progress: Progress


def review_list(
    edition: Edition, reviewer: StaffAccount, chosen: ReviewFilter = ReviewFilter.ALL, *, words: str = "", page: int = 1
) -> ReviewList:
    """Return a page of what the reviewer may score, what was searched best first, then those with the fewest reviews.

    It takes three statements, and a search at most four more.
    """
    found = search(SUBMISSIONS, Question(words, _SHOWN_TO_REVIEWERS), edition=edition)
    progress = progress_of(edition, reviewer)
    total = _total(edition, reviewer, chosen, found) if words else progress.of(chosen)
    cut = Cut.at(page, total)
    listed = found.listed(_open(edition, reviewer, chosen), Submission.id, _REVIEW_COUNT, Submission.id)
    rows = db.session.execute(cut.of(listed)).all()
    return ReviewList(cut.page(_rows(rows), found.closeness), progress)


def _total(edition: Edition, reviewer: StaffAccount, chosen: ReviewFilter, found: Found) -> int:
    counted = _open(edition, reviewer, chosen).with_only_columns(func.count(), maintain_column_froms=True)
    return db.session.scalar(found.counted(counted, Submission.id)) or 0


def next_unreviewed(edition: Edition, reviewer: StaffAccount, *, after: str = "") -> str | None:
    """Return the code of the submission to review next, other than `after`."""
    waiting = _fewest_first(_open(edition, reviewer, ReviewFilter.UNREVIEWED)).where(Submission.code != after)
    return db.session.scalar(waiting.with_only_columns(Submission.code, maintain_column_froms=True).limit(1))


def progress_of(edition: Edition, reviewer: StaffAccount) -> Progress:
    """Return how many of the submissions open to the reviewer they have reviewed."""
    counted = _open(edition, reviewer, ReviewFilter.ALL).with_only_columns(func.count(Review.id), func.count(), maintain_column_froms=True)
    done, total = db.session.execute(counted).one()
    return Progress(done, total)


def _open(edition: Edition, reviewer: StaffAccount, chosen: ReviewFilter) -> Select[int, int, int | None]:
    """What is open to the reviewer, with the number of its reviews and the reviewer's own score."""
    found = (
        select(Submission.id, _REVIEW_COUNT, Review.score)
        .outerjoin(Review, and_(Review.submission_id == Submission.id, Review.reviewer_id == reviewer.id))
        .where(
            Submission.edition_id == edition.id,
            Submission.state.in_(REVIEWABLE),
            ~HAS_PENDING,
            Submission.id.not_in(own_submissions(reviewer)),
        )
    )
    if chosen is ReviewFilter.ALL:
        return found
    return found.where(Review.id.is_(None) if chosen is ReviewFilter.UNREVIEWED else Review.id.is_not(None))


def _fewest_first(found: Select[int, int, int | None]) -> Select[int, int, int | None]:
    return found.order_by(_REVIEW_COUNT, Submission.id)


def _rows(found: Sequence[Row[int, int, int | None]]) -> list[ReviewRow]:
    """What the listed submissions say, read for these alone."""
    told = (
        select(Submission.id, Submission.code, Submission.title, Submission.kind, Subtopic.title.label("subtopic"), Submission.is_demo)
        .join(Subtopic, Subtopic.id == Submission.subtopic_id)
        .where(Submission.id.in_([submission_id for submission_id, _count, _score in found]))
    )
    facts = {row.id: row for row in db.session.execute(told)}
    return [_row(facts[submission_id], count, score) for submission_id, count, score in found]


def _row(facts: Row[*tuple[Any, ...]], review_count: int, own_score: int | None) -> ReviewRow:
    return ReviewRow(facts.code, facts.title, facts.kind, facts.subtopic, facts.is_demo, review_count, own_score)


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
