"""What of a programme is on at a moment, and what follows."""

from dataclasses import dataclass, replace
from datetime import datetime

from biblionet_reg.domain.timetable import ListedDay, ListedItem, ListedSession, Timetable


@dataclass(frozen=True, slots=True)
class OnNow:
    """The sessions under way, each with the slot under way alone; the sessions that begin next; the day to which they lead."""

    now: tuple[ListedSession, ...]
    following: tuple[ListedSession, ...]
    day: ListedDay | None


def on_at(timetable: Timetable, moment: datetime) -> OnNow:
    """Return what is on at `moment` and what begins next, on that day or the one after it."""
    sessions = [(day, block) for day in timetable.days for block in day.sessions]
    under_way = [(day, block) for day, block in sessions if block.starts_at <= moment < block.ends_at]
    coming = [(day, block) for day, block in sessions if block.starts_at > moment]
    first = min((block.starts_at for _day, block in coming), default=None)
    following = [(day, block) for day, block in coming if block.starts_at == first]
    now = tuple(replace(block, items=_under_way(block.items, moment)) for _day, block in under_way)
    day = next((day for day, _block in [*under_way, *following]), None)
    return OnNow(now, tuple(block for _day, block in following), day)


def _under_way(items: tuple[ListedItem, ...], moment: datetime) -> tuple[ListedItem, ...]:
    return tuple(item for item in items if item.starts_at <= moment < item.ends_at)
