"""Making the search index and the keys of identity anew, when the rules by which words are folded have changed."""

from dataclasses import dataclass
from typing import Any, TypeVar

from flask_sqlalchemy.session import Session
from sqlalchemy import Select, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import joinedload, scoped_session, selectinload

from biblionet_reg.domain.institution import INSTITUTION_LIMIT
from biblionet_reg.domain.shared_key import renewed_key
from biblionet_reg.models.institution import Institution, InstitutionAlias
from biblionet_reg.models.letter import Letter
from biblionet_reg.models.person import Person
from biblionet_reg.models.registration import Registration
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries import institutions
from biblionet_reg.services import name_words, people, search_index, sort_keys
from biblionet_reg.services.transaction import transaction

_CHUNK = 500
_Keyed = TypeVar("_Keyed", Person, Institution, InstitutionAlias)
_KINDS: tuple[Select[Any], ...] = (
    select(Institution).options(selectinload(Institution.aliases)),
    select(Registration).options(joinedload(Registration.institution).selectinload(Institution.aliases)),
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
    """Make everything that is derived by folding anew, some rows in a transaction at a time. Safe to run twice.

    People search and send forms meanwhile: records are held while their words are written, and old words go last.
    """
    changed = [_key_anew(Person), _key_anew(Institution), _key_anew(InstitutionAlias)]
    records = sum(_index_anew(kind) for kind in _KINDS)
    name_words.renew()
    return Rebuilt(records, sum(keys for keys, _ in changed), sort_keys.rebuild(), sum(clashes for _, clashes in changed))


def _index_anew(kind: Select[Any]) -> int:
    model = kind.column_descriptions[0]["entity"]
    done = last = 0
    while True:
        with transaction() as session:
            some = kind.where(model.id > last).order_by(model.id).limit(_CHUNK)
            rows = session.scalars(some.with_for_update(of=model, key_share=True)).all()
            if not rows:
                return done
            search_index.index_anew(rows)
            done, last = done + len(rows), rows[-1].id
            session.expunge_all()


def _key_anew(model: type[_Keyed]) -> tuple[int, int]:
    """Return how many rows have another key now, and how many cannot have it because another row has."""
    changed = clashes = last = 0
    while True:
        with transaction() as session:
            rows = session.scalars(select(model).where(model.id > last).order_by(model.id).limit(_CHUNK)).all()
            if not rows:
                return changed, clashes
            last = rows[-1].id
            written = [_write_keys(session, row) for row in rows if any(getattr(row, name) != key for name, key in _keys(row).items())]
            changed, clashes = changed + written.count(True), clashes + written.count(False)
            session.flush()
            session.expunge_all()


def _write_keys(session: scoped_session[Session], row: _Keyed) -> bool:
    try:
        with session.begin_nested():
            for name, key in _keys(row).items():
                setattr(row, name, key)
    except IntegrityError:
        return False
    return True


def _keys(row: Person | Institution | InstitutionAlias) -> dict[str, str]:
    if isinstance(row, Person):
        return {"name_key": renewed_key(people.name_key(row.given_name, row.family_name), row.name_key, people.NAME_KEY_LENGTH)}
    key = institutions.name_key_of(row.name)
    if isinstance(row, InstitutionAlias):
        return {"name_key": key}
    return {"name_key": renewed_key(key, row.name_key, INSTITUTION_LIMIT), "place_key": institutions.place_key_of(row.place)}
