"""The organisers' list of submissions: filtered, searched, sorted and paged by the database."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, exists, func, select
from sqlalchemy.orm import selectinload
from sqlalchemy.sql.selectable import Subquery

from biblionet_reg.domain.person_name import PersonName
from biblionet_reg.domain.review import DecisionState
from biblionet_reg.domain.search import Question
from biblionet_reg.domain.submission import SubmissionKind, SubmissionState
from biblionet_reg.domain.text import LocalText
from biblionet_reg.extensions import db
from biblionet_reg.i18n import current_lang
from biblionet_reg.models.account import StaffAccount
from biblionet_reg.models.edition import Edition, PartnerSector, Subtopic
from biblionet_reg.models.review import Decision, Review
from biblionet_reg.models.submission import AUTHOR_NAME, Author, Partner, Submission
from biblionet_reg.queries.paging import PAGE_SIZE, Page, number_within
from biblionet_reg.queries.search import SUBMISSIONS, Found, search
from biblionet_reg.queries.search_terms import Column

#: Everything a page about one submission shows.
WHOLE = (
    selectinload(Submission.subtopic),
    selectinload(Submission.authors),
    selectinload(Submission.partners).selectinload(Partner.sector),
    selectinload(Submission.files),
)
HAS_PENDING = exists().where(Decision.submission_id == Submission.id, Decision.state == DecisionState.PENDING)


class SubmissionSort(StrEnum):
    """In which order the list stands; without a search, the best is the newest."""

    BEST = "best"
    NEWEST = "newest"
    TITLE = "title"
    SCORE = "score"
    REVIEWS = "reviews"


_BY_REVIEWS = {SubmissionSort.SCORE, SubmissionSort.REVIEWS}


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionFilter:
    """What the organiser asked to see; empty parts ask nothing."""

    words: str = ""
    subtopic: str = ""
    sector: str = ""
    state: SubmissionState | None = None
    kind: SubmissionKind | None = None
    sort: SubmissionSort = SubmissionSort.BEST
    page: int = 1


@dataclass(frozen=True, slots=True)
class SubmissionRow:
    """A submission in the list. Of a paper of the reader's own, `reviews` and `score` tell nothing."""

    code: str
    title: LocalText
    authors: list[PersonName]
    subtopic: LocalText
    kind: SubmissionKind
    state: SubmissionState
    submitted_at: datetime
    reviews: int
    score: float | None
    has_pending: bool
    is_own: bool
    is_demo: bool


@dataclass(frozen=True, slots=True)
class SubmissionList:
    """A page of the list, and how many there are in each state under the same other filters."""

    page: Page[SubmissionRow]
    by_state: dict[SubmissionState, int] = field(default_factory=dict)


def own_submissions(account: StaffAccount) -> Select[int]:
    """Return (as a subquery) the submissions of which the account's holder is an author."""
    return select(Author.submission_id).where(func.lower(Author.email) == account.email.strip().lower())


def submission_list(edition: Edition, chosen: SubmissionFilter, *, reader: StaffAccount) -> SubmissionList:
    """Return what the organiser asked to see, in four statements; a search takes at most three more."""
    found = search(SUBMISSIONS, Question(chosen.words), edition=edition)
    by_state = _by_state(edition, replace(chosen, state=None), found)
    total = by_state.get(chosen.state, 0) if chosen.state else sum(by_state.values())
    number, pages = number_within(chosen.page, total, size=PAGE_SIZE)
    ids = _ids(edition, replace(chosen, page=number), found, reader)
    return SubmissionList(Page(_rows(ids, reader), number, pages, total, found.closeness), by_state)


def by_code(edition: Edition, code: str) -> Submission | None:
    """Return a submission of this edition, whole, or None."""
    wanted = select(Submission).where(Submission.edition_id == edition.id, Submission.code == code)
    return db.session.scalar(wanted.options(*WHOLE))


def _by_state(edition: Edition, chosen: SubmissionFilter, found: Found) -> dict[SubmissionState, int]:
    counted = select(Submission.state, func.count()).where(*_conditions(edition, chosen)).group_by(Submission.state)
    rows = db.session.execute(found.counted(counted, Submission.id))
    numbers: dict[SubmissionState, int] = {state: number for state, number in rows}  # noqa: C416 - rows, not pairs
    return {state: numbers[state] for state in SubmissionState if state in numbers}


