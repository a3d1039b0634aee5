"""What a new version of the programme changes for its readers."""

from dataclasses import dataclass
from datetime import datetime

from biblionet_reg.domain.text import LocalText
from biblionet_reg.domain.timetable import ListedItem, Timetable


@dataclass(frozen=True, slots=True)
class Standing:
    """A presentation with its place: when it begins and in which room."""

    item: ListedItem
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


def changes(old: Timetable | None, new: Timetable) -> Changes:
    """Compare two programmes by their presentations; without an old one everything is new."""
    before, after = _standings(old), _standings(new)
    return Changes(
        new=tuple(standing for code, standing in after.items() if code not in before),
        moved=tuple(Moved(before[code], standing) for code, standing in after.items() if code in before and _moved(before[code], standing)),
        removed=tuple(standing for code, standing in before.items() if code not in after),
    )


def _moved(before: Standing, after: Standing) -> bool:
    return (before.starts_at, before.room) != (after.starts_at, after.room)


def _standings(timetable: Timetable | None) -> dict[str, Standing]:
    if timetable is None:
        return {}
    return {
        item.code: Standing(item, item.starts_at, block.room)
        for day in timetable.days
        for block in day.sessions
        for item in block.items
        if item.code
    }
