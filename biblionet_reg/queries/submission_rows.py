"""Submissions as lines of the organisers' list: with their authors, reviews and scores."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Select, bindparam, func, select
from sqlalchemy.sql.selectable import Subquery

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.list_columns import SubmissionColumn
from biblionet_reg.domain.person_name import PersonName
from biblionet_reg.domain.submission import SubmissionKind, SubmissionState
from biblionet_reg.domain.text import LocalText
from biblionet_reg.extensions import db
from biblionet_reg.models.account import StaffAccount
from biblionet_reg.models.edition import PartnerSector, Subtopic
from biblionet_reg.models.review import Review
from biblionet_reg.models.submission import AUTHOR_NAME, Author, Partner, Submission
from biblionet_reg.queries.authorship import address_of, is_by, own_submissions
from biblionet_reg.queries.decisions import HAS_PENDING

#: Some submissions: their ids, or a statement of them where there are too many to be named; a place for ids.
Some = Sequence[int] | Select[int]
_Among = Some | BindParameter[Any]
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_READER: BindParameter[str] = bindparam("reader")


@dataclass(frozen=True, slots=True)
class AuthorOfRow:
    """An author as a list tells of them."""

    name: PersonName
    institution_name: str
    institution_place: str
    email: str
    is_corresponding: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionRow:
    """A submission in the list. Of a paper of the reader's own, `reviews`, `score` and `reviewers` tell nothing.

    Sectors and reviewers are told where their columns are asked for.
    """

    code: str
    title: LocalText
    authors: Sequence[AuthorOfRow]
    subtopic: LocalText
    keywords: LocalText
    kind: SubmissionKind
    language: Lang
    state: SubmissionState
    submitted_at: datetime
    updated_at: datetime
    reviews: int
    score: float | None
    has_pending: bool
    is_own: bool
    is_demo: bool
    sectors: Sequence[LocalText] = ()
    reviewers: Sequence[str] = ()


def rows_of(
    ids: Sequence[int], reader: StaffAccount, *, columns: Collection[SubmissionColumn] = (), some: Some | None = None
) -> list[SubmissionRow]:
    """Return the rows of these submissions, in their order, in two statements, and one for each of sectors and reviewers.

    `some` names the same submissions as a statement where there may be very many.
    """
    told, written, page = (_TOLD, _WRITTEN, {"ids": ids}) if some is None else (_told(some), _written(some), {})
    some = ids if some is None else some
    authors = _authors(db.session.execute(written, page))
    sectors = _sectors(some) if SubmissionColumn.SECTORS in columns else {}
    reviewers = _reviewers(some, reader) if SubmissionColumn.REVIEWERS in columns else {}
    found = {}
    for row in db.session.execute(told, {"reader": address_of(reader), **page}):
        values = dict(row._mapping)  # noqa: SLF001 - a row's documented way to its names
        number, score = values.pop("id"), values.pop("score")
        found[number] = SubmissionRow(
            **values,
            score=None if score is None else float(score),
            authors=authors.get(number, ()),
            sectors=sectors.get(number, ()),
            reviewers=reviewers.get(number, ()),
        )
    return [found[number] for number in ids]


def _told(some: _Among) -> Select[*tuple[Any, ...]]:
    """What is told of some submissions, but for their authors; who reads it is given when it is asked."""
    scores = _scores(Review.submission_id.in_(some), ~is_by(_READER, Review.submission_id))
    own = is_by(_READER, Submission.id)
    return (
        select(
            Submission.id,
            Submission.code,
            Submission.title,
            Subtopic.title.label("subtopic"),
            Submission.keywords,
            Submission.kind,
            Submission.language,
            Submission.state,
            Submission.submitted_at,
            Submission.updated_at,
            func.coalesce(scores.c.reviews, 0).label("reviews"),
            scores.c.score,
            (HAS_PENDING & ~own).label("has_pending"),
            own.label("is_own"),
            Submission.is_demo,
        )
        .join(Subtopic, Subtopic.id == Submission.subtopic_id)
        .outerjoin(scores, scores.c.submission_id == Submission.id)
        .where(Submission.id.in_(some))
    )


def scores_for(reader: StaffAccount) -> Subquery:
    """Return (as a subquery) number and mean of the reviews of each submission; nothing of the reader's own papers."""
    return _scores(Review.submission_id.not_in(own_submissions(reader)))


def _scores(*among: ColumnElement[bool]) -> Subquery:
    counted = select(Review.submission_id, func.count().label("reviews"), func.avg(Review.score).label("score"))
    return counted.where(*among).group_by(Review.submission_id).subquery()


def _written(some: _Among) -> Select[*tuple[Any, ...]]:
    more = (Author.institution_name, Author.institution_place, Author.email, Author.is_corresponding)
    written = select(Author.submission_id, *AUTHOR_NAME, *more).where(Author.submission_id.in_(some))
    return written.order_by(Author.submission_id, Author.position)


#: Built once: every page of the list asks these of its own submissions.
_TOLD, _WRITTEN = _told(_IDS), _written(_IDS)


def _authors(rows: Iterable[Any]) -> dict[int, list[AuthorOfRow]]:
    found: dict[int, list[AuthorOfRow]] = {}
    for row in rows:
        name = PersonName(row.given_name, row.family_name, row.other_given_name, row.other_family_name)
        author = AuthorOfRow(name, row.institution_name, row.institution_place, row.email, row.is_corresponding)
        found.setdefault(row.submission_id, []).append(author)
    return found


def _sectors(some: Some) -> dict[int, list[LocalText]]:
    """The sectors of the partners, each once, in the order of the edition."""
    listed = select(Partner.submission_id, PartnerSector.title).join(PartnerSector, PartnerSector.id == Partner.sector_id)
    found: dict[int, list[LocalText]] = {}
    for number, title in db.session.execute(listed.where(Partner.submission_id.in_(some)).order_by(PartnerSector.position, Partner.id)):
        titles = found.setdefault(number, [])
        if title not in titles:
            titles.append(title)
    return found


def _reviewers(some: Some, reader: StaffAccount) -> dict[int, list[str]]:
    listed = select(Review.submission_id, StaffAccount.name).join(StaffAccount, StaffAccount.id == Review.reviewer_id)
    others = listed.where(Review.submission_id.in_(some), Review.submission_id.not_in(own_submissions(reader)))
    found: dict[int, list[str]] = {}
    for number, name in db.session.execute(others.order_by(Review.created_at, Review.id)):
        found.setdefault(number, []).append(name)
    return found
