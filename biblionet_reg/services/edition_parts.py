"""The lists of an edition: rooms, subtopics, sectors, meals, organisers, news and words, one by one."""

from dataclasses import replace
from hashlib import sha256
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from biblionet_reg.domain.difference import Difference, DifferenceKind
from biblionet_reg.domain.edition_changes import PartChanged, PartGone, PartInUse, PartRepeated, PartsFull
from biblionet_reg.domain.edition_limits import LIST_LIMIT
from biblionet_reg.domain.edition_parts import CodedEntry, MealEntry, PartEntry, PartKind, RoomEntry, ScriptWordEntry
from biblionet_reg.domain.script_word import ScriptWordRefused, faults_of
from biblionet_reg.domain.slug import slug_of
from biblionet_reg.exports.edition_file import entry_of
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.queries.edition_parts import MODELS, rows_of, uses_in
from biblionet_reg.services.edition_loading import change_row, fresh_row
from biblionet_reg.services.editions import record_changes, refuse_when_closed
from biblionet_reg.services.transaction import transaction


def mark_of(part: PartKind, row: Any) -> str:
    """Return a digest of everything a row says: a page carries it, so that a press reaches only what the page showed."""
    return sha256(repr(entry_of(part, row)).encode()).hexdigest()


def add(edition: Edition, part: PartKind, entry: PartEntry, *, by: str) -> Any:
    """Add an entry at the end of its list; one without a code gets a code that reads like its name."""
    with transaction():
        rows = _rows_held(edition, part)
        if len(rows) >= LIST_LIMIT:
            raise PartsFull(LIST_LIMIT)
        whole = _with_code(entry, {entry_of(part, row).key for row in rows})
        _refuse_faulty(whole)
        _refuse_repeated(part, rows, whole, None)
        row = fresh_row(part, whole, 1 + max((getattr(row, "position", 0) for row in rows), default=-1))
        rows.append(row)
        _flush(part)
        _record(edition, [Difference(DifferenceKind.ADDED, f"{part.value}.{whole.key}", new=getattr(whole, "cyrillic", ""))], by=by)
    return row


def edit(edition: Edition, part: PartKind, row: Any, entry: PartEntry, *, by: str, shown: str | None = None) -> None:
    """Give a row of the list what the entry says; its code stays. Raises PartGone, or PartChanged when it is not as `shown`."""
    with transaction():
        rows = _rows_held(edition, part)
        _refuse_other(part, rows, row, shown)
        whole = replace(entry, code=row.code) if isinstance(entry, CodedEntry) else entry
        _refuse_faulty(whole)
        _refuse_repeated(part, rows, whole, row)
        found = change_row(part, row, whole)
        _flush(part)
        _record(edition, found, by=by)


def move(edition: Edition, part: PartKind, row: Any, *, up: bool, by: str) -> None:
    """Let the row change places with its neighbour; at the end of the list nothing happens. Raises PartGone."""
    with transaction() as session:
        rows = list(_rows_held(edition, part))
        _refuse_other(part, rows, row, None)
        old = rows.index(row)
        new = old - 1 if up else old + 1
        if not 0 <= new < len(rows):
            return
        rows.insert(new, rows.pop(old))
        for position, one in enumerate(rows):
            one.position = position
        path = f"{part.value}.{entry_of(part, row).key}.position"
        _record(edition, [Difference(DifferenceKind.CHANGED, path, str(old + 1), str(new + 1))], by=by)
        session.flush()
        session.expire(edition, [part.value])


def remove(edition: Edition, part: PartKind, row: Any, *, by: str, shown: str | None = None) -> None:
    """Remove the row from its list. Raises PartInUse when it is used, PartGone, or PartChanged when it is not as `shown`."""
    with transaction() as session:
        rows = _rows_held(edition, part)
        _refuse_other(part, rows, row, shown)
        if uses := uses_in(edition, part).get(row.id):
            raise PartInUse(part, uses)
        path = f"{part.value}.{entry_of(part, row).key}"
        rows.remove(row)
        _record(edition, [Difference(DifferenceKind.REMOVED, path)], by=by)
        try:
            session.flush()
        except IntegrityError as error:
            raise PartInUse(part, 1) from error


def _rows_held(edition: Edition, part: PartKind) -> list[Any]:
    """Return the list as it stands now, and hold it until the end of the use-case: two who work at once follow each other."""
    session, model = db.session, MODELS[part]
    session.refresh(edition, ["closed_at", "updated_at"], with_for_update={"key_share": True})
    refuse_when_closed(edition)
    asked = select(model).where(model.edition_id == edition.id).execution_options(populate_existing=True)
    _held = session.scalars(asked).all()
    session.expire(edition, [part.value])
    return rows_of(edition, part)


def _refuse_other(part: PartKind, rows: list[Any], row: Any, shown: str | None) -> None:
    if row not in rows:
        raise PartGone
    if shown is not None and shown != mark_of(part, row):
        raise PartChanged


def _with_code(entry: PartEntry, taken: set[str]) -> PartEntry:
    if not isinstance(entry, CodedEntry) or entry.code:
        return entry
    title = entry.name if isinstance(entry, RoomEntry) else entry.title
    wanted = slug_of(title.en or title.sr)
    if isinstance(entry, MealEntry):
        wanted = f"{entry.day.isoformat()}-{wanted}"
    code = next(code for code in (wanted, *(f"{wanted}-{n}" for n in range(2, len(taken) + 3))) if code not in taken)
    return replace(entry, code=code)


def _refuse_faulty(entry: PartEntry) -> None:
    if isinstance(entry, ScriptWordEntry) and (faults := faults_of(entry.kind, entry.latin, entry.cyrillic)):
        raise ScriptWordRefused(faults)


def _flush(part: PartKind) -> None:
    """Write what changed; what another request wrote at the same moment is refused as if it had stood there."""
    try:
        db.session.flush()
    except IntegrityError as error:
        raise PartRepeated(part) from error


def _refuse_repeated(part: PartKind, rows: list[Any], entry: PartEntry, own: Any) -> None:
    if entry.key in {entry_of(part, row).key for row in rows if row is not own}:
        raise PartRepeated(part)


def _record(edition: Edition, found: list[Difference], *, by: str) -> None:
    record_changes(edition, "edition.changed", found, by=by)
