"""Reading the lists of an edition file: rooms, subtopics, sectors, meals, organisers, news, words."""

from collections.abc import Callable
from dataclasses import MISSING, fields
from typing import Any

from biblionet_reg.domain.edition import OrganiserRole
from biblionet_reg.domain.edition_file import (
    LIST_LIMIT,
    NUMBER_LIMITS,
    TEXT_LIMITS,
    MealEntry,
    NewsEntry,
    OrganiserEntry,
    PartEntry,
    RoomEntry,
    ScriptWordEntry,
    SectorEntry,
    SubtopicEntry,
)
from biblionet_reg.domain.script_word import ScriptWordFault, ScriptWordKind, faults_of, seen_word
from biblionet_reg.imports import json_values as values
from biblionet_reg.imports.faults import Faults
from biblionet_reg.imports.json_values import Reader

_WORD_PROBLEMS = {
    ScriptWordFault.LATIN_MISSING: "must be a word in Latin script",
    ScriptWordFault.LATIN_NOT_ONE_WORD: "must be one word: only what is protected may have blanks",
    ScriptWordFault.LATIN_WITH_BRACES: "must have no braces",
    ScriptWordFault.LATIN_IN_CYRILLIC: "must be a word in Latin script, but holds a Cyrillic letter",
    ScriptWordFault.LATIN_TOO_SHORT: "must have at least 2 letters in a pair",
    ScriptWordFault.CYRILLIC_MISSING: "must be the Cyrillic form of the pair",
    ScriptWordFault.CYRILLIC_NOT_ONE_WORD: "must be one word, without blanks and braces",
    ScriptWordFault.CYRILLIC_IN_LATIN: "must be a word in Cyrillic, but holds a Latin letter",
    ScriptWordFault.CYRILLIC_OF_PROTECTED: "must be left out: a protected word has no Cyrillic form",
}


def _list_of(kind: type[PartEntry], readers: dict[str, Reader], check: Callable[[Any, str, Faults], None] | None = None) -> Reader:
    """Return the reader of a list of objects, each with the fields of `kind`, no two with the same key."""
    required = {field.name for field in fields(kind) if field.default is MISSING}

    def read_entry(value: Any, path: str, faults: Faults) -> PartEntry | None:
        if not isinstance(value, dict):
            faults.add(path, "must be an object: { … }")
            return None
        for name in value.keys() - readers.keys():
            faults.add(f"{path}.{name}", "is not a field here: use " + ", ".join(readers))
        for name in sorted(required - value.keys()):
            faults.add(f"{path}.{name}", "is missing")
        if not required <= value.keys():
            return None
        before = len(faults.found)
        entry = kind(**{name: reader(value[name], f"{path}.{name}", faults) for name, reader in readers.items() if name in value})
        if check is not None and len(faults.found) == before:
            check(entry, path, faults)
        return entry

    def read(value: Any, path: str, faults: Faults) -> tuple[PartEntry, ...]:
        if not isinstance(value, list) or len(value) > LIST_LIMIT:
            faults.add(path, f"must be a list of at most {LIST_LIMIT} objects")
            return ()
        found = [read_entry(item, f"{path}[{place}]", faults) for place, item in enumerate(value)]
        entries = tuple(entry for entry in found if entry is not None)
        _refuse_repeated(entries, path, faults)
        return entries

    return read


def _refuse_repeated(entries: tuple[PartEntry, ...], path: str, faults: Faults) -> None:
    seen: set[str] = set()
    for place, entry in enumerate(entries):
        if entry.key and entry.key in seen:
            faults.add(f"{path}[{place}]", f"“{entry.key}” stands twice in the list")
        seen.add(entry.key)


def _check_word(entry: ScriptWordEntry, path: str, faults: Faults) -> None:
    for fault in faults_of(entry.kind, entry.latin, entry.cyrillic):
        faults.add(f"{path}.{fault.field}", _WORD_PROBLEMS[fault])


def _local(name: str, *, required: bool = False) -> Reader:
    return values.local_text(TEXT_LIMITS[name], required=required)


def _seen(name: str) -> Reader:
    plain = values.text(TEXT_LIMITS[name], mends=False)
    return lambda value, path, faults: seen_word(plain(value, path, faults))


PART_READERS: dict[str, Reader] = {
    "rooms": _list_of(
        RoomEntry,
        {
            "code": values.code,
            "name": _local("rooms.name", required=True),
            "place": _local("rooms.place"),
            "seats": values.whole_number(*NUMBER_LIMITS["rooms.seats"], or_null=True),
        },
    ),
    "subtopics": _list_of(
        SubtopicEntry,
        {"code": values.code, "title": _local("subtopics.title", required=True), "scope": _local("subtopics.scope")},
    ),
    "sectors": _list_of(SectorEntry, {"code": values.code, "title": _local("sectors.title", required=True)}),
    "meals": _list_of(MealEntry, {"code": values.code, "day": values.day, "title": _local("meals.title", required=True)}),
    "organisers": _list_of(
        OrganiserEntry,
        {
            "role": values.one_of(OrganiserRole),
            "name": _local("organisers.name", required=True),
            "duty": _local("organisers.duty"),
        },
    ),
    "news": _list_of(
        NewsEntry,
        {"published_on": values.day, "title": _local("news.title", required=True), "body": _local("news.body")},
    ),
    "words": _list_of(
        ScriptWordEntry,
        {
            "kind": values.one_of(ScriptWordKind),
            "latin": _seen("words.latin"),
            "cyrillic": _seen("words.cyrillic"),
        },
        _check_word,
    ),
}
