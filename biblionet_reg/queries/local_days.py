"""On which day, where the edition meets, a stored moment falls: both databases work it out for themselves."""

from datetime import date, datetime

from sqlalchemy import ColumnElement, Date, case, func
from sqlalchemy.orm import InstrumentedAttribute

from biblionet_reg.domain.time_zone import offsets
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition

#: People register long before an edition; further back the clocks are taken as they were then.
_YEARS_BEFORE = 3


def local_day(moment: InstrumentedAttribute[datetime] | InstrumentedAttribute[datetime | None], edition: Edition) -> ColumnElement[date]:
    """Return the local day of a moment; in GROUP BY name it by a label, for its values are bound anew each time."""
    if db.engine.dialect.name == "postgresql":
        return func.date(func.timezone(edition.time_zone, moment), type_=Date)
    return func.date(moment, _shift(moment, edition), type_=Date)


def _shift(moment: InstrumentedAttribute[datetime] | InstrumentedAttribute[datetime | None], edition: Edition) -> ColumnElement[str] | str:
    """SQLite moves a moment by minutes: by as many as the clocks were ahead at that time."""
    *ended, (_end, now) = offsets(edition.time_zone, edition.starts_on.year - _YEARS_BEFORE, edition.ends_on.year + 1)
    last = f"{now:+d} minutes"
    return case(*((moment < until, f"{minutes:+d} minutes") for until, minutes in ended), else_=last) if ended else last
