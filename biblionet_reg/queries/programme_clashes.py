"""How many things of the working programme do not fit: the facts alone, without titles and names."""

from collections import defaultdict

from sqlalchemy import or_, select

from biblionet_reg.domain.clashes import SessionFacts, SlotFacts, clashes
from biblionet_reg.domain.programme import Span
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.programme import ProgrammeSession, Slot
from biblionet_reg.models.submission import Author, Submission


def clash_count(edition: Edition) -> int:
    """Return how many clashes the board would show, in three statements."""
    slots = _slots(edition)
    asked = select(
        ProgrammeSession.id, ProgrammeSession.kind, ProgrammeSession.room_id, ProgrammeSession.starts_at, ProgrammeSession.ends_at
    ).where(ProgrammeSession.edition_id == edition.id)
    facts = [
        SessionFacts(str(block_id), kind, None if room_id is None else str(room_id), Span(starts_at, ends_at), tuple(slots[block_id]))
        for block_id, kind, room_id, starts_at, ends_at in db.session.execute(asked)
    ]
    return len(clashes(facts, days=edition.days, time_zone=edition.time_zone))


def _slots(edition: Edition) -> dict[int, list[SlotFacts]]:
    presenters = _presenters(edition)
    is_accepted = or_(Slot.submission_id.is_(None), Submission.state == SubmissionState.ACCEPTED)
    asked = (
        select(Slot.programme_session_id, Slot.id, Slot.starts_at, Slot.ends_at, is_accepted)
        .join(ProgrammeSession, ProgrammeSession.id == Slot.programme_session_id)
        .outerjoin(Submission, Submission.id == Slot.submission_id)
        .where(ProgrammeSession.edition_id == edition.id)
    )
    found: dict[int, list[SlotFacts]] = defaultdict(list)
    for block_id, slot_id, starts_at, ends_at, accepted in db.session.execute(asked):
        found[block_id].append(SlotFacts(str(slot_id), Span(starts_at, ends_at), frozenset(presenters.get(slot_id, ())), accepted))
    return found


def _presenters(edition: Edition) -> dict[int, list[str]]:
    asked = (
        select(Slot.id, Author.person_id)
        .join(ProgrammeSession, ProgrammeSession.id == Slot.programme_session_id)
        .join(Author, Author.submission_id == Slot.submission_id)
        .where(ProgrammeSession.edition_id == edition.id, Author.is_presenter)
    )
    found: dict[int, list[str]] = defaultdict(list)
    for slot_id, person_id in db.session.execute(asked):
        found[slot_id].append(str(person_id))
    return found
