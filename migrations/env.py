"""Alembic at work inside the application: its engine, its tables."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from alembic import context
from alembic.migration import MigrationContext
from flask import current_app
from sqlalchemy import Connection
from sqlalchemy.types import TypeDecorator

database = current_app.extensions["migrate"].db
configure_args = current_app.extensions["migrate"].configure_args


def run() -> None:
    """Apply migrations over one connection, in one transaction where the database allows it."""
    with database.engine.connect() as connection, without_cascades(connection):
        context.configure(
            connection=connection,
            target_metadata=database.metadata,
            process_revision_directives=drop_empty,
            render_item=render_plain,
            **configure_args,
        )
        with context.begin_transaction():
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql("SET LOCAL statement_timeout = 0")  # a large table takes its time
            context.run_migrations()


@contextmanager
def without_cascades(connection: Connection) -> Iterator[None]:
    """Let a table of SQLite be made anew without taking the rows that hang on it along (no other database works so)."""
    if connection.dialect.name != "sqlite":
        yield
        return
    plain = connection.connection.dbapi_connection
    plain.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        connection.rollback()
        plain.execute("PRAGMA foreign_keys = ON")


def render_plain(kind: str, item: object, _autogen: object) -> str | Literal[False]:
    """Write our own column types as the plain ones beneath.

    A migration imports nothing of the product but functions of its domain, to fill what it adds; never models or their types.
    """
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl!r}"
    return False


def drop_empty(_context: MigrationContext, _revision: object, directives: list) -> None:
    """Write no file for a change that is none."""
    if getattr(context.config.cmd_opts, "autogenerate", False) and directives[0].upgrade_ops.is_empty():
        directives[:] = []


run()
