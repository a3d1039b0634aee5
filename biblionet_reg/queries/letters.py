"""The outbox as people see it: filtered, searched and paged by the database."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, Select, and_, func, or_, select
from sqlalchemy.orm import joinedload

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.letter import DECISION_KINDS, LINKS_LIMIT, LINKS_WITHIN, LetterKind, LetterState
from biblionet_reg.domain.search import Question
from biblionet_reg.extensions import db
from biblionet_reg.models.account import StaffAccount
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.letter import CODE_LENGTH, Letter, code_in
from biblionet_reg.models.registration import Registration
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries.authorship import own_submissions
from biblionet_reg.queries.paging import Cut, Page
from biblionet_reg.queries.search import LETTERS, Found, search
from biblionet_reg.queries.states import by_state

# No name of a host comes after this one in any order of letters.
_BEYOND = "z" * 64


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFilter:
    """What somebody asked to see; empty parts ask nothing."""

    words: str = ""
    state: LetterState | None = None
    kind: LetterKind | None = None
    page: int = 1
    size: int | None = None


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A letter in the list."""

    code: str
    kind: LetterKind
    to_name: str
    to_email: str
    subject: str
    language: Lang
    state: LetterState
    created_at: datetime
    sent_at: datetime | None
    is_demo: bool


@dataclass(frozen=True, slots=True)
class LetterList:
    """A page of the outbox, and how many there are in each state under the same other filters."""

    page: Page[LetterRow]
    by_state: dict[LetterState, int]


def letter_list(edition: Edition, chosen: LetterFilter, *, reader: StaffAccount) -> LetterList:
    """Return what the reader asked to see, the newest first, what was searched best first.

    It takes two statements, and a search at most three more.
    """
    found = search(LETTERS, Question(chosen.words), edition=edition)
    numbers = _by_state(edition, replace(chosen, state=None), found, reader)
    total = numbers.get(chosen.state, 0) if chosen.state else sum(numbers.values())
    cut = Cut.at(chosen.page, total, size=chosen.size)
    columns = (Letter.message_id, *(getattr(Letter, name) for name in LetterRow.__slots__ if name != "code"))
    listed = select(*columns).where(*_conditions(edition, chosen, reader))
    ordered = found.listed(listed, Letter.id, Letter.created_at.desc(), Letter.id.desc())
    rows = [LetterRow(code_in(message_id), *rest) for message_id, *rest in db.session.execute(cut.of(ordered))]
    return LetterList(cut.page(rows, found.closeness), numbers)


def has_enough_links(kind: LetterKind, subject: Registration | Submission, *, now: datetime) -> bool:
    """Say whether so many letters of `kind` were written about `subject` of late that its link is not sent once more."""
    about = Letter.registration_id if isinstance(subject, Registration) else Letter.submission_id
    written = select(func.count()).where(about == subject.id, Letter.kind == kind, Letter.created_at > now - LINKS_WITHIN)
    return (db.session.scalar(written) or 0) >= LINKS_LIMIT


def by_code(edition: Edition, code: UUID, *, reader: StaffAccount) -> Letter | None:
    """Return a letter of this edition that the reader may see, with what it tells about."""
    wanted = select(Letter).where(Letter.id == _id_of(code), *_visible(edition, reader))
    return db.session.scalar(wanted.options(joinedload(Letter.submission), joinedload(Letter.registration)))


def letters_listed(edition: Edition, chosen: LetterFilter, *, reader: StaffAccount) -> Select[int]:
    """Return (as a statement) the letters that a whole list has."""
    found = search(LETTERS, Question(chosen.words), edition=edition)
    return found.counted(select(Letter.id).where(*_conditions(edition, chosen, reader)), Letter.id).correlate(None)


def letters_named(edition: Edition, codes: Collection[str], *, reader: StaffAccount) -> Select[int]:
    """Return (as a statement) the letters with these codes that the reader may see."""
    has_code = func.substr(Letter.message_id, 2, CODE_LENGTH).in_(codes)
    return select(Letter.id).where(has_code, *_visible(edition, reader)).correlate(None)


def _id_of(code: UUID) -> ScalarSelect[int]:
    """A letter's code begins its message id; the span around it is what an index finds, LIKE alone would read every letter."""
    beginning = f"<{code}@"
    found = select(Letter.id).where(Letter.message_id.between(beginning, beginning + _BEYOND), Letter.message_id.startswith(beginning))
    return found.correlate(None).scalar_subquery()


def _by_state(edition: Edition, chosen: LetterFilter, found: Found, reader: StaffAccount) -> dict[LetterState, int]:
    counted = select(Letter.state, func.count()).where(*_conditions(edition, chosen, reader)).group_by(Letter.state)
    return by_state(LetterState, found.counted(counted, Letter.id))


def _visible(edition: Edition, reader: StaffAccount) -> tuple[ColumnElement[bool], ...]:
    """Everything of the edition, but no drafted decision on a paper of the reader's own."""
    own_draft = and_(Letter.state == LetterState.DRAFT, Letter.kind.in_(DECISION_KINDS), Letter.submission_id.in_(own_submissions(reader)))
    return Letter.edition_id == edition.id, or_(Letter.submission_id.is_(None), ~own_draft)


def _conditions(edition: Edition, chosen: LetterFilter, reader: StaffAccount) -> list[ColumnElement[bool]]:
    conditions = [*_visible(edition, reader)]
    if chosen.state is not None:
        conditions.append(Letter.state == chosen.state)
    if chosen.kind is not None:
        conditions.append(Letter.kind == chosen.kind)
    return conditions
