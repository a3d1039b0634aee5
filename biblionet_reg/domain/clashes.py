"""Clashes of the working programme: warnings for its editors, never refusals."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple, Protocol, TypeVar
from zoneinfo import ZoneInfo

from biblionet_reg.domain.programme import SessionKind, Span


class ClashKind(StrEnum):
    """What does not fit."""

    ROOM = "room"
    PRESENTER = "presenter"
    EVERYBODY = "everybody"
    SLOTS_OVERLAP = "slots_overlap"
    OUTSIDE_SESSION = "outside_session"
    OUTSIDE_EDITION = "outside_edition"
    NOT_ACCEPTED = "not_accepted"


class SlotFacts(NamedTuple):
    """A slot as the rules see it; `presenters` are the codes of the people who present."""

    key: str
    span: Span
    presenters: frozenset[str] = frozenset()
    is_accepted: bool = True


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """A session as the rules see it; without a room it is for everybody."""

    key: str
    kind: SessionKind
    room: str | None
    span: Span
    slots: tuple[SlotFacts, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Clash:
    """One thing that does not fit: the keys of what takes part, in order of time; perhaps whom it hits."""

    kind: ClashKind
    sessions: tuple[str, ...]
    slots: tuple[str, ...] = ()
    person: str = ""


class _Timed(Protocol):
    @property
    def key(self) -> str: ...
    @property
    def span(self) -> Span: ...


_T = TypeVar("_T", bound=_Timed)
#: Kinds that want the whole house when they have no room of their own.
_FOR_ALL = frozenset({SessionKind.OPENING, SessionKind.CLOSING})


def clashes(sessions: Iterable[SessionFacts], *, days: Sequence[date], time_zone: str) -> list[Clash]:
    """Return everything that does not fit, in order of time; `days` are those of the edition."""
    ordered = sorted(sessions, key=_when)
    begins = {session.key: place for place, session in enumerate(ordered)}
    found = [
        *_rooms(ordered),
        *_everybody(ordered),
        *_presenters(ordered),
        *(clash for session in ordered for clash in _inside(session)),
        *_days(ordered, days, ZoneInfo(time_zone)),
    ]
    return sorted(found, key=lambda clash: (begins[clash.sessions[0]], clash))


def _when(timed: _Timed) -> tuple[object, ...]:
    return timed.span.starts_at, timed.span.ends_at, timed.key


def _overlapping(timed: Iterable[_T]) -> Iterator[tuple[_T, _T]]:
    """Yield every pair that shares a moment, the earlier first."""
    running: list[_T] = []
    for later in sorted(timed, key=_when):
        running = [earlier for earlier in running if earlier.span.ends_at > later.span.starts_at]
        for earlier in running:
            if earlier.span.overlaps(later.span):
                yield earlier, later
        running.append(later)


def _rooms(sessions: Iterable[SessionFacts]) -> Iterator[Clash]:
    for together in _grouped(sessions, lambda session: session.room).values():
        for first, second in _overlapping(together):
            yield Clash(ClashKind.ROOM, (first.key, second.key))


def _everybody(sessions: Sequence[SessionFacts]) -> Iterator[Clash]:
    attended = [session for session in sessions if session.kind is not SessionKind.BREAK]
    for first, second in _overlapping(attended):
        if any(session.room is None and session.kind in _FOR_ALL for session in (first, second)):
            yield Clash(ClashKind.EVERYBODY, (first.key, second.key))


def _presenters(sessions: Iterable[SessionFacts]) -> Iterator[Clash]:
    home = {slot.key: session for session in sessions for slot in session.slots}
    by_person: dict[str, list[SlotFacts]] = defaultdict(list)
    for session in sessions:
        for slot in session.slots:
            for person in slot.presenters:
                by_person[person].append(slot)
    for person, slots in by_person.items():
        for first, second in _overlapping(slots):
            here, there = home[first.key], home[second.key]
            if here is there and here.kind is SessionKind.POSTERS:
                continue
            yield Clash(ClashKind.PRESENTER, tuple(dict.fromkeys((here.key, there.key))), (first.key, second.key), person)


def _inside(session: SessionFacts) -> Iterator[Clash]:
    if session.kind is not SessionKind.POSTERS:
        for first, second in _overlapping(session.slots):
            yield Clash(ClashKind.SLOTS_OVERLAP, (session.key,), (first.key, second.key))
    for slot in session.slots:
        if not session.span.holds(slot.span):
            yield Clash(ClashKind.OUTSIDE_SESSION, (session.key,), (slot.key,))
        if not slot.is_accepted:
            yield Clash(ClashKind.NOT_ACCEPTED, (session.key,), (slot.key,))


def _days(sessions: Iterable[SessionFacts], days: Sequence[date], zone: ZoneInfo) -> Iterator[Clash]:
    for session in sessions:
        if session.span.starts_at.astimezone(zone).date() not in days:
            yield Clash(ClashKind.OUTSIDE_EDITION, (session.key,))


def _grouped(sessions: Iterable[SessionFacts], key: Callable[[SessionFacts], str | None]) -> dict[str, list[SessionFacts]]:
    groups: dict[str, list[SessionFacts]] = defaultdict(list)
    for session in sessions:
        name = key(session)
        if name is not None:
            groups[name].append(session)
    return groups
