"""Fixtures all tests share: an application over a fresh database, browsers, staff at the door.

`TEST_DATABASE=postgresql` runs the same tests on PostgreSQL.
"""

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy.orm import Session, scoped_session

from biblionet_reg.app import create_app
from biblionet_reg.config import load_settings
from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.queries import editions
from tests import kept
from tests.databases import Databases, PostgresDatabases, SqliteDatabases, postgres_server
from tests.measuring import unmeasured
from tests.pages import Browser

pytest_plugins = ["tests.needs"]

#: The demonstration's morning: call and registration of the 2020 edition are open.
CLOCK = "2020-08-17T09:00+02:00"


kept.share()

#: Folders with files of many seconds: they start servers, workers and browsers, make documents, open hundreds of pages.
LONG = {"cli", "documents", "house", "journeys", "web"}

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
    made.jinja_env.bytecode_cache = kept.TEMPLATES
    _MADE.append(made)
    return made


@pytest.fixture(autouse=True)
def closed_databases() -> Iterator[None]:
    """Close every connection that a test's applications opened."""
    yield
    while _MADE:
        with _MADE.pop().app_context():
            db.session.remove()
            db.engine.dispose()


def pytest_collection_finish() -> None:
    """Leave what stays to the end, the modules above all, out of every later search for garbage."""
    gc.collect()
    gc.freeze()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the folders whose files take longest, so that no process is left with one of them at the end."""
    items.sort(key=lambda item: Path(item.path).parent.name not in LONG)


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
def app(databases: Databases, tmp_path: Path) -> Flask:
    """An application over a fresh copy of the database; no context is pushed."""
    with unmeasured():  # the one that made the template was the same, and measured
        return make_app(tmp_path, databases.copy(tmp_path))


@pytest.fixture
def prepared(app: Flask, databases: Databases) -> Callable[[Callable[[], object]], None]:
    """Put into the database what a function makes: `prepared(make)`; it runs once, then what it made is copied.

    Files and the queue are not copied, so it is for rows alone; nothing may be read from the database before.
    """

    def prepare(make: Callable[[], object]) -> None:
        with app.app_context():
            kept.prepare(databases, make)

    return prepare


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
