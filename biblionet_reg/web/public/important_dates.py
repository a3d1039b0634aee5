"""The important dates of an edition, in order, as its front page tells them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from biblionet_reg.domain.dates import last_day
from biblionet_reg.formats import format_day, format_days, format_moment, format_opening
from biblionet_reg.i18n import gettext as _
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.models.edition import Edition

#: What closes, as the last day of it.
_LAST_DAYS = {
    "call_closes_at": _l("The last day to submit a paper"),
    "registration_closes_at": _l("The last day to register"),
}


@dataclass(frozen=True, slots=True)
class Stop:
    """One date. `fact` is the edition's field it comes from; `state` is past, next or coming; `day` is the first day of it there."""

    fact: str
    what: str
    when: str
    iso: str
    day: date
    state: str = "coming"


def important_dates(edition: Edition, now: datetime) -> list[Stop]:
    """Return the dates that are set, the earliest first; the first that is not over is the next."""
    here = now.astimezone(ZoneInfo(edition.time_zone))
    dates = sorted(_set_dates(edition), key=lambda one: _ends(one[1], edition))
    coming = [one for one in dates if _ends(one[1], edition) > here]
    return [_stop(edition, one, "past" if one not in coming else "next" if one is coming[0] else "coming") for one in dates]


def _set_dates(edition: Edition) -> list[tuple[str, Any, str]]:
    dates = [
        ("call_opens_at", edition.call_opens_at, _("The call for papers opens")),
        ("call_closes_at", edition.call_closes_at, _("The call for papers closes")),
        ("decisions_due_on", edition.decisions_due_on, _("Authors hear the decisions by this day")),
        ("registration_opens_at", edition.registration_opens_at, _("Registration opens")),
        ("registration_closes_at", edition.registration_closes_at, _("Registration closes")),
        ("starts_on", edition.ends_on, _("The meeting")),
    ]
    return [one for one in dates if one[1] is not None]


def _ends(moment: datetime | date, edition: Edition) -> datetime:
    zone = ZoneInfo(edition.time_zone)
    if isinstance(moment, datetime):
        return moment.astimezone(zone)
    return datetime.combine(moment, datetime.max.time(), tzinfo=zone)


def _stop(edition: Edition, one: tuple[str, Any, str], state: str) -> Stop:
    fact, moment, what = one
    if fact == "starts_on":
        return Stop(fact, what, format_days(edition.starts_on, edition.ends_on), edition.starts_on.isoformat(), edition.starts_on, state)
    if isinstance(moment, datetime):
        return _stop_at(edition, fact, moment, what, state)
    return Stop(fact, what, format_day(moment), moment.isoformat(), moment, state)


def _stop_at(edition: Edition, fact: str, moment: datetime, what: str, state: str) -> Stop:
    """Return an opening or a closing; what closes with its day is told by that day."""
    here = _ends(moment, edition)
    last = last_day(here) if fact in _LAST_DAYS else None
    if last:
        return Stop(fact, str(_LAST_DAYS[fact]), format_day(last), last.isoformat(), last, state)
    written = format_moment if fact in _LAST_DAYS else format_opening
    return Stop(fact, what, written(moment, edition.time_zone), moment.isoformat(), here.date(), state)
