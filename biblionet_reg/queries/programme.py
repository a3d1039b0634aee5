"""The working programme: its sessions and slots, what is not placed yet, and the timetable it makes."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Select, func, select
from sqlalchemy.orm import contains_eager, defer, joinedload, selectinload

from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.domain.text import LocalText
from biblionet_reg.domain.timetable import ListedAuthor, ListedDay, ListedItem, ListedSession, Timetable
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition, Subtopic
from biblionet_reg.models.programme import ProgrammeSession, Slot
from biblionet_reg.models.submission import Author, Submission
from biblionet_reg.queries.paging import Cut, Page

UNPLACED_A_PAGE = 30


def whole(edition: Edition) -> list[ProgrammeSession]:
    """Return every session with its slots and all their texts, in programme order."""
    found = db.session.scalars(_sessions(with_texts=True).where(ProgrammeSession.edition_id == edition.id))
    return sorted(found, key=_order)


def sessions_alone(edition: Edition) -> list[ProgrammeSession]:
    """Return every session with its room but without its slots, in programme order."""
    wanted = select(ProgrammeSession).where(ProgrammeSession.edition_id == edition.id).options(joinedload(ProgrammeSession.room))
    return sorted(db.session.scalars(wanted), key=_order)


def session_by_key(edition: Edition, key: str) -> ProgrammeSession | None:
    """Return the session of this edition that `key` names, with its slots."""
    return db.session.scalar(_sessions(with_texts=False).where(ProgrammeSession.edition_id == edition.id, ProgrammeSession.key == key))


def slot_by_key(edition: Edition, key: str) -> Slot | None:
    """Return the slot of this edition that `key` names, with its session and submission."""
    found = (
        select(Slot)
        .join(Slot.programme_session)
        .where(Slot.key == key, ProgrammeSession.edition_id == edition.id)
        .options(contains_eager(Slot.programme_session), joinedload(Slot.submission).options(*_light(with_texts=False)))
    )
    return db.session.scalar(found)


def slot_of(submission: Submission) -> Slot | None:
    """Return where the submission stands in the working programme, or None."""
    return db.session.scalar(select(Slot).where(Slot.submission_id == submission.id).options(joinedload(Slot.programme_session)))


def _sessions(*, with_texts: bool) -> Select[ProgrammeSession]:
    submission = selectinload(ProgrammeSession.slots).joinedload(Slot.submission).options(*_light(with_texts=with_texts))
    return select(ProgrammeSession).options(joinedload(ProgrammeSession.room), submission)


def _light(*, with_texts: bool) -> list[Any]:
    options: list[Any] = [
        selectinload(Submission.authors).joinedload(Author.person),
        joinedload(Submission.subtopic),
    ]
    return options if with_texts else [*options, defer(Submission.abstract), defer(Submission.keywords)]


def _order(block: ProgrammeSession) -> tuple[Any, ...]:
    return block.starts_at, block.room.position if block.room else -1, block.ends_at, block.id


def unplaced(edition: Edition, *, page: int) -> Page[Submission]:
    """Return a page of the accepted submissions without a slot, by subtopic and then by the time they came."""
    wanted = _unplaced(edition)
    total = db.session.scalar(select(func.count()).select_from(wanted.with_only_columns(Submission.id).subquery())) or 0
    cut = Cut.at(page, total, size=UNPLACED_A_PAGE)
    rows = (
        wanted.join(Submission.subtopic)
        .order_by(Subtopic.position, Submission.submitted_at, Submission.id)
        .options(*_light(with_texts=False))
    )
    return cut.page(list(db.session.scalars(cut.of(rows))))


def unplaced_titles(edition: Edition) -> list[tuple[str, LocalText]]:
    """Return (code, title) of every accepted submission without a slot, in the order of `unplaced`."""
    wanted = _unplaced(edition).join(Submission.subtopic).order_by(Subtopic.position, Submission.submitted_at, Submission.id)
    return [(code, title) for code, title in db.session.execute(wanted.with_only_columns(Submission.code, Submission.title))]


def _unplaced(edition: Edition) -> Select[Submission]:
    accepted = (Submission.edition_id == edition.id, Submission.state == SubmissionState.ACCEPTED)
    return select(Submission).outerjoin(Slot, Slot.submission_id == Submission.id).where(*accepted, Slot.id.is_(None))


def timetable(edition: Edition, sessions: Sequence[ProgrammeSession]) -> Timetable:
    """Return what the public would see of the `whole` programme; what is no longer accepted is left out."""
    zone = ZoneInfo(edition.time_zone)
    numbered = list(enumerate(sessions, start=1))
    days = groupby(numbered, key=lambda pair: pair[1].starts_at.astimezone(zone).date())
    return Timetable(
        time_zone=edition.time_zone,
        days=tuple(ListedDay(day, tuple(_listed_session(block, number) for number, block in pairs)) for day, pairs in days),
    )


def _listed_session(block: ProgrammeSession, number: int) -> ListedSession:
    shown = [slot for slot in block.slots if slot.submission is None or slot.submission.state is SubmissionState.ACCEPTED]
    return ListedSession(
        number=number,
        kind=block.kind,
        title=block.title,
        room=block.room.name if block.room else LocalText(),
        chair_name=block.chair_name,
        starts_at=block.starts_at,
        ends_at=block.ends_at,
        items=tuple(_listed_item(slot) for slot in shown),
    )


def _listed_item(slot: Slot) -> ListedItem:
    submission = slot.submission
    if submission is None:
        return _listed_title(slot)
    return ListedItem(
        code=submission.code,
        kind=submission.kind,
        title=submission.title,
        abstract=submission.abstract,
        keywords=submission.keywords,
        subtopic=submission.subtopic.title,
        presenter_name="",
        authors=tuple(_listed_author(author) for author in submission.authors),
        starts_at=slot.starts_at,
        ends_at=slot.ends_at,
    )


def _listed_title(slot: Slot) -> ListedItem:
    """A slot with a title of its own says that, who speaks, and nothing else."""
    return ListedItem(
        code="",
        kind=None,
        title=slot.title,
        abstract=LocalText(),
        keywords=LocalText(),
        subtopic=LocalText(),
        presenter_name=slot.presenter_name,
        authors=(),
        starts_at=slot.starts_at,
        ends_at=slot.ends_at,
    )


def _listed_author(author: Author) -> ListedAuthor:
    return ListedAuthor(
        code=author.person.code,
        given_name=author.given_name,
        family_name=author.family_name,
        institution=author.institution_name,
        place=author.institution_place,
        is_presenter=author.is_presenter,
        other_given_name=author.other_given_name,
        other_family_name=author.other_family_name,
    )
