"""Migrations make the schema the models describe, and may be walked up and down with data in the tables.

A new migration is walked by itself; a table whose row needs a particular value says so in `schema.PARTICULARS`.
"""

from typing import Any

import pytest
from alembic.script import ScriptDirectory
from flask import Flask
from sqlalchemy import Connection

from biblionet_reg.extensions import db
from tests.migrations.schema import fill_empty_tables, row_counts, schema_of


class House:
    """A database one may walk through its revisions."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        script = ScriptDirectory(app.extensions["migrate"].directory)
        self.revisions = [revision.revision for revision in script.walk_revisions()][::-1]

    def run(self, *command: str) -> None:
        result = self._app.test_cli_runner().invoke(args=["db", *command], catch_exceptions=False)
        assert result.exit_code == 0, result.output

    def look(self, read: Any) -> Any:
        with self._app.app_context(), db.engine.begin() as connection:
            return read(connection)


@pytest.fixture
def house(app: Flask) -> House:
    return House(app)


def test_migrations_make_what_the_models_describe(house: House) -> None:
    house.run("check")


def test_migrations_leave_nothing_behind_when_undone(house: House) -> None:
    house.run("downgrade", "base")

    assert house.look(schema_of) == {}


def test_migrations_make_the_same_schema_again(house: House) -> None:
    before = house.look(schema_of)

    house.run("downgrade", "base")
    house.run("upgrade")

    assert house.look(schema_of) == before


def test_migrations_walk_down_and_up_with_data(house: House) -> None:
    house.run("downgrade", "base")
    on_the_way_up = {}
    for revision in house.revisions:
        house.run("upgrade", revision)
        on_the_way_up[revision] = house.look(schema_of)
        house.look(fill_empty_tables)
    assert all(house.look(row_counts).values())

    for revision in reversed(house.revisions[:-1]):
        house.run("downgrade", revision)
        assert house.look(schema_of) == on_the_way_up[revision], f"downgrade to {revision} leaves another schema"
    kept = house.look(row_counts)
    house.run("upgrade")

    assert house.look(schema_of) == on_the_way_up[house.revisions[-1]]
    assert kept.items() <= house.look(row_counts).items()


def test_migrations_have_one_head_and_one_root(app: Flask) -> None:
    script = ScriptDirectory(app.extensions["migrate"].directory)

    assert (len(script.get_heads()), len(script.get_bases())) == (1, 1)


def test_constraints_all_have_names(house: House) -> None:
    def nameless(connection: Connection) -> list[str]:
        return [part for table in schema_of(connection).values() for kind in ("foreign", "unique", "checks") for part in table[kind]
                if "('name', None)" in part]  # fmt: skip

    assert house.look(nameless) == []
