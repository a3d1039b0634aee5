"""The migration that makes the search index fills it from the rows there are, as the product itself would."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from sqlalchemy import Connection, select, text
from sqlalchemy.orm import Session, scoped_session

from biblionet_reg.domain.institution import InstitutionKind
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.search_word import InstitutionWord, LetterWord, NameVariant, NameWord, RegistrationWord, SubmissionWord
from biblionet_reg.queries import editions
from biblionet_reg.services import institutions, people
from biblionet_reg.services.demo import load as demo

TABLES = (RegistrationWord, SubmissionWord, LetterWord, NameVariant)


@contextmanager
def edition_in(app: Flask) -> Iterator[tuple[scoped_session[Session], Edition]]:
    with app.app_context():
        edition = editions.by_slug("2020")
        assert edition is not None
        yield db.session, edition
        db.session.remove()


def kept(session: scoped_session[Session]) -> list[set[tuple[object, ...]]]:
    found = [{tuple(row) for row in session.execute(select(*table.__table__.columns))} for table in TABLES]
    return [*found, set(session.scalars(select(NameWord.word))), set(session.scalars(select(InstitutionWord.word)))]


def test_rows_of_before_are_found_after_the_migration(app: Flask) -> None:
    with edition_in(app) as (session, edition):
        demo.load(edition, registrations=30, submissions=30, seed=4)
        session.commit()
        before = kept(session)

    migrate(app, "downgrade", "0001")
    migrate(app, "upgrade")

    aliases = {"nbs", "bms", "ubsm", "bgb"}
    with edition_in(app) as (session, _edition):
        assert kept(session) == [
            *({row for row in rows if aliases.isdisjoint(row)} for rows in before[:3]),
            {(variant, word) for variant, word in before[3] if word not in aliases},
            before[4] - aliases,
            before[5] - aliases,
        ]


def test_keys_by_which_people_and_institutions_are_recognised_are_renewed(app: Flask) -> None:
    with edition_in(app) as (_session, _edition):
        people.find_or_make("Søren", "Ђокић", "soren@example.org")
        people.find_or_make("Soren", "Đokić", "beside@example.org")
        people.find_or_make("Щукина", "Ёлкина", "")
        institutions.find_or_add("Weißes Haus", "Ærø", InstitutionKind.OTHER)
    migrate(app, "downgrade", "0001")
    with app.app_context(), db.engine.begin() as connection:
        before = keys_in(connection)
        connection.execute(text("UPDATE person SET name_key = 'søren dokic' WHERE given_name = 'Søren'"))
        connection.execute(text("UPDATE person SET name_key = 'щukina ёlkina' WHERE given_name = 'Щукина'"))
        connection.execute(text("UPDATE institution SET name_key = 'weißes haus', place_key = 'ærø' WHERE name = 'Weißes Haus'"))
        stale = keys_in(connection)

    migrate(app, "upgrade")

    with app.app_context(), db.engine.begin() as connection:
        assert keys_in(connection) == before != stale


def test_a_key_that_somebody_else_has_is_not_given_twice(app: Flask) -> None:
    with edition_in(app) as (_session, _edition):
        people.find_or_make("Soren", "Đokić", "soren@example.org")
        people.find_or_make("Søren", "Ђокић", "other@example.org")
    migrate(app, "downgrade", "0001")
    with app.app_context(), db.engine.begin() as connection:
        renamed = "UPDATE person SET name_key = 'søren dokic', email = 'soren@example.org' WHERE given_name = 'Søren'"
        connection.execute(text(renamed))

    migrate(app, "upgrade")

    with app.app_context(), db.engine.begin() as connection:
        found = connection.execute(text("SELECT name_key FROM person WHERE email = 'soren@example.org' ORDER BY given_name")).scalars()
        assert sorted(found) == ["soren dokic", "søren dokic"]


def keys_in(connection: Connection) -> list[list[tuple[object, ...]]]:
    asked = ("SELECT id, name_key FROM person ORDER BY id", "SELECT id, name_key, place_key FROM institution ORDER BY id")
    return [[tuple(row) for row in connection.execute(text(one))] for one in asked]


def migrate(app: Flask, *command: str) -> None:
    result = app.test_cli_runner().invoke(args=["db", *command], catch_exceptions=False)
    assert result.exit_code == 0, result.output
