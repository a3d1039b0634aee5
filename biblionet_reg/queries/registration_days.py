"""How registrations grew, day by day where the edition meets."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import func, literal, select, union_all

from biblionet_reg.domain.registration import RegistrationState
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.registration import Registration
from biblionet_reg.queries.local_days import local_day


class RegistrationDay(NamedTuple):
    """How many people registered on a day, and how many cancelled."""

    day: date
    came: int
    left: int

    @property
    def change(self) -> int:
        """How many more places were taken in the evening than in the morning."""
        return self.came - self.left


def registration_days(edition: Edition) -> list[RegistrationDay]:
    """Return the days on which somebody registered or cancelled, in order, in one statement."""
    here = Registration.edition_id == edition.id
    came = select(local_day(Registration.registered_at, edition).label("day")).where(here).subquery()
    gone = (
        select(local_day(Registration.cancelled_at, edition).label("day"))
        .where(here, Registration.state == RegistrationState.CANCELLED)
        .subquery()
    )
    counted = union_all(
        select(came.c.day, func.count().label("came"), literal(0).label("gone")).group_by(came.c.day),
        select(gone.c.day, literal(0), func.count()).group_by(gone.c.day),
    )
    found: dict[date, RegistrationDay] = {}
    for day, registered, cancelled in db.session.execute(counted):
        before = found.get(day, RegistrationDay(day, 0, 0))
        found[day] = RegistrationDay(day, before.came + registered, before.left + cancelled)
    return [found[day] for day in sorted(found)]
