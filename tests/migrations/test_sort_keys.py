"""The migration that keeps places in alphabetical lists fills them for the rows there are."""

from typing import Any

from flask import Flask
from sqlalchemy import Connection, MetaData, func, select, text

from biblionet_reg.domain.collation import text_keys
from biblionet_reg.domain.name_order import person_keys
from biblionet_reg.domain.person_name import PersonName
from biblionet_reg.domain.text import LocalText
from biblionet_reg.extensions import db
from biblionet_reg.models.sort_keys import COLUMNS
from tests.migrations.schema import fill_empty_tables

#: More than the migration reads at a time.
_MANY = 2003
_NAMES = [("Ђорђе", "Ђорђевић"), ("Ljiljana", "Nagy"), ("др Ана", "Бабић Вукадинов"), ("😀", ""), ("Čedomir", "Žikić")]


def test_rows_of_before_get_their_places(app: Flask) -> None:
    _migrate(app, "downgrade", "0002")
    with app.app_context(), db.engine.begin() as connection:
        _fill(connection)
    _migrate(app, "upgrade", "0003")
    with app.app_context(), db.engine.begin() as connection:
        people, titles = _keys(connection, "registration"), _keys(connection, "submission")

    expected = {name: tuple(person_keys(PersonName(*name)).values()) for name in _NAMES}
    assert people == [expected[_NAMES[number % len(_NAMES)]] for number in range(_MANY)]
    assert titles == [tuple(text_keys(LocalText(sr="„14. новембар“", en="Reading")).values())]


def test_places_go_back_to_the_rule_of_before(app: Flask) -> None:
    _migrate(app, "downgrade", "0002")
    with app.app_context(), db.engine.begin() as connection:
        _fill(connection)
    _migrate(app, "upgrade", "0003")
    _migrate(app, "downgrade", "0002")

    with app.app_context(), db.engine.begin() as connection:
        rows = connection.execute(text("SELECT family_name, sort_key FROM registration ORDER BY sort_key, id")).all()
    in_order = ["", "Бабић Вукадинов", "Ђорђевић", "Žikić", "Nagy"]
    assert list(dict.fromkeys(row.family_name for row in rows)) == in_order
    assert {row.sort_key for row in rows if row.family_name == "Žikić"} == {"307309311309322" + "0" + "327306304317314309319"}


def _fill(connection: Connection) -> None:
    """Copy one registration many times under the names."""
    fill_empty_tables(connection)
    metadata = MetaData()
    metadata.reflect(connection, only=["registration", "submission"])
    registration, submission = metadata.tables["registration"], metadata.tables["submission"]
    first: dict[str, Any] = dict(connection.execute(select(registration)).mappings().one())
    cancelled = {"state": "cancelled", "cancelled_at": first["registered_at"], "cancelled_by": "test"}
    rows = [
        {**first, **cancelled, "id": number + 1, "code": f"R-{number}", "form_key": str(number), "given_name": given, "family_name": family}
        for number in range(_MANY)
        for given, family in [_NAMES[number % len(_NAMES)]]
    ]
    connection.execute(registration.update().values(rows[0]))
    connection.execute(registration.insert(), rows[1:])
    connection.execute(submission.update().values(title={"sr": "„14. новембар“", "en": "Reading"}))
    assert connection.scalar(select(func.count()).select_from(registration)) == _MANY


def _keys(connection: Connection, table: str) -> list[tuple[str, ...]]:
    metadata = MetaData()
    metadata.reflect(connection, only=[table])
    found = metadata.tables[table]
    return [tuple(row) for row in connection.execute(select(*(found.c[name] for name in COLUMNS.values())).order_by(found.c.id))]


def _migrate(app: Flask, *command: str) -> None:
    result = app.test_cli_runner().invoke(args=["db", *command], catch_exceptions=False)
    assert result.exit_code == 0, result.output
