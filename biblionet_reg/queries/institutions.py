"""Finding institutions: the known ones people choose from."""

from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import ColumnElement, select

from biblionet_reg.domain.collation import sort_key
from biblionet_reg.domain.institution import INSTITUTION_LIMIT, PLACE_LIMIT, InstitutionKind, institution_key
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.search import Question
from biblionet_reg.extensions import db
from biblionet_reg.i18n import current_lang
from biblionet_reg.models.institution import Institution, InstitutionAlias
from biblionet_reg.queries import search as words

SEARCH_LIMIT = 20


class KnownInstitution(NamedTuple):
    """An institution people choose from, as forms need it."""

    name: str
    place: str
    kind: InstitutionKind
    name_key: str
    place_key: str


_LISTED = select(*(getattr(Institution, name) for name in KnownInstitution._fields)).where(Institution.is_listed)


def listed() -> tuple[KnownInstitution, ...]:
    """Return the known institutions, by place and name in the order of the language spoken."""
    return _in_order(frozenset(map(KnownInstitution._make, db.session.execute(_LISTED))), current_lang())


@lru_cache(maxsize=2 * len(Lang))
def _in_order(found: frozenset[KnownInstitution], lang: Lang) -> tuple[KnownInstitution, ...]:
    """Sort once what was read: every form asks for the same, and whatever changes in it is sorted anew."""
    return tuple(sorted(found, key=lambda one: (sort_key(one.place, one.name, lang=lang), one.place_key, one.name_key)))


def search(text: str, *, limit: int = SEARCH_LIMIT) -> list[Institution]:
    """Return at most `limit` known institutions that have every word of `text` in name, place or alias, the best first."""
    listed = select(Institution).where(Institution.is_listed)
    found = words.search(words.INSTITUTIONS, Question(text))
    return list(db.session.scalars(found.listed(listed, Institution.id, Institution.place_key, Institution.name_key).limit(limit)))


def by_keys(name: str, place: str) -> Institution | None:
    """Return the institution of this name or alias, and place; without a place, the only one of this name."""
    key, place_key = name_key_of(name), place_key_of(place)
    return _only(Institution.name_key == key, place_key) or _only(Institution.aliases.any(InstitutionAlias.name_key == key), place_key)


def _only(condition: ColumnElement[bool], place_key: str) -> Institution | None:
    named = select(Institution).where(condition)
    if place_key:
        return db.session.scalar(named.where(Institution.place_key == place_key))
    found = list(db.session.scalars(named.limit(2)))
    exact = [one for one in found if not one.place_key]
    return exact[0] if exact else found[0] if len(found) == 1 else None


def name_key_of(name: str) -> str:
    """Return the stored key of a name, no longer than its column."""
    return institution_key(name)[:INSTITUTION_LIMIT].strip()


def place_key_of(place: str) -> str:
    """Return the stored key of a place, no longer than its column."""
    return institution_key(place)[:PLACE_LIMIT].strip()
