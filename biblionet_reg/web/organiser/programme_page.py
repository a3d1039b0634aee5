"""How the working programme is laid out for its editors: a grid a day, and clashes in words."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from biblionet_reg.domain.clashes import Clash, ClashKind
from biblionet_reg.domain.person_name import PersonName
from biblionet_reg.formats import format_time, inside_quotes
from biblionet_reg.i18n import gettext as _
from biblionet_reg.models.edition import Edition, Room
from biblionet_reg.queries.programme_board import BoardSession, BoardSlot, clashes_on, names_in
from biblionet_reg.shown.names import person_name
from biblionet_reg.shown.texts import say
from biblionet_reg.wording import label


@dataclass(frozen=True, slots=True)
class Row:
    """What begins at one time: for everybody, and in each room."""

    starts_at: datetime
    for_everybody: list[BoardSession]
    in_rooms: list[list[BoardSession]]

    @property
    def has_rooms(self) -> bool:
        return any(self.in_rooms)


@dataclass(frozen=True, slots=True)
class Grid:
    """One day: a column a room, a row a time."""

    day: date
    rooms: list[Room]
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class ClashLine:
    """A clash in one sentence, and the keys of the sessions and slots beside which it stands."""

    kind: ClashKind
    sentence: str
    session: str
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Told:
    """What clashes tell about, by key, and people by code."""

    blocks: dict[str, BoardSession]
    slots: dict[str, BoardSlot]
    people: dict[str, PersonName]
    time_zone: str


def grids(edition: Edition, sessions: Sequence[BoardSession]) -> list[Grid]:
    """Return every day of the edition, and every other day that something is on."""
    zone = ZoneInfo(edition.time_zone)
    by_day: dict[date, list[BoardSession]] = {day: [] for day in edition.days}
    for block in sessions:
        by_day.setdefault(block.starts_at.astimezone(zone).date(), []).append(block)
    return [_grid(day, edition.rooms, blocks) for day, blocks in sorted(by_day.items())]


def _grid(day: date, rooms: list[Room], blocks: list[BoardSession]) -> Grid:
    used = [room for room in rooms if any(block.room_code == room.code for block in blocks)]
    rows = [_row(start, used, list(together)) for start, together in groupby(blocks, key=lambda block: block.starts_at)]
    return Grid(day, used, rows)


def _row(start: datetime, rooms: list[Room], blocks: list[BoardSession]) -> Row:
    return Row(
        starts_at=start,
        for_everybody=[block for block in blocks if block.room_code is None],
        in_rooms=[[block for block in blocks if block.room_code == room.code] for room in rooms],
    )


def clash_lines(edition: Edition, sessions: Sequence[BoardSession]) -> list[ClashLine]:
    """Put into words what does not fit among `sessions`."""
    clashes = clashes_on(edition, sessions)
    told = _Told(
        blocks={block.key: block for block in sessions},
        slots={slot.key: slot for block in sessions for slot in block.slots},
        people=names_in(edition, clashes),
        time_zone=edition.time_zone,
    )
    return [
        ClashLine(clash.kind, _sentence(clash, told), clash.sessions[0], frozenset((*clash.sessions, *clash.slots))) for clash in clashes
    ]


def beside(lines: Iterable[ClashLine]) -> dict[str, list[ClashLine]]:
    """Return the lines that stand beside each session and slot, by key."""
    found: dict[str, list[ClashLine]] = defaultdict(list)
    for line in lines:
        for key in line.keys:
            found[key].append(line)
    return dict(found)


def title_of(block: BoardSession) -> str:
    """Return what a session is called."""
    return say(block.title) or label(block.kind)


def _sentence(clash: Clash, told: _Told) -> str:
    sessions = [told.blocks[key] for key in clash.sessions]
    names = {"first": inside_quotes(title_of(sessions[0])), "second": inside_quotes(title_of(sessions[-1]))}
    match clash.kind:
        case ClashKind.ROOM:
            room = say(sessions[0].room_name)
            return _("“%(first)s” and “%(second)s” are in the same room at the same time: %(room)s.", room=room, **names)
        case ClashKind.EVERYBODY:
            return _("“%(first)s” and “%(second)s” are at the same time, and one of them is for everybody.", **names)
        case ClashKind.OUTSIDE_EDITION:
            return _("“%(first)s” is on a day outside the edition.", first=names["first"])
        case _:
            return _slot_sentence(clash, told, session=names["first"])


def _slot_sentence(clash: Clash, told: _Told, *, session: str) -> str:
    inside = [told.slots[key] for key in clash.slots]
    first, second = inside_quotes(say(inside[0].title)), inside_quotes(say(inside[-1].title))
    times = [format_time(slot.starts_at, told.time_zone) for slot in inside]
    match clash.kind:
        case ClashKind.PRESENTER:
            return _(
                "%(person)s presents “%(first)s” at %(first_time)s and “%(second)s” at %(second_time)s: they overlap.",
                person=person_name(told.people[clash.person]),
                first=first,
                second=second,
                first_time=times[0],
                second_time=times[-1],
            )
        case ClashKind.SLOTS_OVERLAP:
            return _("“%(first)s” and “%(second)s” overlap in the session “%(session)s”.", first=first, second=second, session=session)
        case ClashKind.OUTSIDE_SESSION:
            return _(
                "“%(first)s” at %(time)s does not fit into the times of the session “%(session)s”.",
                first=first,
                time=times[0],
                session=session,
            )
        case _:
            return _("“%(first)s” is no longer accepted. It will not be published.", first=first)
