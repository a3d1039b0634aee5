"""Bringing an edition file and the database together; what is in use is never taken away."""

from dataclasses import fields
from typing import Any

from biblionet_reg.domain.difference import Difference, DifferenceKind
from biblionet_reg.domain.edition_dates import DatesOutOfOrder, EditionDates
from biblionet_reg.domain.edition_file import DETAIL_FIELDS, EditionFile
from biblionet_reg.domain.edition_parts import SELF_ORDERED, PartKind
from biblionet_reg.domain.text import LocalText
from biblionet_reg.exports.edition_file import entry_of, plain
from biblionet_reg.models.edition import Edition
from biblionet_reg.queries.edition_parts import MODELS, rows_of, uses_in

_DATES = tuple(EditionDates.__slots__)


def fill(edition: Edition, edition_file: EditionFile) -> None:
    """Give a new edition everything of the file; what the file does not name takes its default."""
    for name in DETAIL_FIELDS:
        setattr(edition, name, _stored(getattr(edition_file, name)))
    for part in PartKind:
        rows = rows_of(edition, part)
        for position, entry in enumerate(getattr(edition_file, part)):
            rows.append(fresh_row(part, entry, position))


def bring_together(edition: Edition, edition_file: EditionFile) -> list[Difference]:
    """Make the edition say what the file names, and return every difference there was."""
    found = _change_details(edition, edition_file)
    check_dates(edition)
    for part in PartKind:
        if part.value in edition_file.named:
            found += _change_list(edition, part, getattr(edition_file, part))
    return found


def check_dates(edition: Edition) -> None:
    """Raise DatesOutOfOrder when the dates of the edition do not follow each other."""
    faults = EditionDates(**{name: getattr(edition, name) for name in _DATES}).faults()
    if faults:
        raise DatesOutOfOrder(faults)


def differences(path: str, old: Any, new: Any) -> list[Difference]:
    """Return how two values of one field differ: a text in languages by language, others whole."""
    if old == new:
        return []
    if isinstance(old, LocalText) and isinstance(new, LocalText):
        said, says = old.as_dict(), new.as_dict()
        names = [name for name in ("sr", "en", "sr-Latn") if said.get(name) != says.get(name)]
        return [_changed(f"{path}.{name}", said.get(name), says.get(name)) for name in names]
    return [_changed(path, old, new)]


def _change_details(edition: Edition, edition_file: EditionFile) -> list[Difference]:
    found: list[Difference] = []
    for name in DETAIL_FIELDS:
        new = _stored(getattr(edition_file, name))
        if name in edition_file.named and (changes := differences(name, getattr(edition, name), new)):
            setattr(edition, name, new)
            found += changes
    return found


def _change_list(edition: Edition, part: PartKind, entries: tuple[Any, ...]) -> list[Difference]:
    rows = rows_of(edition, part)
    by_key = {entry_of(part, row).key: row for row in rows}
    order_before = [key for key in by_key if key in {entry.key for entry in entries}]
    found: list[Difference] = []
    for position, entry in enumerate(entries):
        row = by_key.pop(entry.key, None)
        if row is None:
            rows.append(fresh_row(part, entry, position))
            found.append(Difference(DifferenceKind.ADDED, _path(part, entry)))
        else:
            found += change_row(part, row, entry)
            _place(row, position)
    order_after = [entry.key for entry in entries if entry.key in order_before]
    if order_after != order_before and part not in SELF_ORDERED:
        found.append(_changed(f"{part.value} (order)", ", ".join(order_before), ", ".join(order_after)))
    return found + _take_away(edition, part, list(by_key.values()), len(entries))


def _take_away(edition: Edition, part: PartKind, left: list[Any], position: int) -> list[Difference]:
    """Remove the rows that the file no longer has, but keep what is in use at the end of the list."""
    uses = uses_in(edition, part) if left else {}
    found = []
    for row in left:
        path = _path(part, entry_of(part, row))
        if uses.get(row.id):
            _place(row, position)
            position += 1
            found.append(Difference(DifferenceKind.KEPT, path, new=str(uses[row.id])))
        else:
            rows_of(edition, part).remove(row)
            found.append(Difference(DifferenceKind.REMOVED, path))
    return found


def change_row(part: PartKind, row: Any, entry: Any) -> list[Difference]:
    """Give a row of a list what the entry says, and return how it differed."""
    found = []
    for name in _names_in(entry):
        new = getattr(entry, name)
        if changes := differences(f"{_path(part, entry)}.{name}", getattr(row, name), new):
            setattr(row, name, new)
            found += changes
    return found


def fresh_row(part: PartKind, entry: Any, position: int) -> Any:
    """Return a new row of a list, not yet in it."""
    row = MODELS[part](**{name: getattr(entry, name) for name in _names_in(entry)})
    _place(row, position)
    return row


def _names_in(entry: Any) -> list[str]:
    return [field.name for field in fields(entry)]


def _place(row: Any, position: int) -> None:
    if hasattr(row, "position") and row.position != position:
        row.position = position


def _path(part: PartKind, entry: Any) -> str:
    return f"{part.value}.{entry.key}"


def _stored(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _changed(path: str, old: Any, new: Any) -> Difference:
    return Difference(DifferenceKind.CHANGED, path, _shown(old), _shown(new))


def _shown(value: Any) -> str:
    if value is None:
        return ""
    written = plain(value)
    return ", ".join(written) if isinstance(written, list) else str(written)
