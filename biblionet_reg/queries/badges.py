"""Who gets a badge."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, func, select

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.registration import RegistrationState
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.registration import Registration


def confirmed(edition: Edition, *, lang: Lang, only: Collection[str] | None = None, most: int | None = None) -> list[Registration]:
    """Return the confirmed registrations in the alphabetical order of `lang`; of the codes in `only` when given; `most` of them."""
    wanted = select(Registration).where(*_conditions(edition, only))
    return list(db.session.scalars(wanted.order_by(*Registration.alphabetical(lang)).limit(most)))


def confirmed_count(edition: Edition, only: Collection[str] | None = None) -> int:
    """Return how many badges there would be."""
    return db.session.scalar(select(func.count()).select_from(Registration).where(*_conditions(edition, only))) or 0


def _conditions(edition: Edition, only: Collection[str] | None) -> list[ColumnElement[bool]]:
    conditions = [Registration.edition_id == edition.id, Registration.state == RegistrationState.CONFIRMED]
    return conditions if only is None else [*conditions, Registration.code.in_(only)]
