"""Counting SQL: a list must ask the database as often for three rows as for one."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask
from sqlalchemy import event

from biblionet_reg.extensions import db


@contextmanager
def statements(app: Flask) -> Iterator[list[str]]:
    """Collect the SELECT, INSERT, UPDATE and DELETE statements that run inside."""
    found: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.split(None, 1)[0] in {"SELECT", "INSERT", "UPDATE", "DELETE"}:
            found.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(engine, "before_cursor_execute", note)


@contextmanager
def transactions(app: Flask) -> Iterator[list[str]]:
    """Collect what begins and commits transactions inside."""
    found: list[str] = []

    def note(what: str) -> Any:
        return lambda _connection: found.append(what)

    listeners = {what: note(what) for what in ("begin", "commit")}
    with app.app_context():
        engine = db.engine
    for what, listener in listeners.items():
        event.listen(engine, what, listener)
    try:
        yield found
    finally:
        for what, listener in listeners.items():
            event.remove(engine, what, listener)
