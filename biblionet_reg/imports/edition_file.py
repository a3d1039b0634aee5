"""Reading an edition file: every value checked, all faults told at once."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from biblionet_reg.domain.edition_dates import FIELD_OF, MOST_DAYS, YEARS, DateFault, EditionDates
from biblionet_reg.domain.edition_file import EXAMPLE_FIELDS, FILE_FIELDS, FORMAT, REQUIRED_FIELDS, EditionFile
from biblionet_reg.domain.edition_limits import NUMBER_LIMITS, TEXT_LIMITS
from biblionet_reg.domain.slug import RESERVED_SLUGS
from biblionet_reg.imports import json_values as values
from biblionet_reg.imports.edition_parts import PART_READERS
from biblionet_reg.imports.edition_pictures import read_pictures
from biblionet_reg.imports.faults import Faults
from biblionet_reg.imports.json_file import read_object
from biblionet_reg.imports.json_values import Reader

#: Room for pictures, which are a third longer as text.
_SIZE_LIMIT = 14 * 1024 * 1024
_PICTURES = "pictures"
_MOMENTS = ("call_opens_at", "call_closes_at", "registration_opens_at", "registration_closes_at")
_DATES = ("starts_on", "ends_on", "time_zone", "decisions_due_on", *_MOMENTS)
_PROBLEMS = {
    DateFault.ENDS_BEFORE_START: "must not be before starts_on",
    DateFault.TOO_MANY_DAYS: f"must be at most {MOST_DAYS - 1} days after starts_on",
    DateFault.CALL_CLOSES_BEFORE_OPENS: "must be after call_opens_at",
    DateFault.CALL_CLOSES_AFTER_END: "must not be after ends_on",
    DateFault.DECISIONS_BEFORE_CALL_CLOSES: "must not be before the day of call_closes_at",
    DateFault.DECISIONS_AFTER_END: "must not be after ends_on",
    DateFault.REGISTRATION_CLOSES_BEFORE_OPENS: "must be after registration_opens_at",
    DateFault.REGISTRATION_CLOSES_AFTER_END: "must not be after ends_on",
}


def read_edition_file(content: bytes) -> EditionFile:
    """Return the edition that `content` describes. Raises FaultyFile with every fault found."""
    data = read_object(content, limit=_SIZE_LIMIT)
    faults = Faults()
    _check_names(data, faults)
    found = {name: _READERS[name](data[name], name, faults) for name in FILE_FIELDS if name in data}
    pictures = read_pictures(data[_PICTURES], _PICTURES, faults) if _PICTURES in data else None
    if not faults.found:
        _check_moments(found, faults)
        _check_dates(found, faults)
    faults.raise_if_any()
    return EditionFile(named=frozenset(found), mended=tuple(faults.notes), pictures=pictures, **found)


def _check_names(data: dict[str, Any], faults: Faults) -> None:
    if data.get("format") != FORMAT or isinstance(data.get("format"), bool):
        faults.add("format", f"must be {FORMAT}")
    for name in REQUIRED_FIELDS:
        if name not in data:
            faults.add(name, "is missing")
    for name in data:
        if name not in {"format", _PICTURES, *_READERS}:
            faults.add(name, "is not a field of an edition file: see docs/edition-file.md")


def _check_moments(found: dict[str, Any], faults: Faults) -> None:
    """A moment is written as the clock on the wall there shows it, with the offset it has then."""
    zone = ZoneInfo(found["time_zone"])
    for name in _MOMENTS:
        moment: datetime | None = found.get(name)
        if moment is None:
            continue
        if moment.year not in YEARS:
            faults.add(name, "must be a moment of our times")
        elif moment.astimezone(zone).utcoffset() != moment.utcoffset():
            shown = moment.astimezone(zone).isoformat()
            faults.add(name, f"has an offset that {found['time_zone']} does not have then: write {shown}")


def _check_dates(found: dict[str, Any], faults: Faults) -> None:
    if faults.found:
        return
    for fault in EditionDates(**{name: found[name] for name in _DATES if name in found}).faults():
        faults.add(FIELD_OF[fault], _PROBLEMS[fault])
    for place, meal in enumerate(found.get("meals", ())):
        if not found["starts_on"] <= meal.day <= found["ends_on"]:
            faults.add(f"meals[{place}].day", "must be a day of the edition")


def _edition_slug(value: Any, path: str, faults: Faults) -> str:
    found = values.code(value, path, faults)
    if found in RESERVED_SLUGS:
        faults.add(path, f"“{found}” is an address of the site itself: choose another")
    return found


def _time_zone(value: Any, path: str, faults: Faults) -> str:
    if isinstance(value, str) and value in available_timezones():
        return value
    faults.add(path, 'must be a time zone such as "Europe/Belgrade"')
    return "UTC"


def _examples(value: Any, path: str, faults: Faults) -> tuple[str, ...]:
    if not isinstance(value, list):
        faults.add(path, "must be a list of names of fields")
        return ()
    for place, name in enumerate(value):
        if not isinstance(name, str) or name not in EXAMPLE_FIELDS:
            faults.add(f"{path}[{place}]", "is not a field that can be an example")
        elif name in value[:place]:
            faults.add(f"{path}[{place}]", f"“{name}” stands twice")
    return tuple(name for name in value if isinstance(name, str))


def _local(name: str) -> Reader:
    return values.local_text(TEXT_LIMITS[name], required=name in REQUIRED_FIELDS)


_LOCAL_FIELDS = (
    "series", "meeting_kind", "theme", "idea", "host_name", "host_place", "venue_name", "venue_address", "travel", "stay",
    "office_hours", "fee_note",
)  # fmt: skip
_READERS: dict[str, Reader] = {
    **{name: _local(name) for name in _LOCAL_FIELDS},
    **dict.fromkeys(_MOMENTS, values.moment_or_null),
    **PART_READERS,
    "slug": _edition_slug,
    "number": values.whole_number(*NUMBER_LIMITS["number"], or_null=True),
    "starts_on": values.day,
    "ends_on": values.day,
    "decisions_due_on": values.day_or_null,
    "time_zone": _time_zone,
    "host_website": values.website(TEXT_LIMITS["host_website"]),
    "contact_email": values.email(TEXT_LIMITS["contact_email"]),
    "contact_phone": values.text(TEXT_LIMITS["contact_phone"]),
    "participant_limit": values.whole_number(*NUMBER_LIMITS["participant_limit"], or_null=True),
    "abstract_limit": values.whole_number(*NUMBER_LIMITS["abstract_limit"]),
    "authors_limit": values.whole_number(*NUMBER_LIMITS["authors_limit"]),
    "colour": values.colour,
    "examples": _examples,
}
