"""Registrations as lines of the organisers' list; what only some columns tell is read for those alone."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, select

from biblionet_reg.domain.institution import InstitutionKind
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.list_columns import RegistrationColumn
from biblionet_reg.domain.registration import ParticipantRole, RegistrationState
from biblionet_reg.domain.text import LocalText
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Meal
from biblionet_reg.models.registration import Registration, RegistrationDay, RegistrationMeal

#: Some registrations: their ids, or a statement of them where there are too many to be named.
Some = Sequence[int] | Select[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationRow:
    """A line of the list. Days, meals and needs are told where their columns are asked for."""

    code: str
    given_name: str
    family_name: str
    other_given_name: str
    other_family_name: str
    badge_name: str
    other_badge_name: str
    email: str
    professional_title: str
    institution_name: str
    institution_place: str
    institution_kind: InstitutionKind
    role: ParticipantRole
    language: Lang
    state: RegistrationState
    registered_at: datetime
    cancelled_at: datetime | None
    is_demo: bool
    dietary_needs: str = ""
    access_needs: str = ""
    days: tuple[date, ...] = ()
    meals: tuple[LocalText, ...] = ()


_READ_APART = {"dietary_needs", "access_needs", "days", "meals"}
_PLAIN = [getattr(Registration, name) for name in RegistrationRow.__slots__ if name not in _READ_APART]
_NEEDS = {RegistrationColumn.DIETARY_NEEDS: Registration.dietary_needs, RegistrationColumn.ACCESS_NEEDS: Registration.access_needs}


def told(columns: Collection[RegistrationColumn]) -> Select[*tuple[Any, ...]]:
    """Return what is selected of a registration for these columns; its id goes first."""
    return select(Registration.id, *_PLAIN, *(needs for column, needs in _NEEDS.items() if column in columns))


def rows_of(found: Sequence[Row[*tuple[Any, ...]]], some: Some, columns: Collection[RegistrationColumn]) -> list[RegistrationRow]:
    """Return the lines of what was `found` among `some`; days and meals take a statement each, if they are asked for."""
    days = _days(some) if RegistrationColumn.DAYS in columns else {}
    meals = _meals(some) if RegistrationColumn.MEALS in columns else {}
    lines = []
    for row in found:
        values = dict(row._mapping)  # noqa: SLF001 - a row's documented way to its names
        number = values.pop("id")
        lines.append(RegistrationRow(**values, days=tuple(days.get(number, ())), meals=tuple(meals.get(number, ()))))
    return lines


def _days(some: Some) -> dict[int, list[date]]:
    listed = select(RegistrationDay.registration_id, RegistrationDay.day).where(RegistrationDay.registration_id.in_(some))
    found: dict[int, list[date]] = {}
    for number, day in db.session.execute(listed.order_by(RegistrationDay.day)):
        found.setdefault(number, []).append(day)
    return found


def _meals(some: Some) -> dict[int, list[LocalText]]:
    listed = select(RegistrationMeal.registration_id, Meal.title).join(Meal, Meal.id == RegistrationMeal.meal_id)
    found: dict[int, list[LocalText]] = {}
    for number, title in db.session.execute(listed.where(RegistrationMeal.registration_id.in_(some)).order_by(Meal.position, Meal.id)):
        found.setdefault(number, []).append(title)
    return found
