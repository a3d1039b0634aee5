"""The working programme: its sessions, and what is placed in them."""

from datetime import datetime, timedelta

from sqlalchemy.exc import IntegrityError

from biblionet_reg.domain.programme import (
    USUAL_MINUTES,
    AlreadyPlaced,
    Direction,
    NotInBreak,
    NotPlaceable,
    SessionKind,
    Span,
    TimesOutOfOrder,
    exchanged,
    next_start,
)
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.domain.text import LocalText
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition, Room
from biblionet_reg.models.programme import ProgrammeSession, Slot
from biblionet_reg.models.submission import Submission
from biblionet_reg.services import audit
from biblionet_reg.services.editions import refuse_when_closed
from biblionet_reg.services.transaction import transaction


def add_session(
    edition: Edition, *, kind: SessionKind, starts_at: datetime, ends_at: datetime, title: LocalText, room: Room | None = None,
    chair_name: str = "", by: str, is_demo: bool = False,
) -> ProgrammeSession:  # fmt: skip
    """Add a block to the working programme; without a room it is for everybody."""
    with transaction() as session:
        refuse_when_closed(edition)
        _check_order(starts_at, ends_at)
        block = ProgrammeSession(
            edition=edition, kind=kind, title=title, room=room, chair_name=chair_name, starts_at=starts_at, ends_at=ends_at, is_demo=is_demo
        )
        session.add(block)
        session.flush()
        _record("programme.session_added", block, by=by)
    return block


def change_session(
    block: ProgrammeSession, *, kind: SessionKind, starts_at: datetime, ends_at: datetime, title: LocalText, room: Room | None,
    chair_name: str, by: str,
) -> None:  # fmt: skip
    """Change a block; when it begins at another time, its slots move along."""
    with transaction():
        refuse_when_closed(block.edition)
        _check_order(starts_at, ends_at)
        shift = starts_at - block.starts_at
        for slot in block.slots:
            _put(slot, _span(slot).shifted(shift))
        block.kind, block.title, block.room, block.chair_name = kind, title, room, chair_name
        block.starts_at, block.ends_at = starts_at, ends_at
        _record("programme.session_changed", block, by=by)


def remove_session(block: ProgrammeSession, *, by: str) -> None:
    """Take a block out; its submissions wait again to be placed."""
    with transaction() as session:
        refuse_when_closed(block.edition)
        _record("programme.session_removed", block, by=by)
        session.delete(block)


def place(
    block: ProgrammeSession, submission: Submission, *, starts_at: datetime | None = None, minutes: int = USUAL_MINUTES, by: str
) -> Slot:
    """Give an accepted submission its place; without `starts_at` it follows the last slot."""
    with transaction() as session:
        refuse_when_closed(block.edition)
        session.refresh(submission, ["state"], with_for_update=True)
        if submission.state is not SubmissionState.ACCEPTED or submission.edition_id != block.edition_id:
            raise NotPlaceable(submission.state)
        _refuse_in_break(block)
        slot = _add_slot(block, Slot(submission=submission, title=LocalText(), presenter_name=""), starts_at=starts_at, minutes=minutes)
        _record("programme.placed", block, by=by, submission=submission.code)
    return slot


def _refuse_in_break(block: ProgrammeSession) -> None:
    if block.kind is SessionKind.BREAK:
        raise NotInBreak


def place_title(
    block: ProgrammeSession,
    *,
    title: LocalText,
    presenter_name: str = "",
    starts_at: datetime | None = None,
    minutes: int = USUAL_MINUTES,
    by: str,
) -> Slot:
    """Add a title of its own: a greeting, an invited talk."""
    with transaction():
        refuse_when_closed(block.edition)
        slot = _add_slot(block, Slot(title=title, presenter_name=presenter_name), starts_at=starts_at, minutes=minutes)
        _record("programme.title_placed", block, by=by)
    return slot


def move(
    slot: Slot, *, to: ProgrammeSession, starts_at: datetime | None, minutes: int, by: str, words: tuple[LocalText, str] | None = None
) -> None:
    """Put a slot elsewhere: another time, another session; without `starts_at` it follows the last one there.

    `words` are its new title and presenter, where it has a title of its own.
    """
    with transaction() as session:
        refuse_when_closed(to.edition)
        if words is not None:
            retitle(slot, title=words[0], presenter_name=words[1], by=by)
        if slot.submission_id is not None:
            _refuse_in_break(to)
        if starts_at is None:
            starts_at = next_start(Span(to.starts_at, to.ends_at), [_span(other) for other in to.slots if other is not slot])
        _put(slot, Span(starts_at, starts_at + timedelta(minutes=minutes)))
        slot.programme_session = to
        session.flush()
        session.expire(to, ["slots"])
        _record("programme.moved", to, by=by, slot=slot.key)


def retitle(slot: Slot, *, title: LocalText, presenter_name: str, by: str) -> None:
    """Change the words of a slot that has a title of its own."""
    with transaction():
        refuse_when_closed(slot.programme_session.edition)
        slot.title, slot.presenter_name = title, presenter_name
        _record("programme.title_changed", slot.programme_session, by=by, slot=slot.key)


def exchange(slot: Slot, direction: Direction, *, by: str) -> None:
    """Let a slot change places with its neighbour; at either end nothing happens."""
    block = slot.programme_session
    with transaction() as session:
        refuse_when_closed(block.edition)
        row = sorted(block.slots, key=lambda other: (other.starts_at, other.ends_at, other.id))
        place_in_row = row.index(slot)
        neighbour = place_in_row + (1 if direction is Direction.DOWN else -1)
        if neighbour not in range(len(row)):
            return
        first, second = row[min(place_in_row, neighbour)], row[max(place_in_row, neighbour)]
        late, early = exchanged(_span(first), _span(second))
        _put(first, late)
        _put(second, early)
        session.flush()
        session.expire(block, ["slots"])
        _record("programme.exchanged", block, by=by, slot=slot.key)


def take_off(slot: Slot, *, by: str) -> None:
    """Take a slot out of the programme; its submission waits again to be placed."""
    with transaction() as session:
        block = slot.programme_session
        refuse_when_closed(block.edition)
        _record("programme.taken_off", block, by=by, submission=slot.submission.code if slot.submission else "")
        session.delete(slot)
        session.flush()
        session.expire(block, ["slots"])


def _add_slot(block: ProgrammeSession, slot: Slot, *, starts_at: datetime | None, minutes: int) -> Slot:
    begins = starts_at or next_start(Span(block.starts_at, block.ends_at), [_span(other) for other in block.slots])
    _put(slot, Span(begins, begins + timedelta(minutes=minutes)))
    slot.programme_session_id = block.id
    try:
        db.session.add(slot)
        db.session.flush()
    except IntegrityError as error:
        raise AlreadyPlaced from error
    db.session.expire(block, ["slots"])
    return slot


def _put(slot: Slot, span: Span) -> None:
    slot.starts_at, slot.ends_at = span.starts_at, span.ends_at


def _span(slot: Slot) -> Span:
    return Span(slot.starts_at, slot.ends_at)


def _check_order(starts_at: datetime, ends_at: datetime) -> None:
    if ends_at <= starts_at:
        raise TimesOutOfOrder


def _record(action: str, block: ProgrammeSession, *, by: str, **details: str) -> None:
    audit.record(action, by=by, edition=block.edition, subject_kind="programme_session", subject_code=block.key, details=details)
