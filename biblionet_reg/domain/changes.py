"""What an act changed, field by field, as the audit ledger keeps it beside the chain."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import singledispatch
from typing import Any

from biblionet_reg.domain.text import LocalText

#: What a field held, and what it holds now, both as JSON can keep them.
OldAndNew = tuple[Any, Any]


def old_and_new(before: Mapping[str, object], after: Mapping[str, object]) -> dict[str, OldAndNew]:
    """Return the fields of `after` that `before` holds otherwise, in the order of `after`."""
    plain = {name: (as_plain(before.get(name)), as_plain(value)) for name, value in after.items()}
    return {name: values for name, values in plain.items() if values[0] != values[1]}


@singledispatch
def as_plain(value: object) -> Any:
    """Return a value as JSON can keep it; what has no order is put in one."""
    if is_dataclass(value):
        return {field.name: as_plain(getattr(value, field.name)) for field in fields(value)}
    return value


@as_plain.register
def _(value: LocalText) -> dict[str, str]:
    return value.as_dict()


@as_plain.register
def _(value: StrEnum) -> str:
    return value.value


@as_plain.register
def _(value: date) -> str:
    return value.isoformat()


@as_plain.register(set)
@as_plain.register(frozenset)
def _(value: Iterable[object]) -> list[Any]:
    return sorted(as_plain(held) for held in value)


@as_plain.register(list)
@as_plain.register(tuple)
def _(value: Iterable[object]) -> list[Any]:
    return [as_plain(held) for held in value]
