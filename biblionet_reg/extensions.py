"""The extensions as objects, without logic of the field; `app.py` ties them to the application."""

from collections.abc import Callable, Mapping
from typing import Any

import flask_sqlalchemy
from flask import Flask, current_app, has_request_context, request
from flask_babel import Babel
from flask_mail import Mail
from flask_security import Security
from flask_wtf import CSRFProtect
from sqlalchemy import MetaData, event
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.orm import DeclarativeBase

#: The option of a connection that only reads, and so keeps nobody from writing.
READS_ONLY = "reads_only"
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Parent of every model; each constraint has a name, so a violation can be told."""

    metadata = MetaData(naming_convention=NAMING)


db = flask_sqlalchemy.SQLAlchemy(model_class=Base)
babel = Babel()
mail = Mail()
csrf = CSRFProtect()
security = Security()


@event.listens_for(Engine, "connect")
def _prepare_sqlite(connection: Any, _record: object) -> None:
    if not _is_sqlite(connection):
        return
    cursor = connection.cursor()
    for pragma in ("foreign_keys = ON", "journal_mode = WAL", "synchronous = NORMAL", "busy_timeout = 20000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


@event.listens_for(Engine, "begin")
def _begin_sqlite(connection: Connection) -> None:
    """Begin a writing transaction at once (SQLite cannot upgrade a read to a write under load), unless it is known to read only."""
    if connection.dialect.name != "sqlite":
        return
    reading = connection.get_execution_options().get(READS_ONLY) or (has_request_context() and request.method in SAFE_METHODS)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def _is_sqlite(connection: object) -> bool:
    return type(connection).__module__.startswith("sqlite3")


#: PostgreSQL breaks off what takes too long (milliseconds): no page waits for ever, and a process that hangs holds nobody's lock.
_PATIENCE = {"statement_timeout": 30_000, "lock_timeout": 15_000, "idle_in_transaction_session_timeout": 60_000}
#: A process has four threads; a second connection each is for what the library opens beside the session.
_POOL = {"pool_size": 4, "max_overflow": 4, "pool_timeout": 10}


def engine_options(database_url: str) -> dict[str, Any]:
    """Return what the engine needs: on SQLite, transactions are begun by `_begin_sqlite` alone."""
    if database_url.startswith("sqlite"):
        return {"connect_args": {"isolation_level": None, "timeout": 20}}
    options = " ".join(f"-c {name}={limit}" for name, limit in _PATIENCE.items())
    return {"pool_pre_ping": True, **_POOL, "connect_args": {"options": options, "connect_timeout": 5}}


class Queue:
    """Wakes background tasks by name; the rows say what is to be done, so a lost wake loses nothing."""

    def init_app(self, app: Flask, tasks: Mapping[str, Callable[[], object]]) -> None:
        app.extensions["biblionet_tasks"] = dict(tasks)

    def wake(self, name: str) -> None:
        """Ask a worker to run the task `name` soon; a queue out of reach is only logged."""
        try:
            current_app.extensions["biblionet_tasks"][name]()
        except Exception:
            current_app.logger.exception("the queue is out of reach; %s waits for the next sweep", name)


queue = Queue()