def _ids(edition: Edition, chosen: SubmissionFilter, found: Found, reader: StaffAccount) -> list[int]:
    """Which submissions stand on the page; what they say is read for these alone."""
    scores = _scores(reader)
    listed = select(Submission.id).where(*_conditions(edition, chosen))
    if chosen.sort in _BY_REVIEWS:
        listed = listed.outerjoin(scores, scores.c.submission_id == Submission.id)
    order = (*_order(chosen.sort, scores), Submission.id.desc())
    is_best = chosen.sort is SubmissionSort.BEST
    ordered = found.listed(listed, Submission.id, *order) if is_best else found.counted(listed, Submission.id).order_by(*order)
    return list(db.session.scalars(ordered.limit(PAGE_SIZE).offset((chosen.page - 1) * PAGE_SIZE)))


def _rows(ids: Sequence[int], reader: StaffAccount) -> list[SubmissionRow]:
    scores = _scores(reader, among=ids)
    own = Submission.id.in_(own_submissions(reader))
    told = (
        select(
            Submission.id,
            Submission.code,
            Submission.title,
            Subtopic.title.label("subtopic"),
            Submission.kind,
            Submission.state,
            Submission.submitted_at,
            func.coalesce(scores.c.reviews, 0).label("reviews"),
            scores.c.score,
            (HAS_PENDING & ~own).label("has_pending"),
            own.label("is_own"),
            Submission.is_demo,
        )
        .join(Subtopic, Subtopic.id == Submission.subtopic_id)
        .outerjoin(scores, scores.c.submission_id == Submission.id)
        .where(Submission.id.in_(ids))
    )
    names = _authors(ids)
    found = {row.id: _row(row, names) for row in db.session.execute(told)}
    return [found[submission_id] for submission_id in ids]


def _row(row: Row[*tuple[Any, ...]], names: dict[int, list[PersonName]]) -> SubmissionRow:
    return SubmissionRow(
        code=row.code,
        title=row.title,
        authors=names.get(row.id, []),
        subtopic=row.subtopic,
        kind=row.kind,
        state=row.state,
        submitted_at=row.submitted_at,
        reviews=row.reviews,
        score=None if row.score is None else float(row.score),
        has_pending=bool(row.has_pending),
        is_own=bool(row.is_own),
        is_demo=row.is_demo,
    )


def _scores(reader: StaffAccount, *, among: Sequence[int] | None = None) -> Subquery:
    """Number and mean of the reviews of each submission; nothing of the reader's own papers."""
    counted = select(Review.submission_id, func.count().label("reviews"), func.avg(Review.score).label("score"))
    if among is not None:
        counted = counted.where(Review.submission_id.in_(among))
    return counted.where(Review.submission_id.not_in(own_submissions(reader))).group_by(Review.submission_id).subquery()


def _authors(submission_ids: Sequence[int]) -> dict[int, list[PersonName]]:
    written = select(Author.submission_id, *AUTHOR_NAME).where(Author.submission_id.in_(submission_ids))
    names: dict[int, list[PersonName]] = {}
    for submission_id, *name in db.session.execute(written.order_by(Author.submission_id, Author.position)):
        names.setdefault(submission_id, []).append(PersonName(*name))
    return names


def _conditions(edition: Edition, chosen: SubmissionFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [Submission.edition_id == edition.id]
    if chosen.state is not None:
        conditions.append(Submission.state == chosen.state)
    if chosen.kind is not None:
        conditions.append(Submission.kind == chosen.kind)
    if chosen.subtopic:
        named = select(Subtopic.id).where(Subtopic.edition_id == edition.id, Subtopic.code == chosen.subtopic)
        conditions.append(Submission.subtopic_id.in_(named))
    if chosen.sector:
        told = (
            select(Partner.submission_id)
            .join(PartnerSector)
            .where(PartnerSector.edition_id == edition.id, PartnerSector.code == chosen.sector)
        )
        conditions.append(Submission.id.in_(told))
    return conditions


def _order(sort: SubmissionSort, scores: Subquery) -> list[Column]:
    if sort is SubmissionSort.TITLE:
        return list(Submission.alphabetical(current_lang()))
    if sort is SubmissionSort.SCORE:
        return [scores.c.score.desc().nulls_last()]
    if sort is SubmissionSort.REVIEWS:
        return [func.coalesce(scores.c.reviews, 0).asc()]
    return [Submission.submitted_at.desc()]
