"""The editors' board: sessions and slots as plain rows, light enough to show a whole programme at once."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from biblionet_reg.domain.clashes import Clash, SessionFacts, SlotFacts, clashes
from biblionet_reg.domain.programme import SessionKind, Span
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.domain.text import LocalText
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition, Room
from biblionet_reg.models.person import Person
from biblionet_reg.models.programme import ProgrammeSession, Slot
from biblionet_reg.models.submission import Author, Submission


@dataclass(frozen=True, slots=True)
class BoardPresenter:
    """Somebody who presents, by public code."""

    code: str
    given_name: str
    family_name: str


@dataclass(frozen=True, slots=True)
class BoardSlot:
    """A slot with the title it shows; `is_accepted` is True for titles of their own too."""

    key: str
    starts_at: datetime
    ends_at: datetime
    title: LocalText
    is_accepted: bool
    presenters: tuple[BoardPresenter, ...]


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
    own = (Slot.programme_session_id, Slot.key, Slot.starts_at, Slot.ends_at, Slot.title)
    rows = db.session.execute(
        select(*own, Submission.id, Submission.title, Submission.state)
        .join(ProgrammeSession, ProgrammeSession.id == Slot.programme_session_id)
        .outerjoin(Submission, Submission.id == Slot.submission_id)
        .where(ProgrammeSession.edition_id == edition.id)
        .order_by(Slot.starts_at, Slot.ends_at, Slot.id)
    )
    for session_id, key, starts_at, ends_at, title, submission_id, submission_title, state in rows:
        shown = title if submission_id is None else submission_title
        is_accepted = submission_id is None or state is SubmissionState.ACCEPTED
        found[session_id].append(BoardSlot(key, starts_at, ends_at, shown, is_accepted, tuple(presenters[submission_id])))
    return found


def _presenters(edition: Edition) -> dict[int | None, list[BoardPresenter]]:
    found: dict[int | None, list[BoardPresenter]] = defaultdict(list)
    rows = db.session.execute(
        select(Author.submission_id, Person.code, Author.given_name, Author.family_name)
        .join(Person, Person.id == Author.person_id)
        .join(Slot, Slot.submission_id == Author.submission_id)
        .join(ProgrammeSession, ProgrammeSession.id == Slot.programme_session_id)
        .where(ProgrammeSession.edition_id == edition.id, Author.is_presenter)
        .order_by(Author.submission_id, Author.position)
    )
    for submission_id, *presenter in rows:
        found[submission_id].append(BoardPresenter(*presenter))
    return found


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
    presenters = frozenset(presenter.code for presenter in slot.presenters)
    return SlotFacts(slot.key, Span(slot.starts_at, slot.ends_at), presenters, slot.is_accepted)
