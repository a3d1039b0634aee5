"""Finding institutions: the known ones people choose from."""

from functools import lru_cache

from sqlalchemy import select

from biblionet_reg.domain.collation import sort_key
from biblionet_reg.domain.institution import INSTITUTION_LIMIT, PLACE_LIMIT, institution_key
from biblionet_reg.extensions import db
from biblionet_reg.i18n import current_lang
from biblionet_reg.models.institution import Institution

SEARCH_LIMIT = 20
# The known names are few and asked for by every form.
_sort_key = lru_cache(maxsize=4096)(sort_key)


def listed() -> list[Institution]:
    """Return the known institutions, by place and name in the order of the language spoken."""
    lang = current_lang()
    found = db.session.scalars(select(Institution).where(Institution.is_listed))
    return sorted(found, key=lambda one: (_sort_key(one.place, lang), _sort_key(one.name, lang)))


def search(text: str, *, limit: int = SEARCH_LIMIT) -> list[Institution]:
    """Return at most `limit` known institutions that have every word of `text` in name, place or alias."""
    words = institution_key(text).split()
    found = select(Institution).where(Institution.is_listed)
    for word in words:
        found = found.where(Institution.search_key.contains(word, autoescape=True))
    return list(db.session.scalars(found.order_by(Institution.place_key, Institution.name_key).limit(limit)))


def by_keys(name: str, place: str) -> Institution | None:
    """Return the institution of this name and place; without a place, the only one of this name."""
    named = select(Institution).where(Institution.name_key == name_key_of(name))
    if place_key := place_key_of(place):
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
