"""How far the clocks of a place are from UTC, for a database that knows no time zones."""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)


@lru_cache(maxsize=64)
def offsets(time_zone: str, first_year: int, last_year: int) -> tuple[tuple[datetime | None, int], ...]:
    """Return (until when, minutes ahead of UTC) for each stretch of those years; the last one has no end."""
    zone = ZoneInfo(time_zone)
    moment, end = datetime(first_year, 1, 1, tzinfo=UTC), datetime(last_year + 1, 1, 1, tzinfo=UTC)
    found: list[tuple[datetime | None, int]] = []
    while moment < end:
        if _minutes(moment, zone) != _minutes(moment + _DAY, zone):
            found.append((_change(moment, moment + _DAY, zone), _minutes(moment, zone)))
        moment += _DAY
    return (*found, (None, _minutes(end, zone)))


def _minutes(moment: datetime, zone: ZoneInfo) -> int:
    offset = moment.astimezone(zone).utcoffset()
    return round(offset / timedelta(minutes=1)) if offset is not None else 0


def _change(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """Return the first moment of the new offset, to the second."""
    while after - before > _SECOND:
        middle = (before + (after - before) / 2).replace(microsecond=0)
        before, after = (middle, after) if _minutes(middle, zone) == _minutes(before, zone) else (before, middle)
    return after
