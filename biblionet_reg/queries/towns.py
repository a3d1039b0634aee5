"""Where the participants of an edition come from: towns, libraries and other institutions, as they were told that year."""

from collections import defaultdict
from dataclasses import dataclass, field

from sqlalchemy import func, select

from biblionet_reg.domain.collation import sort_key
from biblionet_reg.domain.institution import InstitutionKind, institution_key
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.registration import RegistrationState
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.registration import Registration


@dataclass(frozen=True, slots=True)
class Town:
    """A town in its commonest spelling (none where people told none), with its people, libraries and other institutions."""

    name: str
    people: int
    libraries: frozenset[int]
    others: frozenset[int]


@dataclass(slots=True)
class _Gathered:
    people: int = 0
    spellings: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    libraries: set[int] = field(default_factory=set)
    others: set[int] = field(default_factory=set)


def towns_of(edition: Edition) -> tuple[Town, ...]:
    """Return every town of those who come; „Врање“ and "Vranje" are one. One statement, grouped in the database."""
    is_library = Registration.institution_kind == InstitutionKind.LIBRARY
    grouped = (Registration.institution_place, Registration.institution_id, is_library)
    live = (Registration.edition_id == edition.id, Registration.state != RegistrationState.CANCELLED)
    gathered: dict[str, _Gathered] = defaultdict(_Gathered)
    keys: dict[str, str] = {}
    for place, house, house_is_library, people in db.session.execute(select(*grouped, func.count()).where(*live).group_by(*grouped)):
        if place not in keys:
            keys[place] = institution_key(place)
        town = gathered[keys[place]]
        town.people += people
        town.spellings[place] += people
        if house is not None:
            (town.libraries if house_is_library else town.others).add(house)
    return tuple(_town(one) for one in gathered.values())


def _town(one: _Gathered) -> Town:
    name = max(one.spellings, key=lambda spelling: (one.spellings[spelling], spelling))
    return Town(name, one.people, frozenset(one.libraries), frozenset(one.others))


def in_alphabet(towns: tuple[Town, ...], lang: Lang) -> list[Town]:
    """Return the towns in the alphabet of a reader; what has no name stands last."""
    return sorted(towns, key=lambda town: (not town.name, sort_key(town.name, lang=lang)))


def largest(towns: tuple[Town, ...], lang: Lang, *, most: int) -> list[Town]:
    """Return the towns most people come from; equals in the alphabet of a reader."""
    named = [town for town in towns if town.name]
    return sorted(in_alphabet(tuple(named), lang), key=lambda town: -town.people)[:most]
