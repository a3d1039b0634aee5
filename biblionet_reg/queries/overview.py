"""The organisers' first page: what waits, and the edition in numbers, in a constant number of statements."""

from dataclasses import dataclass

from sqlalchemy import and_, func, select

from biblionet_reg.domain.letter import LetterState
from biblionet_reg.domain.registration import RegistrationState
from biblionet_reg.domain.review import DecisionState
from biblionet_reg.domain.submission import REVIEWABLE, SubmissionState
from biblionet_reg.domain.text import LocalText
from biblionet_reg.extensions import db
from biblionet_reg.models.account import StaffAccount
from biblionet_reg.models.edition import Edition, Subtopic
from biblionet_reg.models.letter import Letter
from biblionet_reg.models.review import Decision, Review
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries import programme_versions, registrations
from biblionet_reg.queries.submission_lists import HAS_PENDING, own_submissions

#: How many submissions a subtopic (by its key) has in each state.
Counted = dict[tuple[int, SubmissionState], int]


@dataclass(frozen=True, slots=True)
class SubtopicCount:
    """How many submissions stand under a subtopic, the withdrawn left out, and how many are accepted."""

    code: str
    title: LocalText
    submissions: int
    accepted: int


@dataclass(frozen=True, slots=True)
class Overview:
    """Numbers of one edition; `limit` None means there is no end of places."""

    registered: int
    cancelled: int
    limit: int | None
    by_state: dict[SubmissionState, int]
    by_subtopic: list[SubtopicCount]
    reviews: int
    reviewers: int
    without_review: int
    pending_decisions: int
    withdrawn_published: int
    letters: dict[LetterState, int]


def overview_of(edition: Edition, reader: StaffAccount) -> Overview:
    """Return the numbers in a few statements, however many there are; a pending decision on the reader's own paper is not told."""
    registered, submissions = registrations.count_by_state(edition), _submissions(edition)
    reviews, reviewers = _reviews(edition)
    without_review, pending = _waiting(edition, reader)
    return Overview(
        registered=registered[RegistrationState.CONFIRMED],
        cancelled=registered[RegistrationState.CANCELLED],
        limit=edition.participant_limit,
        by_state=_by_state(submissions),
        by_subtopic=_by_subtopic(edition, submissions),
        reviews=reviews,
        reviewers=reviewers,
        without_review=without_review,
        pending_decisions=pending,
        withdrawn_published=_withdrawn_published(edition),
        letters=_letters(edition),
    )


def _submissions(edition: Edition) -> Counted:
    grouped = (Submission.subtopic_id, Submission.state)
    counted = select(*grouped, func.count()).where(Submission.edition_id == edition.id).group_by(*grouped)
    return {(subtopic_id, state): number for subtopic_id, state, number in db.session.execute(counted)}


def _by_state(counted: Counted) -> dict[SubmissionState, int]:
    return {state: sum(number for (_id, one), number in counted.items() if one is state) for state in SubmissionState}


def _by_subtopic(edition: Edition, counted: Counted) -> list[SubtopicCount]:
    subtopics = select(Subtopic.id, Subtopic.code, Subtopic.title).where(Subtopic.edition_id == edition.id)
    standing = [state for state in SubmissionState if state is not SubmissionState.WITHDRAWN]
    return [
        SubtopicCount(
            code,
            title,
            sum(counted.get((subtopic_id, state), 0) for state in standing),
            counted.get((subtopic_id, SubmissionState.ACCEPTED), 0),
        )
        for subtopic_id, code, title in db.session.execute(subtopics.order_by(Subtopic.position))
    ]


def _reviews(edition: Edition) -> tuple[int, int]:
    counted = select(func.count(), func.count(Review.reviewer_id.distinct())).join(Submission).where(Submission.edition_id == edition.id)
    reviews, reviewers = db.session.execute(counted).one()
    return reviews, reviewers


def _waiting(edition: Edition, reader: StaffAccount) -> tuple[int, int]:
    reviewed = select(Review.submission_id)
    unread = and_(Submission.state.in_(REVIEWABLE), ~HAS_PENDING, Submission.id.not_in(reviewed))
    pending = and_(HAS_PENDING, Submission.id.not_in(own_submissions(reader)))
    counted = select(func.count().filter(unread), func.count().filter(pending)).where(Submission.edition_id == edition.id)
    without_review, waiting = db.session.execute(counted).one()
    return without_review, waiting


def _withdrawn_published(edition: Edition) -> int:
    version = programme_versions.latest(edition)
    return len(programme_versions.withdrawn_since(version, edition)) if version else 0


def _letters(edition: Edition) -> dict[LetterState, int]:
    """Count letters by state; drafts of decisions that wait are told as decisions, not again as letters."""
    with_decision = select(Decision.letter_id).where(Decision.state == DecisionState.PENDING, Decision.letter_id.is_not(None))
    counted = select(Letter.state, func.count()).where(Letter.edition_id == edition.id, Letter.id.not_in(with_decision))
    counted = counted.group_by(Letter.state)
    found: dict[LetterState, int] = {state: number for state, number in db.session.execute(counted)}  # noqa: C416 - rows, not pairs
    return {state: found.get(state, 0) for state in LetterState}
