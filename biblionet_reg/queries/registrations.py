"""Finding registrations: how many places are taken, one with all it holds, the organisers' list."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, exists, func, select
from sqlalchemy.orm import selectinload

from biblionet_reg.domain.codes import CodeKind, read_code
from biblionet_reg.domain.registration import ParticipantRole, RegistrationState
from biblionet_reg.domain.script import fold
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.registration import Registration, RegistrationDay, RegistrationMeal
from biblionet_reg.queries.paging import PAGE_SIZE, Page, number_within

_WORDS_LIMIT = 8
_LIVE = Registration.state != RegistrationState.CANCELLED
_WHOLE = (
    selectinload(Registration.days),
    selectinload(Registration.meals).selectinload(RegistrationMeal.meal),
    selectinload(Registration.consents),
)


@dataclass(frozen=True, slots=True)
class RegistrationFilter:
    """What the list is narrowed to; nothing given narrows nothing."""

    text: str = ""
    role: ParticipantRole | None = None
    state: RegistrationState | None = None
    institution: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class RegistrationRow:
    """A line of the organisers' list."""

    code: str
    given_name: str
    family_name: str
    institution_name: str
    institution_place: str
    role: ParticipantRole
    state: RegistrationState
    is_demo: bool


def taken(edition: Edition) -> int:
    """Return how many places of the edition are taken."""
    return db.session.scalar(select(func.count()).where(Registration.edition_id == edition.id, _LIVE)) or 0


def by_code(edition: Edition, code: str, *, fresh: bool = False) -> Registration | None:
    """Return the registration with everything a page shows of it; `fresh` reads again what is loaded already."""
    found = _of(edition).where(Registration.code == code).options(*_WHOLE)
    return db.session.scalar(found, execution_options={"populate_existing": fresh})


def by_form_key(edition: Edition, form_key: str) -> Registration | None:
    """Return what the form page with this one-time key has already made."""
    return db.session.scalar(_of(edition).where(Registration.form_key == form_key).options(*_WHOLE))


def live_of_person(edition: Edition, person_id: int) -> Registration | None:
    """Return the person's registration that is not cancelled."""
    return db.session.scalar(_of(edition).where(Registration.person_id == person_id, _LIVE))


def live_at_address(edition: Edition, email: str) -> list[Registration]:
    """Return the registrations, not cancelled, whose letters go to this address, whatever its case."""
    return list(db.session.scalars(_of(edition).where(func.lower(Registration.email) == email.strip().lower(), _LIVE).options(*_WHOLE)))


def count_by_state(edition: Edition) -> dict[RegistrationState, int]:
    """Return how many registrations of the edition are in each state."""
    counted = select(Registration.state, func.count()).where(Registration.edition_id == edition.id).group_by(Registration.state)
    found: dict[RegistrationState, int] = {state: count for state, count in db.session.execute(counted)}  # noqa: C416 - rows, not pairs
    return {state: found.get(state, 0) for state in RegistrationState}


def listed(edition: Edition, wanted: RegistrationFilter, *, page: int = 1) -> Page[RegistrationRow]:
    """Return a page of the organisers' list, in two statements however long it is."""
    conditions = [Registration.edition_id == edition.id, *_conditions(wanted)]
    total = db.session.scalar(select(func.count()).select_from(Registration).where(*conditions)) or 0
    number, pages = number_within(page, total, size=PAGE_SIZE)
    columns = [getattr(Registration, name) for name in RegistrationRow.__slots__]
    found = select(*columns).where(*conditions).order_by(Registration.sort_key, Registration.id)
    rows = db.session.execute(found.limit(PAGE_SIZE).offset((number - 1) * PAGE_SIZE))
    return Page(rows=[RegistrationRow(*row) for row in rows], number=number, pages=pages, total=total)


def _of(edition: Edition) -> Select[Registration]:
    return select(Registration).where(Registration.edition_id == edition.id)


def _conditions(wanted: RegistrationFilter) -> list[ColumnElement[bool]]:
    typed = f"{wanted.text} {wanted.institution}"
    code = read_code(wanted.text, CodeKind.REGISTRATION)
    words = [fold(wanted.institution)] if code else fold(typed).split()[:_WORDS_LIMIT]
    conditions: list[ColumnElement[bool]] = [Registration.search_key.contains(word, autoescape=True) for word in words if word]
    if code:
        conditions.append(Registration.code == code)
    if wanted.role is not None:
        conditions.append(Registration.role == wanted.role)
    if wanted.state is not None:
        conditions.append(Registration.state == wanted.state)
    if wanted.day is not None:
        conditions.append(exists().where(RegistrationDay.registration_id == Registration.id, RegistrationDay.day == wanted.day))
    return conditions
