"""The organisers' list of submissions: filtered, searched, sorted and paged by the database."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from enum import StrEnum

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.sql.selectable import Subquery

from biblionet_reg.domain.list_columns import SubmissionColumn
from biblionet_reg.domain.search import Question
from biblionet_reg.domain.submission import SubmissionKind, SubmissionState
from biblionet_reg.domain.waiting import Waiting
from biblionet_reg.extensions import db
from biblionet_reg.i18n import current_lang
from biblionet_reg.models.account import StaffAccount
from biblionet_reg.models.edition import Edition, PartnerSector, Subtopic
from biblionet_reg.models.submission import Partner, Submission
from biblionet_reg.queries.paging import Cut, Page
from biblionet_reg.queries.search import SUBMISSIONS, Found, search
from biblionet_reg.queries.search_terms import Column
from biblionet_reg.queries.states import by_state
from biblionet_reg.queries.submission_rows import SubmissionRow, rows_of, scores_for
from biblionet_reg.queries.waiting import waits_for


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
    waits: Waiting | None = None
    sort: SubmissionSort = SubmissionSort.BEST
    page: int = 1
    size: int | None = None
    columns: Collection[SubmissionColumn] = ()


@dataclass(frozen=True, slots=True)
class SubmissionList:
    """A page of the list, and how many there are in each state under the same other filters."""

    page: Page[SubmissionRow]
    by_state: dict[SubmissionState, int] = field(default_factory=dict)


def submission_list(edition: Edition, chosen: SubmissionFilter, *, reader: StaffAccount) -> SubmissionList:
    """Return what the organiser asked to see, in four statements; a search takes at most three more, some columns one each."""
    found = search(SUBMISSIONS, Question(chosen.words), edition=edition)
    numbers = _by_state(edition, replace(chosen, state=None), found, reader)
    cut = Cut.at(chosen.page, numbers.get(chosen.state, 0) if chosen.state else sum(numbers.values()), size=chosen.size)
    ids = list(db.session.scalars(cut.of(_ids(edition, chosen, found, reader))))
    rows = rows_of(ids, reader, columns=chosen.columns, some=None if chosen.size is None else _all_ids(edition, chosen, found, reader))
    return SubmissionList(cut.page(rows, found.closeness), numbers)


def _all_ids(edition: Edition, chosen: SubmissionFilter, found: Found, reader: StaffAccount) -> Select[int]:
    """Which submissions a whole list holds, in no order."""
    return found.counted(select(Submission.id).where(*_conditions(edition, chosen, reader)), Submission.id)


def _by_state(edition: Edition, chosen: SubmissionFilter, found: Found, reader: StaffAccount) -> dict[SubmissionState, int]:
    counted = select(Submission.state, func.count()).where(*_conditions(edition, chosen, reader)).group_by(Submission.state)
    return by_state(SubmissionState, found.counted(counted, Submission.id))


def _ids(edition: Edition, chosen: SubmissionFilter, found: Found, reader: StaffAccount) -> Select[int]:
    """Which submissions stand in the list; what they say is read for those of a page alone."""
    scores = scores_for(reader)
    listed = select(Submission.id).where(*_conditions(edition, chosen, reader))
    if chosen.sort in _BY_REVIEWS:
        listed = listed.outerjoin(scores, scores.c.submission_id == Submission.id)
    order = (*_order(chosen.sort, scores), Submission.id.desc())
    if chosen.sort is SubmissionSort.BEST:
        return found.listed(listed, Submission.id, *order)
    return found.counted(listed, Submission.id).order_by(*order)


def _conditions(edition: Edition, chosen: SubmissionFilter, reader: StaffAccount) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [Submission.edition_id == edition.id]
    if chosen.state is not None:
        conditions.append(Submission.state == chosen.state)
    if chosen.kind is not None:
        conditions.append(Submission.kind == chosen.kind)
    if chosen.waits is not None:
        conditions.append(waits_for(chosen.waits, reader))
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
