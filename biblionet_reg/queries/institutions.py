"""Finding institutions: the known ones people choose from."""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import ColumnElement, select

from biblionet_reg.domain.collation import sort_key
from biblionet_reg.domain.institution import INSTITUTION_LIMIT, PLACE_LIMIT, InstitutionKind, institution_key
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.script import same_name
from biblionet_reg.domain.search import Question
from biblionet_reg.extensions import db
from biblionet_reg.i18n import current_lang
from biblionet_reg.models.institution import Institution, InstitutionAlias
from biblionet_reg.queries import search as words
from biblionet_reg.queries.shared_keys import has_key

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
    named = _only(has_key(Institution.name_key, key, INSTITUTION_LIMIT), place_key, lambda one: same_name(one.name, name))
    return named or _only(
        Institution.aliases.any(InstitutionAlias.name_key == key),
        place_key,
        lambda one: any(same_name(alias.name, name) for alias in one.aliases),
    )


def keys_like(name: str, place: str) -> set[str]:
    """Return the keys of the institutions of this place whose names fold to the same as `name`."""
    alike = has_key(Institution.name_key, name_key_of(name), INSTITUTION_LIMIT)
    return set(db.session.scalars(select(Institution.name_key).where(alike, Institution.place_key == place_key_of(place))))


def _only(condition: ColumnElement[bool], place_key: str, is_meant: Callable[[Institution], bool]) -> Institution | None:
    candidates = select(Institution).where(condition).order_by(Institution.id)
    if place_key:
        candidates = candidates.where(Institution.place_key == place_key)
    found = [one for one in db.session.scalars(candidates) if is_meant(one)]
    exact = [one for one in found if one.place_key == place_key]
    return exact[0] if exact else found[0] if len(found) == 1 else None


def name_key_of(name: str) -> str:
    """Return the stored key of a name, no longer than its column."""
    return institution_key(name)[:INSTITUTION_LIMIT].strip()


def place_key_of(place: str) -> str:
    """Return the stored key of a place, no longer than its column."""
    return institution_key(place)[:PLACE_LIMIT].strip()
