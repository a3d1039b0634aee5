"""Every row of every table as the database itself knows them, for backups; models do not matter here."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, Date, DateTime, MetaData, Table, func, insert, select, text
from sqlalchemy.types import TypeEngine

#: What Alembic itself writes.
REVISION = "alembic_version"
#: Rows read or written at a time.
_AT_ONCE = 500

Row = dict[str, Any]


def tables(connection: Connection) -> list[Table]:
    """Return all tables but Alembic's, each after those its rows point to."""
    known = MetaData()
    known.reflect(connection)
    return [table for table in known.sorted_tables if table.name != REVISION]


def revision(connection: Connection) -> str:
    """Return which revision the tables have."""
    return str(connection.scalar(text("SELECT version_num FROM alembic_version")))


def count(connection: Connection, table: Table) -> int:
    """Return how many rows a table has."""
    return int(connection.scalar(select(func.count()).select_from(table)) or 0)


def rows(connection: Connection, table: Table) -> Iterator[Row]:
    """Yield the rows as JSON can keep them, in the order of their primary keys."""
    writers = {column.name: _writer(column.type) for column in table.columns}
    found = connection.execution_options(yield_per=_AT_ONCE).execute(select(table).order_by(*table.primary_key.columns))
    for row in found.mappings():
        yield {name: None if row[name] is None else write(row[name]) for name, write in writers.items()}


def put(connection: Connection, table: Table, found: Iterator[Row]) -> int:
    """Write rows that `rows` gave, and return how many there were."""
    readers = {column.name: _reader(column.type, connection) for column in table.columns}
    number, waiting = 0, []
    for row in found:
        waiting.append({name: None if row[name] is None else read(row[name]) for name, read in readers.items()})
        number += 1
        if len(waiting) == _AT_ONCE:
            connection.execute(insert(table), waiting)
            waiting = []
    if waiting:
        connection.execute(insert(table), waiting)
    return number


def go_on_counting(connection: Connection, table: Table) -> None:
    """Let the next row that a table gives a number follow the last one (PostgreSQL counts beside the rows)."""
    key = table.primary_key.columns.values()
    if connection.dialect.name != "postgresql" or len(key) != 1:
        return
    counter = connection.scalar(select(func.pg_get_serial_sequence(table.name, key[0].name)))
    last = connection.scalar(select(func.max(key[0])))
    if counter and last:
        connection.execute(select(func.setval(counter, last)))


def _writer(kind: TypeEngine[Any]) -> Callable[[Any], Any]:
    if isinstance(kind, DateTime):
        return _told
    return date.isoformat if isinstance(kind, Date) else _same


def _reader(kind: TypeEngine[Any], connection: Connection) -> Callable[[Any], Any]:
    if isinstance(kind, DateTime):
        return datetime.fromisoformat if connection.dialect.name == "postgresql" else _without_zone
    return date.fromisoformat if isinstance(kind, Date) else _same


def _told(moment: datetime) -> str:
    """SQLite forgets the zone; it is UTC."""
    return (moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)).isoformat()


def _without_zone(told: str) -> datetime:
    return datetime.fromisoformat(told).replace(tzinfo=None)


def _same(value: Any) -> Any:
    return value
