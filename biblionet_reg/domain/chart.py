"""The geometry of charts: round ticks, a line of totals day by day, bars and their parts. All places are percents of the drawing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import NamedTuple

#: A limit so many times above the line would only flatten it: it is told in words, not drawn.
_FAR = 4
#: How near two days may be named below a line, in percents.
_APART = 18
# How wide a part has to be for a number within it, in percents: on a phone a digit is some 8 of 280 pixels.
_DIGIT, _MARGIN = 3.2, 3.0


class Place(NamedTuple):
    """A point of the drawing; y grows downwards."""

    x: float
    y: float


class Tick(NamedTuple):
    """A round value, and how far down its line is."""

    value: int
    y: float


class NamedDay(NamedTuple):
    """A day that stands below the line, and where; `is_end` on either side."""

    day: date
    x: float
    is_end: bool


class Part(NamedTuple):
    """A stretch of a bar, its middle, and whether a number fits into it."""

    value: int
    x: float
    width: float
    middle: float
    holds_number: bool


@dataclass(frozen=True, slots=True)
class LineChart:
    """Totals over time: the line's corners, the last of them with its value, the ticks, the days named below, and the limit's place."""

    corners: tuple[Place, ...]
    end: Place
    total: int
    ticks: tuple[Tick, ...]
    days: tuple[NamedDay, ...]
    limit: int | None
    limit_y: float | None

    @property
    def line(self) -> str:
        """The corners as SVG's `points` takes them."""
        return " ".join(f"{x:g},{y:g}" for x, y in self.corners)

    @property
    def area(self) -> str:
        """The same down to the ground."""
        return f"{self.corners[0].x:g},100 {self.line} {self.end.x:g},100"


def ticks(top: int, *, most: int = 4) -> tuple[int, ...]:
    """Return whole, round values in equal steps (of 1, 2, 5, 10, …) from 0 to `top` or just above, `most` steps at most."""
    step = next(size for size in _steps() if size * most >= top)
    return tuple(range(0, max(top, 1) + step, step)[: -(-max(top, 1) // step) + 1])


def _steps() -> Iterable[int]:
    power = 1
    while True:
        yield from (power, 2 * power, 5 * power)
        power *= 10


def totals(changes: Iterable[tuple[date, int]]) -> list[tuple[date, int]]:
    """Return what there was at the end of each day, from how much came or went on it; days in their order."""
    ordered = sorted(changes)
    return list(zip((day for day, _number in ordered), accumulate(number for _day, number in ordered), strict=True))


def line_chart(counted: Sequence[tuple[date, int]], *, first: date, last: date, limit: int | None = None) -> LineChart:
    """Draw `counted` (day, total, at least one of them) from `first` to `last`: flat until the next day on which something changed."""
    highest = max(1, *(total for _day, total in counted))
    drawn_limit = limit if limit is not None and limit <= _FAR * highest else None
    marks = ticks(max(highest, drawn_limit or 0))
    corners = tuple(Place(_across(day, first, last), _down(total, marks[-1])) for day, total in _corners(counted, first, last))
    return LineChart(
        corners=corners,
        end=corners[-1],
        total=counted[-1][1],
        ticks=tuple(Tick(value, _down(value, marks[-1])) for value in marks),
        days=tuple(_named_days(first, last)),
        limit=drawn_limit,
        limit_y=None if drawn_limit is None else _down(drawn_limit, marks[-1]),
    )


def _corners(counted: Sequence[tuple[date, int]], first: date, last: date) -> list[tuple[date, int]]:
    """Where the line turns: the day before a change and the day itself; it begins at nothing and ends on the last day."""
    found: list[tuple[date, int]] = []
    day, total = first, 0
    if counted[0][0] > first:
        found.append((first, 0))
    for changed, now in counted:
        before = changed - timedelta(days=1)
        if found and before > day:
            found.append((before, total))
        found.append((changed, now))
        day, total = changed, now
    if last > day:
        found.append((last, total))
    return found


def _named_days(first: date, last: date) -> list[NamedDay]:
    """Both ends, and the beginnings of months between them that are not too near to another."""
    if last <= first:
        return [NamedDay(first, _across(first, first, last), is_end=True)]
    found = [NamedDay(first, 0.0, is_end=True)]
    month = _next_month(first)
    while month < last:
        x = _across(month, first, last)
        if x - found[-1].x >= _APART and x <= 100 - _APART:
            found.append(NamedDay(month, x, is_end=False))
        month = _next_month(month)
    return [*found, NamedDay(last, 100.0, is_end=True)]


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _across(day: date, first: date, last: date) -> float:
    """A chart of one day has it in the middle."""
    span = (last - first).days
    return share((day - first).days, span) if span else 50.0


def _down(value: int, top: int) -> float:
    return round(100 - share(value, top), 2)


def share(value: int, whole: int) -> float:
    """Return how many percents of `whole` a value is: the length of its bar."""
    return round(100 * value / whole, 2) if whole else 0.0


def parts(values: Sequence[int], whole: int) -> tuple[Part, ...]:
    """Lay `values` side by side in a bar where `whole` is the full length; nothing is drawn of a value of 0."""
    found = []
    for begin, value in zip(accumulate(values, initial=0), values, strict=False):
        x, width = share(begin, whole), share(value, whole)
        found.append(Part(value, x, width, round(x + width / 2, 2), width >= _MARGIN + _DIGIT * len(str(value))))
    return tuple(found)
