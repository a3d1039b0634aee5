"""Reading the lists of an edition file: rooms, subtopics, sectors, meals, organisers, news, words."""

from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from typing import Any

from biblionet_reg.domain.edition import OrganiserRole
from biblionet_reg.domain.edition_limits import LIST_LIMIT, NUMBER_LIMITS, TEXT_LIMITS
from biblionet_reg.domain.edition_parts import (
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


@dataclass(frozen=True, slots=True)
class _List:
    """The reader of a list of objects, each with the fields of `kind`, no two with the same key."""

    kind: type[PartEntry]
    readers: dict[str, Reader]
    check: Callable[[Any, str, Faults], None] | None = None

    def __call__(self, value: Any, path: str, faults: Faults) -> tuple[PartEntry, ...]:
        if not isinstance(value, list) or len(value) > LIST_LIMIT:
            faults.add(path, f"must be a list of at most {LIST_LIMIT} objects")
            return ()
        found = [self._entry(item, f"{path}[{place}]", faults) for place, item in enumerate(value)]
        entries = tuple(entry for entry in found if entry is not None)
        _refuse_repeated(entries, path, faults)
        return entries

    def _entry(self, value: Any, path: str, faults: Faults) -> PartEntry | None:
        if not isinstance(value, dict):
            faults.add(path, "must be an object: { … }")
            return None
        if not self._has_its_fields(value, path, faults):
            return None
        before = len(faults.found)
        read = {name: reader(value[name], f"{path}.{name}", faults) for name, reader in self.readers.items() if name in value}
        entry = self.kind(**read)
        if self.check is not None and len(faults.found) == before:
            self.check(entry, path, faults)
        return entry

    def _has_its_fields(self, value: dict[str, Any], path: str, faults: Faults) -> bool:
        """Tell of the fields that are not known and of those that are missing; say whether none is missing."""
        for name in value.keys() - self.readers.keys():
            faults.add(f"{path}.{name}", "is not a field here: use " + ", ".join(self.readers))
        missing = {field.name for field in fields(self.kind) if field.default is MISSING} - value.keys()
        for name in sorted(missing):
            faults.add(f"{path}.{name}", "is missing")
        return not missing


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
    "rooms": _List(
        RoomEntry,
        {
            "code": values.code,
            "name": _local("rooms.name", required=True),
            "place": _local("rooms.place"),
            "seats": values.whole_number(*NUMBER_LIMITS["rooms.seats"], or_null=True),
        },
    ),
    "subtopics": _List(
        SubtopicEntry,
        {"code": values.code, "title": _local("subtopics.title", required=True), "scope": _local("subtopics.scope")},
    ),
    "sectors": _List(SectorEntry, {"code": values.code, "title": _local("sectors.title", required=True)}),
    "meals": _List(MealEntry, {"code": values.code, "day": values.day, "title": _local("meals.title", required=True)}),
    "organisers": _List(
        OrganiserEntry,
        {
            "role": values.one_of(OrganiserRole),
            "name": _local("organisers.name", required=True),
            "duty": _local("organisers.duty"),
        },
    ),
    "news": _List(
        NewsEntry,
        {"published_on": values.day, "title": _local("news.title", required=True), "body": _local("news.body")},
    ),
    "words": _List(
        ScriptWordEntry,
        {
            "kind": values.one_of(ScriptWordKind),
            "latin": _seen("words.latin"),
            "cyrillic": _seen("words.cyrillic"),
        },
        _check_word,
    ),
}
