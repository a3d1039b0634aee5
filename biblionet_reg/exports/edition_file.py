"""Writing an edition file: what `imports.edition_file` reads back, the same to the last character."""

import json
from base64 import b64encode
from dataclasses import fields
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from biblionet_reg.domain.edition_file import DETAIL_FIELDS, FILE_FIELDS, FORMAT, EditionFile
from biblionet_reg.domain.edition_parts import (
    MealEntry,
    NewsEntry,
    OrganiserEntry,
    PartEntry,
    PartKind,
    RoomEntry,
    ScriptWordEntry,
    SectorEntry,
    SubtopicEntry,
)
from biblionet_reg.domain.picture import Pictures, PictureUse
from biblionet_reg.domain.text import LocalText
from biblionet_reg.models.edition import Edition

_ENTRIES: dict[PartKind, type[PartEntry]] = {
    PartKind.ROOMS: RoomEntry,
    PartKind.SUBTOPICS: SubtopicEntry,
    PartKind.SECTORS: SectorEntry,
    PartKind.MEALS: MealEntry,
    PartKind.ORGANISERS: OrganiserEntry,
    PartKind.NEWS: NewsEntry,
    PartKind.WORDS: ScriptWordEntry,
}


def edition_file_of(edition: Edition, pictures: Pictures | None = None) -> EditionFile:
    """Return the edition as its file says it, every field named, with the pictures that were read for it."""
    zone = ZoneInfo(edition.time_zone)
    details = {name: _local(getattr(edition, name), zone) for name in DETAIL_FIELDS}
    parts: dict[str, Any] = {kind.value: tuple(entry_of(kind, row) for row in getattr(edition, kind)) for kind in PartKind}
    return EditionFile(named=frozenset(FILE_FIELDS), **details, **parts, pictures=pictures)


def entry_of(part: PartKind, row: Any) -> PartEntry:
    """Return one row of a list as the file says it."""
    kind = _ENTRIES[part]
    return kind(**{field.name: getattr(row, field.name) for field in fields(kind)})


def edition_json(edition_file: EditionFile) -> str:
    """Return the text of the file: the fields it names, in their order."""
    data = {name: plain(getattr(edition_file, name)) for name in FILE_FIELDS if name in edition_file.named}
    if edition_file.pictures is not None:
        data["pictures"] = _pictures(edition_file.pictures)
    return json.dumps({"format": FORMAT, **data}, ensure_ascii=False, indent=2) + "\n"


def plain(value: Any) -> Any:
    """Return a value of the file as JSON knows it."""
    if isinstance(value, LocalText):
        return {name: _paragraphs(text) for name, text in value.as_dict().items()}
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, PartEntry):
        return _entry(value)
    return value


def _entry(entry: PartEntry) -> dict[str, Any]:
    found = {field.name: getattr(entry, field.name) for field in fields(entry)}
    return {name: plain(value) for name, value in found.items() if value not in (None, "", LocalText())}


def _pictures(pictures: Pictures) -> dict[str, Any]:
    masters = {use.value: getattr(pictures, use.value) for use in PictureUse}
    found: dict[str, Any] = {name: b64encode(master.content).decode() for name, master in masters.items() if master is not None}
    words = {name: getattr(pictures, name) for name in ("cover_alt", "cover_credit")}
    return found | {name: plain(text) for name, text in words.items() if text != LocalText()}


def _paragraphs(text: str) -> str | list[str]:
    return text.split("\n\n") if "\n\n" in text else text


def _local(value: Any, zone: ZoneInfo) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(zone)
    return tuple(value) if isinstance(value, list) else value
