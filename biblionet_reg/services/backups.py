"""Backing up everything while work goes on, and putting it back into an empty installation."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from flask import current_app
from sqlalchemy import Connection, Table, text

from biblionet_reg import __version__, clock
from biblionet_reg.config import Settings
from biblionet_reg.domain.backup import SETTINGS, BackupError, Manifest
from biblionet_reg.exports.backup import BackupWriter, backup_file
from biblionet_reg.extensions import READS_ONLY, db
from biblionet_reg.imports.backup import BackupReader
from biblionet_reg.models.audit import INSTALLATION_NAME
from biblionet_reg.queries import all_rows
from biblionet_reg.storage import store

#: What a setting is called that a backup tells of; passwords and keys are not among them.
_TOLD = ("base_url", "tz_name", "upload_max_mb", "database_url", "queue_url", "storage_url")


def back_up(path: Path) -> Manifest:
    """Write all rows of one moment, and the files they name, into one archive at `path`; nobody is kept from writing meanwhile.

    Raises OSError when the archive cannot be written.
    """
    with backup_file(path) as target, _one_moment() as connection:
        tables = all_rows.tables(connection)
        counts = {table.name: target.add_table(table.name, all_rows.rows(connection, table)) for table in tables}
        missing = tuple(_add_files(target, connection))
        target.add(SETTINGS, json.dumps(told_settings(), ensure_ascii=False, indent=1).encode())
        manifest = Manifest(
            made_at=clock.now(),
            version=__version__,
            revision=all_rows.revision(connection),
            tables=counts,
            digests=target.digests,
            ledger=_ledger_ends(connection),
            missing=missing,
        )
        target.finish(manifest)
    return manifest


def put_back(backup: BackupReader) -> None:
    """Fill the empty tables, which have the backup's revision, and the storage; all rows are written, or none.

    Raises BackupError when something is in the database already.
    """
    with db.engine.begin() as connection:
        tables = all_rows.tables(connection)
        _refuse_unless_empty(connection, tables, backup.manifest)
        for table in tables:
            _put_table(connection, table, backup)
            all_rows.go_on_counting(connection, table)
        for key in _named_files(connection):
            if key not in backup.manifest.missing:
                store.write(key, backup.file(key))


def _put_table(connection: Connection, table: Table, backup: BackupReader) -> None:
    number = all_rows.put(connection, table, backup.rows(table.name))
    if number != backup.manifest.tables[table.name]:
        message = f"The backup is not whole: {number} rows of {table.name} were found."
        raise BackupError(message)


def told_settings() -> dict[str, str]:
    """Return the settings a backup tells of, without passwords."""
    settings: Settings = current_app.extensions["settings"]
    return {name.upper(): _without_password(str(getattr(settings, name))) for name in _TOLD}


def _without_password(address: str) -> str:
    secret = urlsplit(address).password if "://" in address else None
    return address.replace(f":{secret}@", ":…@") if secret else address


@contextmanager
def _one_moment() -> Iterator[Connection]:
    """Connect so that everything read is of one moment, whatever is written meanwhile."""
    options: dict[str, Any] = {READS_ONLY: True}
    if db.engine.dialect.name == "postgresql":
        options |= {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    with db.engine.connect() as plain, plain.execution_options(**options) as connection:
        if db.engine.dialect.name == "postgresql":  # a large file from far away takes its time
            connection.exec_driver_sql("SET LOCAL idle_in_transaction_session_timeout = 0")
        yield connection


def _named_files(connection: Connection) -> list[str]:
    return list(connection.scalars(text("SELECT key FROM stored_file ORDER BY id")))


def _add_files(target: BackupWriter, connection: Connection) -> Iterator[str]:
    """Take the files and yield the keys of those that are not in the storage."""
    for key in _named_files(connection):
        try:
            target.add_file(key, store.read(key))
        except FileNotFoundError:
            yield key


def _ledger_ends(connection: Connection) -> dict[str, str]:
    ends = text(
        "SELECT coalesce(edition.slug, :installation) AS name, audit_chain.number, audit_chain.digest "
        "FROM audit_chain LEFT JOIN edition ON edition.id = audit_chain.chain ORDER BY audit_chain.chain"
    )
    return {row.name: f"{row.number}:{row.digest}" for row in connection.execute(ends, {"installation": INSTALLATION_NAME})}


def _refuse_unless_empty(connection: Connection, tables: list[Table], manifest: Manifest) -> None:
    if {table.name for table in tables} != set(manifest.tables):
        message = f"The tables are not those the backup was made of: its revision is {manifest.revision}."
        raise BackupError(message)
    full = [table.name for table in tables if all_rows.count(connection, table)]
    if full:
        message = f"The database is not empty ({', '.join(full[:3])} …): name a new one in DATABASE_URL, and an empty folder in DATA_DIR."
        raise BackupError(message)
