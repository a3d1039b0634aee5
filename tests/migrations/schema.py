"""A database's schema as plain values, and one row for every table made from it."""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import JSON, Boolean, Connection, Date, DateTime, LargeBinary, MetaData, Numeric, String, Table, Time, func, inspect, select
from sqlalchemy.sql import ClauseElement
from sqlalchemy.types import Integer, TypeEngine

_OURS = "alembic_version"
_LIST_OF_WORDS = re.compile(r"\(*\"?(\w+)\"?\)*(?:::text)? (?:IN|= ANY)\b")
_WORD = re.compile(r"'([^']+)'")
_MOMENT = datetime(2020, 10, 1, 9, 0, tzinfo=UTC)

#: What a row needs beyond its column types: `{"table": {"column": value}}`.
PARTICULARS: dict[str, dict[str, Any]] = {
    "capability_link": {"registration_id": 1},
    "programme_session": {"ends_at": _MOMENT + timedelta(hours=1)},
    "script_word": {"kind": "pair"},
    "slot": {"ends_at": _MOMENT + timedelta(hours=1)},
}


def schema_of(connection: Connection) -> dict[str, Any]:
    """Return every table with its columns, keys, constraints and indexes, in one order."""
    inspector = inspect(connection)
    return {table: _describe(inspector, table) for table in inspector.get_table_names() if table != _OURS}


def _describe(inspector: Any, table: str) -> dict[str, Any]:
    columns = {column["name"]: (str(column["type"]), column["nullable"], column["default"]) for column in inspector.get_columns(table)}
    return {
        "columns": columns,
        "key": inspector.get_pk_constraint(table),
        "foreign": _sorted(inspector.get_foreign_keys(table)),
        "unique": _sorted(inspector.get_unique_constraints(table)),
        "checks": _sorted(inspector.get_check_constraints(table)),
        "indexes": _sorted(inspector.get_indexes(table)),
    }


def _sorted(parts: list[dict[str, Any]]) -> list[str]:
    return sorted(" ".join(str(_plain(part)).split()) for part in parts)


def _plain(part: Any) -> Any:
    """Return a part of the schema with its SQL as text and its names in order."""
    if isinstance(part, dict):
        return sorted((name, _plain(value)) for name, value in part.items())
    return str(part) if isinstance(part, ClauseElement) else part


def fill_empty_tables(connection: Connection) -> None:
    """Put one row into every table that has none, parents first."""
    metadata = MetaData()
    metadata.reflect(connection)
    words = {table.name: _words(connection, table.name) for table in metadata.sorted_tables}
    for table in metadata.sorted_tables:
        if table.name != _OURS and not connection.scalar(select(func.count()).select_from(table)):
            connection.execute(table.insert().values(_row(table, words[table.name])))


def row_counts(connection: Connection) -> dict[str, int]:
    """Return how many rows every table has."""
    metadata = MetaData()
    metadata.reflect(connection)
    return {
        table.name: connection.scalar(select(func.count()).select_from(table)) or 0
        for table in metadata.sorted_tables
        if table.name != _OURS
    }


def _row(table: Table, words: dict[str, str]) -> dict[str, Any]:
    needed = [column for column in table.columns if not column.nullable]
    values = {column.name: words.get(column.name, _value(column.type)) for column in needed}
    return {**values, **PARTICULARS.get(table.name, {})}


def _words(connection: Connection, table: str) -> dict[str, str]:
    """Return a permitted word for every column that a CHECK holds to a list of words."""
    found = {}
    for check in inspect(connection).get_check_constraints(table):
        column, word = _LIST_OF_WORDS.match(check["sqltext"]), _WORD.search(check["sqltext"])
        if column and word:
            found[column.group(1)] = word.group(1)
    return found


def _value(kind: TypeEngine[Any]) -> Any:
    examples: tuple[tuple[type[TypeEngine[Any]], Any], ...] = (
        (JSON, {}),
        (Boolean, False),
        (DateTime, _MOMENT),
        (Date, date(2020, 10, 1)),
        (Time, time(9)),
        (Integer, 1),
        (Numeric, 1),
        (LargeBinary, b"x"),
        (String, "x"),
    )
    return next(example for of, example in examples if isinstance(kind, of))
