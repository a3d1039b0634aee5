"""Who gets a badge."""

from sqlalchemy import func, select

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.registration import RegistrationState
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.registration import Registration


def confirmed(edition: Edition, *, lang: Lang, code: str | None = None) -> list[Registration]:
    """Return the confirmed registrations in the alphabetical order of `lang`; only the one of `code` when given."""
    wanted = select(Registration).where(Registration.edition_id == edition.id, Registration.state == RegistrationState.CONFIRMED)
    if code is not None:
        wanted = wanted.where(Registration.code == code)
    return list(db.session.scalars(wanted.order_by(*Registration.alphabetical(lang))))


def confirmed_count(edition: Edition) -> int:
    """Return how many badges all of them would be."""
    wanted = (Registration.edition_id == edition.id, Registration.state == RegistrationState.CONFIRMED)
    return db.session.scalar(select(func.count()).select_from(Registration).where(*wanted)) or 0
