"""What every connection to the database is made with."""

from sqlalchemy import text
from sqlalchemy.orm import Session, scoped_session

from biblionet_reg.extensions import db, engine_options

_SQLITE = {"PRAGMA foreign_keys": 1, "PRAGMA journal_mode": "wal", "PRAGMA synchronous": 1, "PRAGMA busy_timeout": 20_000}
_POSTGRESQL = {
    "SHOW statement_timeout": "30s",
    "SHOW lock_timeout": "15s",
    "SHOW idle_in_transaction_session_timeout": "1min",
    "SHOW transaction_isolation": "read committed",
}


def test_every_connection_is_patient_and_not_for_ever(session: scoped_session[Session]) -> None:
    wanted = _SQLITE if db.engine.dialect.name == "sqlite" else _POSTGRESQL

    assert {asked: session.scalar(text(asked)) for asked in wanted} == wanted


def test_a_process_opens_a_bounded_number_of_connections() -> None:
    options = engine_options("postgresql+psycopg://localhost/x")

    assert (options["pool_size"] + options["max_overflow"], options["pool_timeout"]) == (8, 10)
