"""The next year's edition, begun as a copy: dates shifted, what may have changed marked as an example."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from biblionet_reg.domain.edition_file import EXAMPLE_FIELDS, FILE_FIELDS, EditionFile
from biblionet_reg.domain.edition_parts import MealEntry
from biblionet_reg.domain.picture import Pictures
from biblionet_reg.domain.text import LocalText

#: What stays the same from year to year, or is given anew when the copy is made.
_CERTAIN = frozenset(
    (
        "number", "series", "meeting_kind", "theme", "starts_on", "ends_on", "abstract_limit", "authors_limit", "colour",
        "sectors", "news", "words",
    )
)  # fmt: skip


def next_edition(old: EditionFile, *, slug: str, number: int | None, theme: LocalText, starts_on: date, ends_on: date) -> EditionFile:
    """Return the copy of `old`: without its news and its cover, its meals only on days that the new edition has."""
    shift = starts_on - old.starts_on
    zone = ZoneInfo(old.time_zone)
    copied = replace(
        old,
        named=frozenset(FILE_FIELDS),
        slug=slug,
        number=number,
        theme=theme,
        starts_on=starts_on,
        ends_on=ends_on,
        call_opens_at=_shifted(old.call_opens_at, shift, zone),
        call_closes_at=_shifted(old.call_closes_at, shift, zone),
        decisions_due_on=old.decisions_due_on + shift if old.decisions_due_on else None,
        registration_opens_at=_shifted(old.registration_opens_at, shift, zone),
        registration_closes_at=_shifted(old.registration_closes_at, shift, zone),
        meals=_meals_within(old.meals, shift, ends_on),
        news=(),
        pictures=Pictures(emblem=old.pictures.emblem) if old.pictures and old.pictures.emblem else None,
    )
    return replace(copied, examples=tuple(name for name in FILE_FIELDS if name in EXAMPLE_FIELDS - _CERTAIN and getattr(copied, name)))


def _shifted(moment: datetime | None, shift: timedelta, zone: ZoneInfo) -> datetime | None:
    """Shift by whole days as the clock on the wall counts them, summer time or not."""
    if moment is None:
        return None
    return (moment.astimezone(zone).replace(tzinfo=None) + shift).replace(tzinfo=zone)


def _meals_within(meals: tuple[MealEntry, ...], shift: timedelta, ends_on: date) -> tuple[MealEntry, ...]:
    moved = (replace(meal, day=meal.day + shift) for meal in meals)
    return tuple(meal for meal in moved if meal.day <= ends_on)
