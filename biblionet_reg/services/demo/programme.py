"""A synthetic programme: an opening, sessions in parallel rooms, breaks, a closing; then published."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from biblionet_reg.domain.programme import SessionKind
from biblionet_reg.domain.submission import SubmissionKind
from biblionet_reg.domain.text import LocalText
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Room
from biblionet_reg.models.programme import ProgrammeSession, Slot
from biblionet_reg.models.submission import Submission
from biblionet_reg.services.demo.stage import Stage

_MINUTES = 20
_SHORTEST = 2
_BLOCKS = ((time(10, 0), time(11, 20)), (time(11, 40), time(13, 0)), (time(14, 30), time(16, 10)), (time(16, 30), time(18, 10)))
_BREAKS = (
    (time(11, 20), time(11, 40), LocalText(sr="Пауза за кафу", en="Coffee break")),
    (time(13, 0), time(14, 30), LocalText(sr="Ручак", en="Lunch")),
)
_CLOSING_BLOCK = 2
_OPENING = LocalText(sr="Свечано отварање", en="Opening ceremony")
_WELCOME = LocalText(sr="Поздравна реч домаћина", en="Welcome by the host")
_CLOSING = LocalText(sr="Закључци и затварање", en="Conclusions and closing")
_SESSION = LocalText(sr="Радна сесија", en="Session")


@dataclass(frozen=True, slots=True)
class _Block:
    starts_at: datetime
    ends_at: datetime
    room: Room


def make_programme(stage: Stage, accepted: list[Submission]) -> None:
    """Place every accepted submission: papers in the first room, the rest beside them in the second."""
    blocks = _blocks(stage)
    if not blocks:
        return
    minutes = _slot_minutes(accepted, blocks)
    for day in stage.edition.days:
        _add_frame(stage, day)
    papers = [one for one in accepted if one.kind is SubmissionKind.PAPER]
    others = [one for one in accepted if one.kind is not SubmissionKind.PAPER]
    beside = [block for block in blocks if block.room is not blocks[0].room]
    taken = _fill(blocks, papers, minutes)
    taken |= _fill([block for block in [*beside, *blocks] if block not in taken], others, minutes)
    ordered = sorted(taken.items(), key=lambda pair: (pair[0].starts_at, pair[0].room.position))
    for number, (block, placed) in enumerate(ordered, start=1):
        _add_session(stage, number, block, placed, minutes)
    db.session.flush()


def _fill(blocks: list[_Block], waiting: list[Submission], minutes: int) -> dict[_Block, list[Submission]]:
    """Return which block holds which presentations, block after block."""
    rest = list(waiting)
    filled: dict[_Block, list[Submission]] = {}
    for block in blocks:
        count = int((block.ends_at - block.starts_at).total_seconds() // 60) // minutes
        if rest:
            filled[block], rest = rest[:count], rest[count:]
    return filled


def _slot_minutes(accepted: list[Submission], blocks: list[_Block]) -> int:
    available = sum((block.ends_at - block.starts_at).total_seconds() // 60 for block in blocks)
    return max(_SHORTEST, min(_MINUTES, int(available // (len(accepted) + 2 * len(blocks)))))


def _blocks(stage: Stage) -> list[_Block]:
    """Return all blocks, room by room, every day's morning before any afternoon."""
    return [
        _Block(_at(stage, day, start), _at(stage, day, end), room)
        for room in stage.edition.rooms
        for number, (start, end) in enumerate(_BLOCKS)
        for day in stage.edition.days
        if not (day == stage.edition.ends_on and number >= _CLOSING_BLOCK) and not (day == stage.edition.starts_on and number == 0)
    ]


def _add_frame(stage: Stage, day: date) -> None:
    first_room = stage.edition.rooms[0] if stage.edition.rooms else None
    for start, end, title in _BREAKS:
        _add(stage, SessionKind.BREAK, title, _span(stage, day, start, end), None)
    if day == stage.edition.starts_on:
        opening = _add(stage, SessionKind.OPENING, _OPENING, _span(stage, day, *_BLOCKS[0]), first_room)
        ends_at = opening.starts_at + timedelta(minutes=_MINUTES)
        opening.slots = [Slot(key=stage.programme_key(), title=_WELCOME, starts_at=opening.starts_at, ends_at=ends_at)]
    if day == stage.edition.ends_on:
        _add(stage, SessionKind.CLOSING, _CLOSING, _span(stage, day, *_BLOCKS[_CLOSING_BLOCK]), first_room)


def _add_session(stage: Stage, number: int, block: _Block, papers: list[Submission], minutes: int) -> None:
    title = LocalText(sr=f"{_SESSION.sr} {number}", en=f"{_SESSION.en} {number}")
    made = _add(stage, SessionKind.PRESENTATIONS, title, (block.starts_at, block.ends_at), block.room)
    step = timedelta(minutes=minutes)
    starts = [block.starts_at + step * place for place in range(len(papers))]
    made.slots = [
        Slot(key=stage.programme_key(), submission=paper, title=LocalText(), starts_at=start, ends_at=start + step)
        for start, paper in zip(starts, papers, strict=True)
    ]


def _add(stage: Stage, kind: SessionKind, title: LocalText, span: tuple[datetime, datetime], room: Room | None) -> ProgrammeSession:
    key, (starts_at, ends_at) = stage.programme_key(), span
    made = ProgrammeSession(
        edition_id=stage.edition.id, key=key, kind=kind, title=title, room=room, starts_at=starts_at, ends_at=ends_at, is_demo=True
    )
    db.session.add(made)
    return made


def _span(stage: Stage, day: date, start: time, end: time) -> tuple[datetime, datetime]:
    return _at(stage, day, start), _at(stage, day, end)


def _at(stage: Stage, day: date, moment: time) -> datetime:
    return datetime.combine(day, moment, tzinfo=ZoneInfo(stage.edition.time_zone))
