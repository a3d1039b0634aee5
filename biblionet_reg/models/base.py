"""Column types and habits that all models share."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any

from sqlalchemy import JSON, DateTime, Enum, Integer
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from biblionet_reg.domain.text import LocalText
from biblionet_reg.extensions import Base

__all__ = ["Base", "LocalTextType", "UtcDateTime", "enum_type", "primary_key"]


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, kept and returned in UTC (SQLite forgets the zone, so it is put back)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            message = f"naive moment {value!r}: give it a time zone"
            raise ValueError(message)
        return value.astimezone(UTC)

    def result_processor(self, _dialect: Dialect, _coltype: object) -> Callable[[Any], datetime | None]:
        """Read what the driver gives: a text without its zone from SQLite, a moment from PostgreSQL."""
        return _moment


def _moment(value: Any) -> datetime | None:
    if value is None:
        return None
    return _read_moment(value) if isinstance(value, str) else _in_utc(value)


@lru_cache(maxsize=4096)
def _read_moment(text: str) -> datetime:
    """Read once what many rows say: the presentations of parallel sessions begin together."""
    return _in_utc(datetime.fromisoformat(text))


def _in_utc(found: datetime) -> datetime:
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


#: Titles and names are kept parsed, abstracts are not: some 5 MB in a process at most.
_SHORT = 1600


class LocalTextType(TypeDecorator[LocalText]):
    """A LocalText as a JSON object of its filled languages."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: LocalText | None, _dialect: Dialect) -> dict[str, str]:
        return (value or LocalText()).as_dict()

    def result_processor(self, _dialect: Dialect, _coltype: object) -> Callable[[Any], LocalText]:
        """Read what the driver gives: JSON as it stands in SQLite, a dictionary from PostgreSQL."""
        return _read


def _read(value: Any) -> LocalText:
    if not isinstance(value, str):
        return LocalText.from_dict(value)
    return _parsed(value) if len(value) <= _SHORT else _parsed.__wrapped__(value)


@lru_cache(maxsize=2048)
def _parsed(text: str) -> LocalText:
    """Parse once what a list shows again and again; a LocalText never changes, so it can be shared."""
    return LocalText.from_dict(json.loads(text))


Base.registry.update_type_annotation_map({datetime: UtcDateTime(), LocalText: LocalTextType()})


def enum_type(kind: type[StrEnum], name: str) -> Enum:
    """Return a text column with a CHECK constraint named `ck_<table>_<name>`."""
    return Enum(
        kind,
        name=name,
        native_enum=False,
        create_constraint=True,
        length=40,
        values_callable=lambda members: [member.value for member in members],
    )


def primary_key() -> Mapped[int]:
    """Return the surrogate key; it never leaves the building (public codes do)."""
    return mapped_column(Integer, primary_key=True)
