"""Who organises an edition, as every public page tells it."""

from typing import NamedTuple

from sqlalchemy import select

from biblionet_reg.domain.edition import OrganiserRole
from biblionet_reg.domain.text import LocalText
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition, Organiser
from biblionet_reg.queries.until_changed import UntilChanged


class Body(NamedTuple):
    """A body that organises, and what it does."""

    role: OrganiserRole
    name: LocalText
    duty: LocalText


def organisers_of(edition: Edition) -> tuple[Body, ...]:
    """Return the bodies in their order; the database is asked only when the edition changed since."""
    return _BODIES.of(edition)


def _read(edition_id: int) -> tuple[Body, ...]:
    asked = select(Organiser.role, Organiser.name, Organiser.duty).where(Organiser.edition_id == edition_id)
    return tuple(map(Body._make, db.session.execute(asked.order_by(Organiser.position))))


_BODIES = UntilChanged(_read)
