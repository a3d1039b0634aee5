"""Finding records by their words: every word of the question must be there, in any order; the best matches come first.

A search asks once how many entries each word has, and begins with the rarest. Where even that one has more than
RANKED_LIMIT, ranking would cost more than it tells: the list then keeps its own order. A word of a name that nothing
has is taken for the words closest to it, and so are all words when nothing has them together.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from sqlalchemy import Select, exists, false, func, select
from sqlalchemy.sql.selectable import Subquery

from biblionet_reg.domain.codes import CodeKind
from biblionet_reg.domain.search import Question, Term, read_codes, read_terms
from biblionet_reg.domain.search_words import Field
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.search_word import InstitutionWord, LetterWord, RegistrationWord, SubmissionWord
from biblionet_reg.queries.search_terms import RANKED_LIMIT, Column, Words, best, found_by, has, numbers_of
from biblionet_reg.queries.spelling import meant_words

_Chosen = TypeVar("_Chosen", bound=Select[*tuple[Any, ...]])


@dataclass(frozen=True, slots=True)
class Index:
    """A table of words, and the codes its records have."""

    words: Words
    codes: tuple[CodeKind, ...] = ()


REGISTRATIONS = Index(RegistrationWord, (CodeKind.REGISTRATION,))
SUBMISSIONS = Index(SubmissionWord, (CodeKind.SUBMISSION,))
LETTERS = Index(LetterWord, (CodeKind.REGISTRATION, CodeKind.SUBMISSION))
INSTITUTIONS = Index(InstitutionWord)


@dataclass(frozen=True, slots=True)
class Closeness:
    """What was typed and found nowhere, and the words shown instead, as people write them."""

    typed: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, for a list to count, to show and to order by; nothing was asked, so nothing is narrowed."""

    closeness: Closeness | None = None

    def counted(self, statement: _Chosen, record_id: Column) -> _Chosen:  # noqa: ARG002 - nothing is narrowed
        """Return `statement` narrowed to what was found, the quickest way to look at all of it."""
        return statement

    def listed(self, statement: _Chosen, record_id: Column, *order: Column) -> _Chosen:
        """Return `statement` narrowed to what was found and ordered: the best first, then by `order`."""
        return self.counted(statement, record_id).order_by(*order)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hits(Found):
    """What was found by its words. `terms` begin with the rarest; none of them means that nothing can be found."""

    words: Words
    edition: Edition | None
    terms: tuple[Term, ...] = ()
    is_ranked: bool = False

    def counted(self, statement: _Chosen, record_id: Column) -> _Chosen:
        if not self.terms:
            return statement.where(false())
        rarest = found_by(self.words, self.terms[0], self.edition)
        others = (has(self.words, term, record_id) for term in self.terms[1:])
        return statement.where(record_id.in_(select(rarest.c.record_id)), *others)

    def listed(self, statement: _Chosen, record_id: Column, *order: Column) -> _Chosen:
        if not self.terms:
            return self.counted(statement, record_id).order_by(*order)
        if not self.is_ranked:
            return statement.where(*(has(self.words, term, record_id) for term in self.terms)).order_by(*order)
        hits = self._ranked()
        return statement.join(hits, hits.c.record_id == record_id).order_by(hits.c.worth.desc(), *order)

    def is_empty(self) -> bool:
        """Say whether no record at all has every term; the first that does is enough to know."""
        rarest = found_by(self.words, self.terms[0], self.edition)
        others = (has(self.words, term, rarest.c.record_id) for term in self.terms[1:])
        return not db.session.scalar(select(exists(select(rarest.c.record_id).where(*others))))

    def _ranked(self) -> Subquery:
        """The records that have every term, with the sum of what each is worth there."""
        entry = found_by(self.words, self.terms[0], self.edition)
        first = select(entry.c.record_id, func.max(entry.c.worth).label("worth")).group_by(entry.c.record_id).subquery()
        if len(self.terms) == 1:
            return first
        worth = sum((best(self.words, term, first.c.record_id) for term in self.terms[1:]), first.c.worth)
        whole = select(first.c.record_id, worth.label("worth")).subquery()
        return select(whole).where(whole.c.worth.is_not(None)).subquery()


def search(index: Index, *questions: Question, edition: Edition | None = None) -> Found:
    """Return what has every word of every question, in at most three statements."""
    asked = [question for question in questions if question.text.strip()]
    if not asked:
        return Found()
    terms, numbers = _terms_and_numbers(index, asked, edition)
    found = _ordered(_Hits(words=index.words, edition=edition), terms, numbers)
    missing = [term for term in terms if not numbers[term]]
    if not missing and (len(terms) == 1 or not terms or not found.is_empty()):
        return found
    typed = " ".join(" ".join(question.text.split()) for question in asked)
    return _meant(found, missing or terms, numbers, typed)


def _terms_and_numbers(index: Index, asked: Sequence[Question], edition: Edition | None) -> tuple[list[Term], dict[Term, int]]:
    """A question that is the code of a record is that code, and nothing else; any other is its words."""
    codes = {question: _code_terms(index, question) for question in asked}
    words = read_terms(asked)
    numbers = numbers_of(index.words, [*words, *(term for some in codes.values() for term in some)], edition)
    terms: list[Term] = []
    for question in asked:
        terms += [term for term in codes[question] if numbers[term]][:1] or [term for term in read_terms([question]) if term in numbers]
    return list(dict.fromkeys(terms)), numbers


def _code_terms(index: Index, question: Question) -> list[Term]:
    if Field.CODE not in question.fields:
        return []
    return [Term(word, (Field.CODE,)) for word in read_codes(question.text, index.codes)]


def _ordered(found: _Hits, terms: Sequence[Term], numbers: dict[Term, int]) -> _Hits:
    rarest_first = tuple(sorted(terms, key=lambda term: numbers[term]))
    return replace(found, terms=rarest_first, is_ranked=bool(terms) and numbers[rarest_first[0]] <= RANKED_LIMIT)


def _meant(found: _Hits, doubtful: Sequence[Term], numbers: dict[Term, int], typed: str) -> Found:
    """Take the doubtful terms for the words closest to them; without any, nothing is found."""
    meant = meant_words(found.words, doubtful, found.edition)
    if not any(meant.values()) or any(not numbers[term] and not meant.get(term) for term in doubtful):
        return replace(found, terms=())
    guessed = {term: replace(term, meant=tuple(one.word for one in meant[term])) for term in doubtful if meant.get(term)}
    counts = {guessed.get(term, term): numbers[term] + sum(one.number for one in meant.get(term, ())) for term in found.terms}
    shown = tuple(dict.fromkeys(one.written for some in meant.values() for one in some))
    return replace(_ordered(found, list(counts), counts), closeness=Closeness(typed, shown))
