"""The words of names a mistyped word may have been meant for."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ScalarSelect, func, select

from biblionet_reg.domain.search import Term
from biblionet_reg.domain.search_words import NAMES, Field
from biblionet_reg.domain.spelling import closest, tolerance, variants
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.search_word import NameVariant, NameWord
from biblionet_reg.queries.search_terms import Words, within


@dataclass(frozen=True, slots=True)
class Meant:
    """A word that may have been meant: as it is kept, as it was written, in how many entries it stands."""

    word: str
    written: str
    number: int


def meant_words(words: Words, terms: Sequence[Term], edition: Edition | None) -> dict[Term, list[Meant]]:
    """Return for each term the words closest to it that stand among the names of this edition, in one statement."""
    forms = {term: variants(term.word) for term in terms if tolerance(term.word) and _name_fields(term)}
    if not forms:
        return {}
    places = list(dict.fromkeys(map(_name_fields, forms)))
    numbers = (_number(words, fields, edition).label(f"number_{at}") for at, fields in enumerate(places))
    met = (
        select(NameVariant.variant, NameVariant.word, NameWord.written, *numbers)
        .join(NameWord, NameWord.word == NameVariant.word)
        .where(NameVariant.variant.in_(sorted(set().union(*forms.values()))))
    )
    rows = list(db.session.execute(met))
    meant: dict[Term, list[Meant]] = {}
    for term, own in forms.items():
        column = places.index(_name_fields(term))
        near = {word: Meant(word, written, counts[column]) for variant, word, written, *counts in rows if variant in own and counts[column]}
        meant[term] = [near[word] for word in closest(term.word, near)]
    return meant


def _name_fields(term: Term) -> tuple[Field, ...]:
    """The parts of a record in which the term is asked for and names stand."""
    return tuple(field for field in term.fields if field in NAMES)


def _number(words: Words, fields: Sequence[Field], edition: Edition | None) -> ScalarSelect[int]:
    return select(func.count()).where(*within(words, edition), words.field.in_(fields), words.word == NameVariant.word).scalar_subquery()
