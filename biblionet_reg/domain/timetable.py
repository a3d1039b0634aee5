"""The published programme as plain data: what a version freezes, and pages, files and PDFs show."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from biblionet_reg.domain.programme import SessionKind
from biblionet_reg.domain.submission import SubmissionKind
from biblionet_reg.domain.text import LocalText


@dataclass(frozen=True, slots=True)
class ListedAuthor:
    """An author as printed; `code` is the person's public code, `other_*` the name in the other script where it was told."""

    code: str
    given_name: str
    family_name: str
    institution: str
    place: str
    is_presenter: bool
    other_given_name: str = ""
    other_family_name: str = ""


@dataclass(frozen=True, slots=True)
class ListedItem:
    """One slot: a presentation (with a submission's `code`) or a title of its own (empty `code`)."""

    code: str
    kind: SubmissionKind | None
    title: LocalText
    abstract: LocalText
    keywords: LocalText
    subtopic: LocalText
    presenter_name: str
    authors: tuple[ListedAuthor, ...]
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class ListedSession:
    """A block of the programme with its items in order; an empty room means for everybody."""

    number: int
    kind: SessionKind
    title: LocalText
    room: LocalText
    chair_name: str
    starts_at: datetime
    ends_at: datetime
    items: tuple[ListedItem, ...]

    def neighbours(self, code: str) -> tuple[ListedItem | None, ListedItem | None]:
        """Return the presentations before and after `code`, which is one of this session."""
        items: list[ListedItem | None] = [None, *(item for item in self.items if item.code), None]
        at = next(at for at, item in enumerate(items) if item and item.code == code)
        return items[at - 1], items[at + 1]


@dataclass(frozen=True, slots=True)
class ListedDay:
    """A day of the edition and what happens on it, by time and then room."""

    day: date
    sessions: tuple[ListedSession, ...]

    def bands(self) -> tuple[tuple[ListedSession, ...], ...]:
        """Return the sessions in order of time, those that overlap together in one band."""
        bands: list[list[ListedSession]] = []
        until: datetime | None = None
        for block in self.sessions:
            if until is None or block.starts_at >= until:
                bands.append([])
                until = block.ends_at
            bands[-1].append(block)
            until = max(until, block.ends_at)
        return tuple(tuple(band) for band in bands)


@dataclass(frozen=True, slots=True)
class Timetable:
    """A whole programme; moments are aware UTC, `time_zone` says how people read them."""

    time_zone: str
    days: tuple[ListedDay, ...] = field(default=())

    def presentations(self) -> list[ListedItem]:
        """Return every item that is a presentation, in programme order."""
        return [item for day in self.days for block in day.sessions for item in block.items if item.code]

    def as_dict(self) -> dict[str, Any]:
        """Return the timetable as plain JSON data; `from_dict` reads it back."""
        return {
            "time_zone": self.time_zone,
            "days": [{"day": day.day.isoformat(), "sessions": [_session_dict(block) for block in day.sessions]} for day in self.days],
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "Timetable":
        days = tuple(
            ListedDay(date.fromisoformat(day["day"]), tuple(_read_session(block) for block in day["sessions"])) for day in data["days"]
        )
        return cls(data["time_zone"], days)


def _session_dict(block: ListedSession) -> dict[str, Any]:
    return {
        "number": block.number,
        "kind": block.kind.value,
        "title": block.title.as_dict(),
        "room": block.room.as_dict(),
        "chair_name": block.chair_name,
        "starts_at": block.starts_at.isoformat(),
        "ends_at": block.ends_at.isoformat(),
        "items": [_item_dict(item) for item in block.items],
    }


def _item_dict(item: ListedItem) -> dict[str, Any]:
    return {
        "code": item.code,
        "kind": item.kind.value if item.kind else None,
        "title": item.title.as_dict(),
        "abstract": item.abstract.as_dict(),
        "keywords": item.keywords.as_dict(),
        "subtopic": item.subtopic.as_dict(),
        "presenter_name": item.presenter_name,
        "authors": [{name: getattr(author, name) for name in ListedAuthor.__slots__} for author in item.authors],
        "starts_at": item.starts_at.isoformat(),
        "ends_at": item.ends_at.isoformat(),
    }


def _read_session(data: dict[str, Any]) -> ListedSession:
    return ListedSession(
        number=data["number"],
        kind=SessionKind(data["kind"]),
        title=LocalText.from_dict(data["title"]),
        room=LocalText.from_dict(data["room"]),
        chair_name=data["chair_name"],
        starts_at=datetime.fromisoformat(data["starts_at"]),
        ends_at=datetime.fromisoformat(data["ends_at"]),
        items=tuple(_read_item(item) for item in data["items"]),
    )


def _read_item(data: dict[str, Any]) -> ListedItem:
    return ListedItem(
        code=data["code"],
        kind=SubmissionKind(data["kind"]) if data["kind"] else None,
        title=LocalText.from_dict(data["title"]),
        abstract=LocalText.from_dict(data["abstract"]),
        keywords=LocalText.from_dict(data["keywords"]),
        subtopic=LocalText.from_dict(data["subtopic"]),
        presenter_name=data["presenter_name"],
        authors=tuple(ListedAuthor(**author) for author in data["authors"]),
        starts_at=datetime.fromisoformat(data["starts_at"]),
        ends_at=datetime.fromisoformat(data["ends_at"]),
    )
