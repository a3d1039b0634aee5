"""A part of a programme: one day, one subtopic, what a search found; what stays keeps its day, time and room."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import count

from biblionet_reg.domain.slug import slug_of
from biblionet_reg.domain.text import LocalText
from biblionet_reg.domain.timetable import ListedItem, ListedSession, Timetable

Wanted = Callable[[ListedItem], bool]


def with_items(timetable: Timetable, wanted: Wanted) -> Timetable:
    """Return the programme with the wanted items alone; sessions and days left empty go."""
    days = (replace(day, sessions=tuple(_sessions_with(day.sessions, wanted))) for day in timetable.days)
    return replace(timetable, days=tuple(day for day in days if day.sessions))


def on_day(timetable: Timetable, day: date) -> Timetable:
    """Return one day of the programme, its breaks too."""
    return replace(timetable, days=tuple(one for one in timetable.days if one.day == day))


def subtopics_of(timetable: Timetable) -> dict[str, LocalText]:
    """Return the subtopics that anything is presented under, by the short name they have in an address."""
    return {subtopic_key(item): item.subtopic for item in timetable.presentations() if item.subtopic}


def subtopic_key(item: ListedItem) -> str:
    """Return the short name of an item's subtopic, the same in every language; empty for an item without one."""
    return _short_name(item.subtopic.sr or item.subtopic.en) if item.subtopic else ""


@lru_cache(maxsize=256)
def _short_name(title: str) -> str:
    return slug_of(title)


def first_items(timetable: Timetable, number: int) -> Timetable:
    """Return the programme with its first `number` items alone."""
    left = count(1)
    return with_items(timetable, lambda _item: next(left) <= number)


def count_of(timetable: Timetable) -> int:
    """Return how many items the programme has."""
    return sum(len(block.items) for day in timetable.days for block in day.sessions)


def _sessions_with(sessions: tuple[ListedSession, ...], wanted: Wanted) -> list[ListedSession]:
    kept: list[ListedSession] = []
    for block in sessions:
        items = tuple(item for item in block.items if wanted(item))
        if items:
            kept.append(replace(block, items=items))
    return kept
