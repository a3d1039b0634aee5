"""Reading the lists of an edition file: rooms, subtopics, sectors, meals, organisers, news."""

from dataclasses import MISSING, fields
from typing import Any

from biblionet_reg.domain.edition import OrganiserRole
from biblionet_reg.domain.edition_file import (
    NUMBER_LIMITS,
    TEXT_LIMITS,
    MealEntry,
    NewsEntry,
    OrganiserEntry,
    PartEntry,
    RoomEntry,
    SectorEntry,
    SubtopicEntry,
)
from biblionet_reg.imports import json_values as values
from biblionet_reg.imports.faults import Faults
from biblionet_reg.imports.json_values import Reader

LENGTH_LIMIT = 500


def _list_of(kind: type[PartEntry], readers: dict[str, Reader]) -> Reader:
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
        return kind(**{name: reader(value[name], f"{path}.{name}", faults) for name, reader in readers.items() if name in value})

    def read(value: Any, path: str, faults: Faults) -> tuple[PartEntry, ...]:
        if not isinstance(value, list) or len(value) > LENGTH_LIMIT:
            faults.add(path, f"must be a list of at most {LENGTH_LIMIT} objects")
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


def _local(name: str, *, required: bool = False) -> Reader:
    return values.local_text(TEXT_LIMITS[name], required=required)


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
}
