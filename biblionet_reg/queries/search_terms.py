"""How a word to find is asked of a table of words: which entries have it, and what each of them is worth."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Integer, and_, case, exists, func, literal_column, or_, select, union_all
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.selectable import CompoundSelect, ScalarSelect, Subquery

from biblionet_reg.domain.search import BEGINNING, GUESS, WEIGHTS, WHOLE, Term
from biblionet_reg.domain.search_words import NAMES, Field
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.search_word import InstitutionWord, LetterWord, RegistrationWord, SubmissionWord

#: What is counted no further: a word this common is never the rarest.
RANKED_LIMIT = 5000
_AFTER_ALL = "\U0010ffff"
Column = ColumnElement[Any] | InstrumentedAttribute[Any]
Words = type[RegistrationWord] | type[SubmissionWord] | type[LetterWord] | type[InstitutionWord]


def within(words: Words, edition: Edition | None) -> list[ColumnElement[bool]]:
    """Return what keeps a question inside its edition; institutions belong to none."""
    return _within(words, edition.id if edition is not None else None)


def _within(words: Words, edition_id: int | None) -> list[ColumnElement[bool]]:
    return [] if edition_id is None or words is InstitutionWord else [words.edition_id == edition_id]  # type: ignore[union-attr]  # all others have an edition


def found_by(words: Words, term: Term, edition: Edition | None) -> Subquery:
    """Return every entry the term finds, as `record_id` and `worth`."""
    return _found_by(words, term, edition.id if edition is not None else None)


@lru_cache(maxsize=64)
def _found_by(words: Words, term: Term, edition_id: int | None) -> Subquery:
    """Made once for all the statements of a search, and for its next page."""
    return _entries(words, term, edition_id).subquery()


def _entries(words: Words, term: Term, edition_id: int | None) -> CompoundSelect[Any]:
    """Each part is one stretch of the index."""
    scope = _within(words, edition_id)
    return union_all(
        *(
            select(words.record_id, _worth(words, degree).label("worth")).where(*scope, condition)
            for degree, condition in _ways(words, term)
        )
    )


def has(words: Words, term: Term, record_id: Column) -> ColumnElement[bool]:
    """Say whether a record has the term."""
    return exists().where(words.record_id == record_id, _any_way(words, term))


def best(words: Words, term: Term, record_id: Column) -> ScalarSelect[Any]:
    """Return what the term is worth in a record: its best entry; nothing where it is missing."""
    worth = case(*((condition, _worth(words, degree)) for degree, condition in _ways(words, term)))
    return select(func.max(worth)).where(words.record_id == record_id, _any_way(words, term)).scalar_subquery()


def numbers_of(words: Words, terms: Sequence[Term], edition: Edition | None) -> dict[Term, int]:
    """Return how many entries each term has, as far as it matters, in one statement."""
    if not terms:
        return {}
    edition_id = edition.id if edition is not None else None
    counted = (_entries(words, term, edition_id).limit(RANKED_LIMIT + 1).subquery() for term in terms)
    numbers = db.session.execute(select(*(select(func.count()).select_from(some).scalar_subquery() for some in counted))).one()
    return dict(zip(terms, numbers, strict=True))


def _ways(words: Words, term: Term) -> list[tuple[int, ColumnElement[bool]]]:
    """The ways an entry may have the term, the best first, with the degree of each."""
    ways = [(WHOLE, and_(words.field.in_(term.fields), words.word == term.word))]
    if begun := term.beginning_fields:
        ways.append((BEGINNING, and_(words.field.in_(begun), words.word > term.word, words.word < term.word + _AFTER_ALL)))
    if term.meant:
        guessed = [field for field in term.fields if field in NAMES]
        ways.append((GUESS, and_(words.field.in_(guessed), words.word.in_(term.meant))))
    return ways


def _any_way(words: Words, term: Term) -> ColumnElement[bool]:
    return or_(*(condition for _degree, condition in _ways(words, term)))


@cache
def _worth(words: Words, degree: int) -> ColumnElement[int]:
    """What an entry of each field is worth; figures of our own that never change, so they stand in the statement itself."""
    told = " ".join(f"WHEN {field:d} THEN {WEIGHTS[field] * degree:d}" for field in Field)
    return literal_column(f"CASE {words.__tablename__}.field {told} END", Integer)
