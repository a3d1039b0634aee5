"""The words of names a mistyped word may have been meant for."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from biblionet_reg.domain.search import Term
from biblionet_reg.domain.search_words import NAMES
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
    forms = {term: variants(term.word) for term in terms if tolerance(term.word) and any(field in NAMES for field in term.fields)}
    if not forms:
        return {}
    number = (
        select(func.count())
        .where(*within(words, edition), words.field.in_(NAMES), words.word == NameVariant.word)
        .scalar_subquery()
        .label("number")
    )
    met = (
        select(NameVariant.variant, NameVariant.word, NameWord.written, number)
        .join(NameWord, NameWord.word == NameVariant.word)
        .where(NameVariant.variant.in_(sorted(set().union(*forms.values()))))
    )
    rows = [(variant, Meant(word, written, number)) for variant, word, written, number in db.session.execute(met) if number]
    return {term: _closest(term.word, {meant.word: meant for variant, meant in rows if variant in own}) for term, own in forms.items()}


def _closest(typed: str, met: dict[str, Meant]) -> list[Meant]:
    return [met[word] for word in closest(typed, met)]
