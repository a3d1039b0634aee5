"""What a new version of the programme changes for its readers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from biblionet_reg.domain.text import LocalText
from biblionet_reg.domain.timetable import Timetable


@dataclass(frozen=True, slots=True)
class Standing:
    """A presentation's title with its place: when it begins and in which room."""

    title: LocalText
    starts_at: datetime
    room: LocalText


@dataclass(frozen=True, slots=True)
class Moved:
    """A presentation that stands elsewhere than before."""

    before: Standing
    after: Standing


@dataclass(frozen=True, slots=True)
class Changes:
    """Presentations that came, moved and went, each in programme order."""

    new: tuple[Standing, ...]
    moved: tuple[Moved, ...]
    removed: tuple[Standing, ...]

    def __bool__(self) -> bool:
        return bool(self.new or self.moved or self.removed)


def changes(before: Mapping[str, Standing], after: Mapping[str, Standing]) -> Changes:
    """Compare two programmes by where their presentations stand, by code."""
    return Changes(
        new=tuple(standing for code, standing in after.items() if code not in before),
        moved=tuple(Moved(before[code], standing) for code, standing in after.items() if code in before and _moved(before[code], standing)),
        removed=tuple(standing for code, standing in before.items() if code not in after),
    )


def _moved(before: Standing, after: Standing) -> bool:
    return (before.starts_at, before.room) != (after.starts_at, after.room)


def standings(timetable: Timetable) -> dict[str, Standing]:
    """Return where each presentation of a published programme stands, by code."""
    return {
        item.code: Standing(item.title, item.starts_at, block.room)
        for day in timetable.days
        for block in day.sessions
        for item in block.items
        if item.code
    }
