"""What the public may read, edition by edition: the codes of every published presentation and person."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select

from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.programme import ProgrammeVersion


@dataclass(frozen=True, slots=True)
class Published:
    """An edition of the map; nothing is listed of one without a programme."""

    slug: str
    changed_at: datetime
    published_at: datetime | None
    presentations: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


def state() -> tuple[tuple[Any, ...], ...]:
    """Return what the map is made of, edition by edition: when it changed, and which version of its programme is the newest."""
    rows = db.session.execute(
        _with_newest(Edition.id, Edition.slug, Edition.updated_at, ProgrammeVersion.id, ProgrammeVersion.published_at)
    )
    return tuple(tuple(row) for row in rows)


def published() -> list[Published]:
    """Return every edition with what its newest programme holds, the latest first, in one statement."""
    rows = db.session.execute(_with_newest(Edition.slug, Edition.updated_at, ProgrammeVersion.published_at, ProgrammeVersion.content))
    return [Published(slug, changed_at, published_at, *_codes(content)) for slug, changed_at, published_at, content in rows]


def _with_newest(*columns: Any) -> Select[*tuple[Any, ...]]:
    """Ask for every edition, the latest first, with the newest version of its programme where there is one."""
    of_edition = ProgrammeVersion.edition_id
    newest = select(of_edition, func.max(ProgrammeVersion.number).label("number")).group_by(of_edition).subquery()
    is_newest = (of_edition == Edition.id) & (ProgrammeVersion.number == newest.c.number)
    editions = select(*columns).select_from(Edition).outerjoin(newest, newest.c.edition_id == Edition.id)
    return editions.outerjoin(ProgrammeVersion, is_newest).order_by(Edition.starts_on.desc(), Edition.id.desc())


def _codes(content: dict[str, Any] | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the codes of presentations and of their authors, each once, in the order of the programme."""
    days = (content or {}).get("days", [])
    items = [item for day in days for block in day["sessions"] for item in block["items"] if item["code"]]
    people = dict.fromkeys(author["code"] for item in items for author in item["authors"])
    return tuple(item["code"] for item in items), tuple(people)
