"""Making the search index and the keys of identity anew, when the rules by which words are folded have changed."""

from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Select, delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import joinedload, selectinload

from biblionet_reg.models.institution import Institution, InstitutionAlias
from biblionet_reg.models.letter import Letter
from biblionet_reg.models.person import Person
from biblionet_reg.models.registration import Registration
from biblionet_reg.models.search_word import NameVariant, NameWord
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries import institutions
from biblionet_reg.services import people, search_index, sort_keys
from biblionet_reg.services.transaction import transaction

_CHUNK = 1000
_Keyed = TypeVar("_Keyed", Person, Institution, InstitutionAlias)
_KINDS: tuple[Select[Any], ...] = (
    select(Institution).options(selectinload(Institution.aliases)),
    select(Registration),
    select(Submission).options(selectinload(Submission.authors), selectinload(Submission.partners)),
    select(Letter).options(joinedload(Letter.registration), joinedload(Letter.submission)),
)


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What was made anew: records indexed, keys and places in lists changed, and keys another row has already."""

    records: int
    keys: int
    places: int
    clashes: int


def rebuild() -> Rebuilt:
    """Make everything that is derived by folding anew, some rows in a transaction at a time. Safe to run twice."""
    with transaction() as session:
        session.execute(delete(NameVariant))
        session.execute(delete(NameWord))
    changed = [_key_anew(Person), _key_anew(Institution), _key_anew(InstitutionAlias)]
    records = sum(_index_anew(kind) for kind in _KINDS)
    return Rebuilt(records, sum(keys for keys, _ in changed), sort_keys.rebuild(), sum(clashes for _, clashes in changed))


def _index_anew(kind: Select[Any]) -> int:
    model = kind.column_descriptions[0]["entity"]
    done = last = 0
    while True:
        with transaction() as session:
            rows = session.scalars(kind.where(model.id > last).order_by(model.id).limit(_CHUNK)).all()
            if not rows:
                return done
            search_index.index_anew(rows)
            done, last = done + len(rows), rows[-1].id
            session.expunge_all()


def _key_anew(model: type[_Keyed]) -> tuple[int, int]:
    """Return how many rows have another key now, and how many cannot have it because another row has."""
    with transaction() as session:
        stale = [row.id for row in session.scalars(select(model)) if any(getattr(row, name) != key for name, key in _keys(row).items())]
        session.expunge_all()
    written = [_write_keys(model, number) for number in stale]
    return written.count(True), written.count(False)


def _write_keys(model: type[_Keyed], number: int) -> bool:
    try:
        with transaction() as session:
            row = session.get_one(model, number)
            for name, key in _keys(row).items():
                setattr(row, name, key)
    except IntegrityError:
        return False
    return True


def _keys(row: Person | Institution | InstitutionAlias) -> dict[str, str]:
    if isinstance(row, Person):
        return {"name_key": people.name_key(row.given_name, row.family_name)}
    name = {"name_key": institutions.name_key_of(row.name)}
    return name if isinstance(row, InstitutionAlias) else {**name, "place_key": institutions.place_key_of(row.place)}
