"""The migration that makes the search index fills it from the rows there are, as the product itself would."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.search_word import InstitutionWord, LetterWord, NameVariant, NameWord, RegistrationWord, SubmissionWord
from biblionet_reg.queries import editions
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

    for command in (["downgrade", "0001"], ["upgrade"]):
        result = app.test_cli_runner().invoke(args=["db", *command], catch_exceptions=False)
        assert result.exit_code == 0, result.output

    aliases = {"nbs", "bms", "ubsm", "bgb"}
    with edition_in(app) as (session, _edition):
        assert kept(session) == [
            *before[:3],
            {(variant, word) for variant, word in before[3] if word not in aliases},
            before[4] - aliases,
            before[5] - aliases,
        ]
