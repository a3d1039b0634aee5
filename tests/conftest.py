"""Fixtures all tests share: an application over a fresh database, browsers, staff at the door.

`TEST_DATABASE=postgresql` runs the same tests on PostgreSQL.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from flask import Flask
from jinja2.bccache import Bucket, BytecodeCache
from sqlalchemy.orm import Session, scoped_session

from biblionet_reg.app import create_app
from biblionet_reg.config import load_settings
from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.queries import editions
from tests.databases import Databases, PostgresDatabases, SqliteDatabases, postgres_server
from tests.pages import Browser

pytest_plugins = ["tests.needs"]

#: The demonstration's morning: call and registration of the 2020 edition are open.
CLOCK = "2020-08-17T09:00+02:00"


class _KeptTemplates(BytecodeCache):
    """Templates compiled once for all the applications of a run; a changed source is compiled anew."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key] = bucket.bytecode_to_string()


_TEMPLATES = _KeptTemplates()

#: Applications made for the test under way; their connections are closed after it.
_MADE: list[Flask] = []


def make_app(folder: Path, database_url: str, **settings: str) -> Flask:
    """Return an application with its data in `folder`."""
    environ = {
        "BIBLIONET_ENV": "testing",
        "DATA_DIR": str(folder),
        "DATABASE_URL": database_url,
        "CLOCK": CLOCK,
        "BASE_URL": "http://localhost",
        **settings,
    }
    made = create_app(load_settings(environ))
    made.jinja_env.bytecode_cache = _TEMPLATES
    _MADE.append(made)
    return made


@pytest.fixture(autouse=True)
def closed_databases() -> Iterator[None]:
    """Close every connection that a test's applications opened."""
    yield
    while _MADE:
        made = _MADE.pop()
        with made.app_context():
            db.session.remove()
            db.engine.dispose()


@pytest.fixture(scope="session")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Databases]:
    """Hand out databases: migrated, with the bundled edition and the known libraries in them."""
    on_postgres = os.environ.get("TEST_DATABASE") == "postgresql"
    with postgres_server() if on_postgres else nullcontext() as server:
        folder = tmp_path_factory.mktemp("template")
        made: Databases = SqliteDatabases(folder) if server is None else PostgresDatabases(server)
        app = make_app(folder, made.template_url)
        runner = app.test_cli_runner()
        for command in (["db", "upgrade"], ["edition", "load"]):
            result = runner.invoke(args=command, catch_exceptions=False)
            assert result.exit_code == 0, result.output
        with app.app_context():
            db.engine.dispose()
        yield made


@pytest.fixture
def app(databases: Databases, tmp_path: Path) -> Iterator[Flask]:
    """An application over a fresh copy of the database; no context is pushed."""
    made = make_app(tmp_path, databases.copy(tmp_path))
    yield made
    with made.app_context():
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def session(app: Flask) -> Iterator[scoped_session[Session]]:
    """The database session inside a pushed context: for services, queries and mail, not for pages."""
    with app.app_context():
        yield db.session


@pytest.fixture
def edition(session: scoped_session[Session]) -> Edition:
    """The bundled edition of 2020."""
    found = editions.by_slug("2020")
    assert found is not None
    return found


@pytest.fixture
def browser(app: Flask) -> Browser:
    """Somebody from the public."""
    return Browser(app)


@pytest.fixture
def staff(app: Flask) -> Callable[..., Browser]:
    """Return a browser in which an account with these roles in 2020 is signed in: `staff("chair")`."""

    def sign_in(*roles: str, email: str | None = None) -> Browser:
        return Browser(app).sign_in(email or f"{'-'.join(roles)}@example.org", [StaffRole(role) for role in roles])

    return sign_in
