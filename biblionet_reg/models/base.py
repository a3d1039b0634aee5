"""Column types and habits that all models share."""

from datetime import UTC, datetime
from enum import StrEnum
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

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class LocalTextType(TypeDecorator[LocalText]):
    """A LocalText as a JSON object of its filled languages."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: LocalText | None, _dialect: Dialect) -> dict[str, str]:
        return (value or LocalText()).as_dict()

    def process_result_value(self, value: Any, _dialect: Dialect) -> LocalText:
        return LocalText.from_dict(value)


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
