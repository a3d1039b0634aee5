"""Finding registrations: how many places are taken, one with all it holds, the organisers' list."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, bindparam, exists, func, select
from sqlalchemy.orm import selectinload

from biblionet_reg.domain.list_columns import RegistrationColumn
from biblionet_reg.domain.registration import ParticipantRole, RegistrationState
from biblionet_reg.domain.search import Question
from biblionet_reg.domain.search_words import Field
from biblionet_reg.extensions import db
from biblionet_reg.i18n import current_lang
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.registration import Registration, RegistrationDay, RegistrationMeal
from biblionet_reg.queries.paging import Cut, Page
from biblionet_reg.queries.registration_rows import RegistrationRow, rows_of, told
from biblionet_reg.queries.search import REGISTRATIONS, Found, search
from biblionet_reg.queries.states import by_every_state

_LIVE = Registration.state != RegistrationState.CANCELLED
_WHOLE = (
    selectinload(Registration.days),
    selectinload(Registration.meals).selectinload(RegistrationMeal.meal),
    selectinload(Registration.consents),
)
# Built once: every registration asks these.
_HERE = Registration.edition_id == bindparam("edition")
_TAKEN = select(func.count()).where(_HERE, _LIVE)
_BY_FORM_KEY = select(Registration).where(_HERE, Registration.form_key == bindparam("form_key")).options(*_WHOLE)
_LIVE_OF_PERSON = select(Registration).where(_HERE, Registration.person_id == bindparam("person"), _LIVE)


@dataclass(frozen=True, slots=True)
class RegistrationFilter:
    """What the list is filtered by; nothing given filters nothing."""

    text: str = ""
    role: ParticipantRole | None = None
    state: RegistrationState | None = None
    institution: str = ""
    day: date | None = None


def taken(edition: Edition) -> int:
    """Return how many places of the edition are taken."""
    return db.session.scalar(_TAKEN, {"edition": edition.id}) or 0


def by_code(edition: Edition, code: str, *, fresh: bool = False) -> Registration | None:
    """Return the registration with everything a page shows of it; `fresh` reads again what is loaded already."""
    found = _of(edition).where(Registration.code == code).options(*_WHOLE)
    return db.session.scalar(found, execution_options={"populate_existing": fresh})


def by_codes(edition: Edition, codes: Sequence[str]) -> list[Registration]:
    """Return the registrations with these codes, whole, in the order of the codes; a code that is none is passed over."""
    if not codes:
        return []
    found = _of(edition).where(Registration.code.in_(codes)).options(*_WHOLE)
    return sorted(db.session.scalars(found), key=lambda one: codes.index(one.code))


def by_form_key(edition: Edition, form_key: str) -> Registration | None:
    """Return what the form page with this one-time key has already made."""
    return db.session.scalar(_BY_FORM_KEY, {"edition": edition.id, "form_key": form_key})


def live_of_person(edition: Edition, person_id: int) -> Registration | None:
    """Return the person's registration that is not cancelled."""
    return db.session.scalar(_LIVE_OF_PERSON, {"edition": edition.id, "person": person_id})


def live_at_address(edition: Edition, email: str) -> list[Registration]:
    """Return the registrations, not cancelled, whose letters go to this address, whatever its case."""
    return list(db.session.scalars(_of(edition).where(func.lower(Registration.email) == email.strip().lower(), _LIVE).options(*_WHOLE)))


def count_by_state(edition: Edition) -> dict[RegistrationState, int]:
    """Return how many registrations of the edition are in each state."""
    counted = select(Registration.state, func.count()).where(Registration.edition_id == edition.id).group_by(Registration.state)
    return by_every_state(RegistrationState, counted)


def listed(
    edition: Edition, wanted: RegistrationFilter, *, page: int = 1, size: int | None = None, columns: Collection[RegistrationColumn] = ()
) -> Page[RegistrationRow]:
    """Return a page of the organisers' list, in the alphabetical order of the language spoken, what was searched best first.

    It takes two statements however long the list is, a search at most three more, days and meals one each.
    """
    conditions = [Registration.edition_id == edition.id, *_conditions(wanted)]
    found = _found(edition, wanted)
    total = db.session.scalar(found.counted(select(func.count(Registration.id)), Registration.id).where(*conditions)) or 0
    cut = Cut.at(page, total, size=size)
    ordered = found.listed(told(columns).where(*conditions), Registration.id, *Registration.alphabetical(current_lang()))
    rows = db.session.execute(cut.of(ordered)).all()
    some = [row.id for row in rows] if size is None else found.counted(select(Registration.id).where(*conditions), Registration.id)
    return cut.page(rows_of(rows, some, columns), found.closeness)


def codes_listed(edition: Edition, wanted: RegistrationFilter) -> list[str]:
    """Return the codes of everybody in the organisers' list, in one statement; a search takes at most three more."""
    conditions = [Registration.edition_id == edition.id, *_conditions(wanted)]
    return list(db.session.scalars(_found(edition, wanted).counted(select(Registration.code).where(*conditions), Registration.id)))


def _of(edition: Edition) -> Select[Registration]:
    return select(Registration).where(Registration.edition_id == edition.id)


def _found(edition: Edition, wanted: RegistrationFilter) -> Found:
    return search(REGISTRATIONS, Question(wanted.text), Question(wanted.institution, (Field.INSTITUTION,)), edition=edition)


def _conditions(wanted: RegistrationFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.role is not None:
        conditions.append(Registration.role == wanted.role)
    if wanted.state is not None:
        conditions.append(Registration.state == wanted.state)
    if wanted.day is not None:
        conditions.append(exists().where(RegistrationDay.registration_id == Registration.id, RegistrationDay.day == wanted.day))
    return conditions
