"""The editors' board: sessions and slots as plain rows, light enough to show a whole programme at once."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, case, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from biblionet_reg.domain.clashes import Clash, SessionFacts, SlotFacts, clashes
from biblionet_reg.domain.person_name import PersonName
from biblionet_reg.domain.programme import SessionKind, Span
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.domain.text import LocalText
from biblionet_reg.domain.timetable_changes import Standing
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition, Room
from biblionet_reg.models.person import Person
from biblionet_reg.models.programme import ProgrammeSession, Slot
from biblionet_reg.models.submission import AUTHOR_NAME, Author, Submission


class BoardSlot(NamedTuple):
    """A slot with the title it shows; titles of their own have no `code` and are accepted, `presenters` are public codes."""

    key: str
    code: str | None
    starts_at: datetime
    ends_at: datetime
    title: LocalText
    is_accepted: bool
    presenters: frozenset[str]


# A slot shows the title of its submission, or one of its own, which nobody has to accept.
_IS_OWN = Slot.submission_id.is_(None)
_TITLE = case((_IS_OWN, Slot.title), else_=Submission.title)
_IS_ACCEPTED = or_(_IS_OWN, Submission.state == SubmissionState.ACCEPTED)


@dataclass(frozen=True, slots=True)
class BoardSession:
    """A session with its room (None is for everybody) and its slots."""

    key: str
    kind: SessionKind
    title: LocalText
    starts_at: datetime
    ends_at: datetime
    is_demo: bool
    room_code: str | None
    room_name: LocalText
    slots: tuple[BoardSlot, ...]


def board(edition: Edition) -> list[BoardSession]:
    """Return the working programme, in programme order."""
    slots = _slots(edition)
    rows = db.session.execute(
        select(ProgrammeSession, Room.code, Room.name)
        .outerjoin(Room, Room.id == ProgrammeSession.room_id)
        .where(ProgrammeSession.edition_id == edition.id)
        .order_by(ProgrammeSession.starts_at, Room.position.nulls_first(), ProgrammeSession.ends_at, ProgrammeSession.id)
    )
    return [
        BoardSession(
            key=block.key,
            kind=block.kind,
            title=block.title,
            starts_at=block.starts_at,
            ends_at=block.ends_at,
            is_demo=block.is_demo,
            room_code=room_code,
            room_name=room_name or LocalText(),
            slots=tuple(slots[block.id]),
        )
        for block, room_code, room_name in rows
    ]


def _slots(edition: Edition) -> dict[int, list[BoardSlot]]:
    presenters = _presenters(edition)
    found: dict[int, list[BoardSlot]] = defaultdict(list)
    rows = db.session.execute(
        select(Slot.programme_session_id, Slot.submission_id, Slot.key, Submission.code, Slot.starts_at, Slot.ends_at, _TITLE, _IS_ACCEPTED)
        .join(ProgrammeSession, ProgrammeSession.id == Slot.programme_session_id)
        .outerjoin(Submission, Submission.id == Slot.submission_id)
        .where(ProgrammeSession.edition_id == edition.id)
        .order_by(Slot.starts_at, Slot.ends_at, Slot.id)
    )
    for session_id, submission_id, *shown in rows:
        found[session_id].append(BoardSlot._make((*shown, frozenset(presenters.get(submission_id, ())))))
    return found


def _presenters(edition: Edition) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for submission_id, code in db.session.execute(_presenting(edition, Author.submission_id, Person.code)):
        found[submission_id].append(code)
    return found


def names_in(edition: Edition, clashes: Iterable[Clash]) -> dict[str, PersonName]:
    """Return the names of the people whom `clashes` tell about, by public code."""
    codes = {clash.person for clash in clashes if clash.person}
    if not codes:
        return {}
    found = _presenting(edition, Person.code, *AUTHOR_NAME).where(Person.code.in_(codes)).order_by(Author.id)
    return {code: PersonName(*name) for code, *name in db.session.execute(found)}


def _presenting(edition: Edition, *columns: InstrumentedAttribute[Any]) -> Select[Any]:
    """Select `columns` of everybody who presents what stands in the working programme."""
    return (
        select(*columns)
        .select_from(Author)
        .join(Person, Person.id == Author.person_id)
        .join(Slot, Slot.submission_id == Author.submission_id)
        .join(ProgrammeSession, ProgrammeSession.id == Slot.programme_session_id)
        .where(ProgrammeSession.edition_id == edition.id, Author.is_presenter)
    )


def standings_on(sessions: Iterable[BoardSession]) -> dict[str, Standing]:
    """Return where each presentation would stand for the public, by code; what is no longer accepted is left out."""
    return {
        slot.code: Standing(slot.title, slot.starts_at, block.room_name)
        for block in sessions
        for slot in block.slots
        if slot.code and slot.is_accepted
    }


def clashes_on(edition: Edition, sessions: Iterable[BoardSession]) -> list[Clash]:
    """Return what does not fit among `sessions`."""
    return clashes([_facts(block) for block in sessions], days=edition.days, time_zone=edition.time_zone)


def _facts(block: BoardSession) -> SessionFacts:
    return SessionFacts(
        key=block.key,
        kind=block.kind,
        room=block.room_code,
        span=Span(block.starts_at, block.ends_at),
        slots=tuple(_slot_facts(slot) for slot in block.slots),
    )


def _slot_facts(slot: BoardSlot) -> SlotFacts:
    return SlotFacts(slot.key, Span(slot.starts_at, slot.ends_at), slot.presenters, slot.is_accepted)
