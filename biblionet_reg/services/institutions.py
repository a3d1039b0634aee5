"""Institutions of the installation: found again by their folded name and place, or added."""

from collections.abc import Iterable

from sqlalchemy.exc import IntegrityError

from biblionet_reg.domain.institution import INSTITUTION_LIMIT, USUAL_SECTOR, InstitutionKind, Sector
from biblionet_reg.domain.shared_key import free_key
from biblionet_reg.extensions import db
from biblionet_reg.imports.institutions import KnownInstitution
from biblionet_reg.models.institution import Institution, InstitutionAlias
from biblionet_reg.queries import institutions
from biblionet_reg.services import search_index
from biblionet_reg.services.transaction import transaction

_MAX_TRIES = 20


def find_or_add(name: str, place: str, kind: InstitutionKind, *, sector: Sector | None = None, is_demo: bool = False) -> Institution:
    """Return the institution of this name and place, whatever the script, case and quotes; add it if it is new."""
    with transaction():
        for _try in range(_MAX_TRIES):
            found = institutions.by_keys(name, place) or _add(name, place, kind, sector or USUAL_SECTOR[kind], is_demo=is_demo)
            if found is not None:
                return found
    message = "no free key for an institution"
    raise RuntimeError(message)


def load_known(known: list[KnownInstitution]) -> int:
    """Put the known institutions among those people choose from; return how many were new or changed."""
    with transaction():
        return sum(_load_one(one) for one in known)


def _add(name: str, place: str, kind: InstitutionKind, sector: Sector, *, is_demo: bool) -> Institution | None:
    """Return the new institution; None when somebody else added it between our look and our writing."""
    fresh = _fresh(name, place, kind, sector)
    fresh.is_demo = is_demo
    try:
        with db.session.begin_nested():
            db.session.add(fresh)
    except IntegrityError:
        return None
    search_index.index_new([fresh])
    return fresh


def _load_one(known: KnownInstitution) -> bool:
    row = institutions.by_keys(known.name, known.place)
    if row is None:
        row = _fresh(known.name, known.place, known.kind, known.sector)
        db.session.add(row)
    row.kind, row.sector = known.kind, known.sector
    row.is_parent_library = known.is_parent_library
    row.website = known.website
    row.is_listed = True
    changed = _name_also(row, known.aliases) or row in db.session.new or db.session.is_modified(row)
    db.session.flush()
    search_index.index(row)
    return changed


def _name_also(row: Institution, aliases: Iterable[str]) -> bool:
    """Give the institution its other names; say whether it had others."""
    keys = {institutions.name_key_of(alias): alias for alias in aliases}
    if {alias.name_key: alias.name for alias in row.aliases} == keys:
        return False
    row.aliases = [alias for alias in row.aliases if keys.get(alias.name_key) == alias.name]
    held = {alias.name_key for alias in row.aliases}
    db.session.flush()
    row.aliases += [InstitutionAlias(name=alias, name_key=key) for key, alias in keys.items() if key not in held]
    return True


def _fresh(name: str, place: str, kind: InstitutionKind, sector: Sector) -> Institution:
    return Institution(
        name=name,
        place=place,
        kind=kind,
        sector=sector,
        name_key=free_key(institutions.name_key_of(name), institutions.keys_like(name, place), INSTITUTION_LIMIT),
        place_key=institutions.place_key_of(place),
    )
