"""The charts of the overview: what was counted, laid out for their drawings and tables."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import TypeVar
from zoneinfo import ZoneInfo

from biblionet_reg.domain import chart
from biblionet_reg.domain.chart import LineChart, Part
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.i18n import current_lang
from biblionet_reg.models.edition import Edition
from biblionet_reg.queries.overview import STANDING, Overview, SubtopicCount
from biblionet_reg.queries.registration_days import RegistrationDay
from biblionet_reg.queries.towns import Town, in_alphabet, largest

_Thing = TypeVar("_Thing")

#: How a state looks besides its number: an empty part has far to go, a full one has arrived.
LOOKS = {
    SubmissionState.SUBMITTED: "plain",
    SubmissionState.UNDER_REVIEW: "dots",
    SubmissionState.CHANGES_REQUESTED: "stripes",
    SubmissionState.ACCEPTED: "full",
    SubmissionState.REJECTED: "cross",
}
_MOST_TOWNS = 10
_MOST_REVIEWERS = 10
#: A table of more days than these is one of weeks.
_MOST_DAYS = 31


@dataclass(frozen=True, slots=True)
class Bar:
    """A thing, its number, and how long its bar is, in percents."""

    thing: object
    value: int
    length: float


@dataclass(frozen=True, slots=True)
class StackedBar:
    """A thing with its parts, in the order of the legend."""

    thing: object
    value: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """A day, or a week by its first day, with how many came and left, and how many places were taken at its end."""

    day: date
    came: int
    left: int
    total: int


@dataclass(frozen=True, slots=True)
class RegistrationGrowth:
    """The line, the table beneath it, and how many came in the last seven days."""

    line: LineChart
    first: date
    last: date
    periods: list[Period]
    by_week: bool
    lately: int


def growth(told: Overview, edition: Edition, now: datetime) -> RegistrationGrowth | None:
    """Return how registrations grew until now (or until it was over); None while there is none."""
    days = told.counted.days
    if not days:
        return None
    zone = ZoneInfo(edition.time_zone)
    today = now.astimezone(zone).date()
    opened = edition.registration_opens_at.astimezone(zone).date() if edition.registration_opens_at else days[0].day
    first, last = min(opened, days[0].day), max(days[-1].day, min(today, edition.ends_on))
    counted = chart.totals((one.day, one.change) for one in days)
    by_week = len(days) > _MOST_DAYS
    return RegistrationGrowth(
        line=chart.line_chart(counted, first=first, last=last, limit=told.limit),
        first=first,
        last=last,
        periods=_periods(days, by_week=by_week),
        by_week=by_week,
        lately=sum(one.came for one in days if timedelta() <= today - one.day < timedelta(days=7)),
    )


def _periods(days: Iterable[RegistrationDay], *, by_week: bool) -> list[Period]:
    """Return the newest first."""
    found: list[Period] = []
    total = 0
    for begin, within in groupby(days, key=lambda one: _monday(one.day) if by_week else one.day):
        together = list(within)
        total += sum(one.change for one in together)
        found.append(Period(begin, sum(one.came for one in together), sum(one.left for one in together), total))
    return found[::-1]


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def paper_bars(by_subtopic: Sequence[SubtopicCount]) -> list[StackedBar]:
    """Return a bar of every subtopic; the longest fills the width."""
    longest = max((one.submissions for one in by_subtopic), default=0)
    return [StackedBar(one, one.submissions, chart.parts([one.by_state[state] for state in STANDING], longest)) for one in by_subtopic]


def bars(counted: Iterable[tuple[_Thing, int]]) -> list[Bar]:
    """Return a bar of each thing; the longest fills the width."""
    together = list(counted)
    longest = max((number for _thing, number in together), default=0)
    return [Bar(thing, number, chart.share(number, longest)) for thing, number in together]


@dataclass(frozen=True, slots=True)
class TownsDrawn:
    """The bars of the largest towns, every town for the table, and how many libraries and other institutions there are in all."""

    bars: list[Bar]
    towns: list[Town]
    named: int
    libraries: int
    others: int


def towns_drawn(towns: tuple[Town, ...]) -> TownsDrawn:
    """Return where people come from, in the alphabet of the page."""
    lang = current_lang()
    return TownsDrawn(
        bars=bars((town, town.people) for town in largest(towns, lang, most=_MOST_TOWNS)),
        towns=in_alphabet(towns, lang),
        named=sum(bool(town.name) for town in towns),
        libraries=len(frozenset().union(*(town.libraries for town in towns))),
        others=len(frozenset().union(*(town.others for town in towns))),
    )


def reviewer_bars(told: Overview) -> list[Bar]:
    """Return the reviewers who wrote most."""
    return bars((one.name, one.reviews) for one in told.for_reader.reviews.by_reviewer[:_MOST_REVIEWERS])
