"""The organisers' first page: what waits, and the edition in numbers, in a constant number of statements."""

from dataclasses import dataclass

from sqlalchemy import func, select

from biblionet_reg.domain.letter import LetterState
from biblionet_reg.domain.registration import RegistrationState
from biblionet_reg.domain.review import DecisionState
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.domain.text import LocalText
from biblionet_reg.extensions import db
from biblionet_reg.models.account import StaffAccount
from biblionet_reg.models.edition import Edition, Subtopic
from biblionet_reg.models.job import Job
from biblionet_reg.models.letter import Letter
from biblionet_reg.models.review import Decision
from biblionet_reg.queries import jobs, registrations
from biblionet_reg.queries.overview_counts import EditionCounts, ReaderCounts, overview_counts
from biblionet_reg.queries.states import by_every_state
from biblionet_reg.queries.waiting import PapersBySubtopic

#: A withdrawn paper is nowhere on its way.
STANDING = tuple(state for state in SubmissionState if state is not SubmissionState.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class SubtopicCount:
    """How many submissions stand under a subtopic, by state, the withdrawn left out."""

    code: str
    title: LocalText
    by_state: dict[SubmissionState, int]

    @property
    def submissions(self) -> int:
        """All that stand under it."""
        return sum(self.by_state.values())


@dataclass(frozen=True, slots=True)
class Overview:
    """Numbers of one edition; `limit` None means there is no end of places."""

    registered: int
    cancelled: int
    limit: int | None
    by_state: dict[SubmissionState, int]
    by_subtopic: list[SubtopicCount]
    letters: dict[LetterState, int]
    failed_jobs: list[Job]
    counted: EditionCounts
    for_reader: ReaderCounts


def overview_of(edition: Edition, reader: StaffAccount) -> Overview:
    """Return the numbers in a few statements, however many there are; of the reader's own papers nothing is told that they may not know."""
    registered = registrations.count_by_state(edition)
    counted, for_reader = overview_counts(edition, reader)
    return Overview(
        registered=registered[RegistrationState.CONFIRMED],
        cancelled=registered[RegistrationState.CANCELLED],
        limit=edition.participant_limit,
        by_state={state: sum(number for (_id, one), number in counted.papers.items() if one is state) for state in SubmissionState},
        by_subtopic=_by_subtopic(edition, counted.papers),
        letters=_letters(edition),
        failed_jobs=jobs.failed(edition),
        counted=counted,
        for_reader=for_reader,
    )


def _by_subtopic(edition: Edition, counted: PapersBySubtopic) -> list[SubtopicCount]:
    subtopics = select(Subtopic.id, Subtopic.code, Subtopic.title).where(Subtopic.edition_id == edition.id)
    return [
        SubtopicCount(code, title, {state: counted.get((subtopic_id, state), 0) for state in STANDING})
        for subtopic_id, code, title in db.session.execute(subtopics.order_by(Subtopic.position))
    ]


def _letters(edition: Edition) -> dict[LetterState, int]:
    """Count letters by state; drafts of decisions that wait are told as decisions, not again as letters."""
    with_decision = select(Decision.letter_id).where(Decision.state == DecisionState.PENDING, Decision.letter_id.is_not(None))
    counted = select(Letter.state, func.count()).where(Letter.edition_id == edition.id, Letter.id.not_in(with_decision))
    return by_every_state(LetterState, counted.group_by(Letter.state))
