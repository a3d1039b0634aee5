"""Databases for tests: a migrated template once, a fresh copy for every test; SQLite or PostgreSQL."""

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import psycopg
import pytest
from sqlalchemy import make_url

IS_ROOT = os.geteuid() == 0


class Databases(Protocol):
    """Hands out database addresses: the template's, and fresh copies of it."""

    template_url: str

    def copy(self, folder: Path) -> str: ...

    def empty(self, folder: Path) -> str:
        """Return the address of a database without tables."""

    def keep(self, name: str, url: str) -> None:
        """Keep the database at `url`, to which nobody is connected, as it is."""

    def put_back(self, name: str, url: str) -> None:
        """Make the database at `url`, to which nobody is connected, the one kept under `name`."""


class SqliteDatabases:
    """A template file, copied."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / "template.db"
        self.template_url = f"sqlite:///{self._path}"

    def empty(self, folder: Path) -> str:
        return f"sqlite:///{folder / 'empty.db'}"

    def keep(self, name: str, url: str) -> None:
        shutil.copyfile(make_url(url).database or "", self._folder / name)

    def put_back(self, name: str, url: str) -> None:
        shutil.copyfile(self._folder / name, make_url(url).database or "")

    def copy(self, folder: Path) -> str:
        target = folder / "biblionet.db"
        shutil.copyfile(self._path, target)
        return f"sqlite:///{target}"


class PostgresDatabases:
    """A template database on a server of our own, cloned."""

    def __init__(self, server: "PostgresServer") -> None:
        self._server = server
        self._copies = 0
        server.execute("CREATE DATABASE biblionet_template")
        self.template_url = server.url("biblionet_template")

    def empty(self, folder: Path) -> str:
        self._copies += 1
        name = f"biblionet_test_{self._copies}"
        self._server.execute(f"CREATE DATABASE {name}")
        return self._server.url(name)

    def keep(self, name: str, url: str) -> None:
        self._server.clone(str(make_url(url).database), name)

    def put_back(self, name: str, url: str) -> None:
        self._server.drop(str(make_url(url).database))
        self._server.clone(name, str(make_url(url).database))

    def copy(self, folder: Path) -> str:
        if self._copies:
            self._server.drop(f"biblionet_test_{self._copies}")
        self._copies += 1
        name = f"biblionet_test_{self._copies}"
        self._server.clone("biblionet_template", name)
        return self._server.url(name)


class PostgresServer:
    """A throw-away PostgreSQL on a socket of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._connection: psycopg.Connection | None = None

    def url(self, database: str) -> str:
        return f"postgresql+psycopg://postgres@/{database}?host={self.folder}"

    def execute(self, statement: str) -> None:
        """Run a statement of its own, over the one connection that stands from the first to the last."""
        if self._connection is None:
            self._connection = psycopg.connect(dbname="postgres", user="postgres", host=str(self.folder), autocommit=True)
        self._connection.execute(statement.encode())

    def clone(self, template: str, name: str) -> None:
        self.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")

    def drop(self, name: str) -> None:
        self.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()


def postgres_binaries() -> Path | None:
    """Return the folder of PostgreSQL's server programs, or None where it is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


@contextlib.contextmanager
def postgres_server() -> Iterator[PostgresServer]:
    """Start a PostgreSQL for a while; as root it runs as the user `postgres`."""
    binaries = postgres_binaries()
    if binaries is None:
        pytest.skip("PostgreSQL is not here; the Debian package postgresql brings it")
    folder = Path(tempfile.mkdtemp(prefix="biblionet-pg-"))
    folder.chmod(0o755)
    if IS_ROOT:
        shutil.chown(folder, "postgres", "postgres")
    as_user = ["runuser", "-u", "postgres", "--"] if IS_ROOT else []
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off -c synchronous_commit=off -c max_connections=60"
    run = lambda *command: subprocess.run([*as_user, *command], check=True, stdout=subprocess.DEVNULL, cwd=folder)  # noqa: E731
    run(str(binaries / "initdb"), "--no-sync", "-A", "trust", "-U", "postgres", "--locale", "C.UTF-8", "-D", str(folder / "data"))
    run(str(binaries / "pg_ctl"), "-w", "-D", str(folder / "data"), "-l", str(folder / "log"), "-o", options, "start")
    server = PostgresServer(folder)
    try:
        yield server
    finally:
        server.close()
        run(str(binaries / "pg_ctl"), "-w", "-m", "immediate", "-D", str(folder / "data"), "stop")
        shutil.rmtree(folder, ignore_errors=True)
