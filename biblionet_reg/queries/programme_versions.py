"""Published versions of the programme. One never changes, so each process reads its content once."""

from dataclasses import dataclass
from datetime import datetime

from flask import current_app
from sqlalchemy import Select, select

from biblionet_reg.domain.shelf import Shelf
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.domain.timetable import ListedAuthor, ListedDay, ListedItem, ListedSession, Timetable
from biblionet_reg.domain.timetable_search import TimetableIndex, index_of
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.programme import ProgrammeVersion
from biblionet_reg.models.submission import Submission

_KEPT = 6
_KEY = "biblionet_published"
_SEARCH_KEY = "biblionet_published_words"


@dataclass(frozen=True, slots=True)
class Version:
    """A published version without its content."""

    id: int
    number: int
    name: str
    published_at: datetime
    is_demo: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where a presentation stands in the programme."""

    day: ListedDay
    session: ListedSession
    item: ListedItem


@dataclass(frozen=True, slots=True)
class Published:
    """A version's content, found by the codes of its presentations and people."""

    timetable: Timetable
    presentations: dict[str, Place]
    people: dict[str, tuple[ListedAuthor, list[Place]]]


def all_versions(edition: Edition) -> list[Version]:
    """Return every version, the newest first."""
    return [Version(*row) for row in db.session.execute(_versions(edition))]


def latest(edition: Edition) -> Version | None:
    """Return the version the public sees, or None while nothing is published."""
    return _first(_versions(edition).limit(1))


def by_number(edition: Edition, number: int) -> Version | None:
    """Return the version with this number."""
    return _first(_versions(edition).where(ProgrammeVersion.number == number))


def _versions(edition: Edition) -> Select[int, int, str, datetime, bool]:
    columns = (ProgrammeVersion.id, ProgrammeVersion.number, ProgrammeVersion.name, ProgrammeVersion.published_at, ProgrammeVersion.is_demo)
    return select(*columns).where(ProgrammeVersion.edition_id == edition.id).order_by(ProgrammeVersion.number.desc())


def _first(wanted: Select[int, int, str, datetime, bool]) -> Version | None:
    row = db.session.execute(wanted).first()
    return Version(*row) if row else None


def withdrawn_since(version: Version, edition: Edition) -> tuple[str, ...]:
    """Return the codes of what was withdrawn since `version` was published: it shows them, but they will not take place."""
    gone = select(Submission.code).where(
        Submission.edition_id == edition.id,
        Submission.state == SubmissionState.WITHDRAWN,
        Submission.withdrawn_at >= version.published_at,
    )
    shown = published(version).presentations
    return tuple(code for code in db.session.scalars(gone.order_by(Submission.code)) if code in shown)


def withdrawn_at(code: str, version: Version, edition: Edition) -> datetime | None:
    """Return when this presentation of `version` was withdrawn, if it was since `version` was published."""
    gone = select(Submission.withdrawn_at).where(
        Submission.edition_id == edition.id, Submission.code == code, Submission.withdrawn_at >= version.published_at
    )
    return db.session.scalar(gone)


def published(version: Version) -> Published:
    """Return the content of `version`: read once in each process, a few versions are kept at hand."""
    kept: Shelf[tuple[int, datetime], Published] = current_app.extensions.setdefault(_KEY, Shelf(_KEPT))
    key = (version.id, version.published_at)
    found = kept.get(key)
    if found is None:
        content = db.session.scalar(select(ProgrammeVersion.content).where(ProgrammeVersion.id == version.id))
        found = kept.keep(key, _indexed(Timetable.from_dict(content or {"time_zone": "UTC", "days": []})))
    return found


def search_index(version: Version) -> TimetableIndex:
    """Return the words of `version`: gathered at the first search in each process, of a few versions."""
    kept: Shelf[tuple[int, datetime], TimetableIndex] = current_app.extensions.setdefault(_SEARCH_KEY, Shelf(_KEPT))
    key = (version.id, version.published_at)
    return kept.get(key) or kept.keep(key, index_of(published(version).timetable))


def _indexed(timetable: Timetable) -> Published:
    places = [Place(day, block, item) for day in timetable.days for block in day.sessions for item in block.items if item.code]
    people: dict[str, tuple[ListedAuthor, list[Place]]] = {}
    for place in places:
        for author in place.item.authors:
            people.setdefault(author.code, (author, []))[1].append(place)
    return Published(timetable, {place.item.code: place for place in places}, people)
