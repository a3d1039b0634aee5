"""An edition's rules for Cyrillic: read once, and anew when the edition's words change, also elsewhere."""

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy.orm import Session, scoped_session

from biblionet_reg.domain.edition_parts import PartKind, ScriptWordEntry
from biblionet_reg.domain.script import ScriptRules
from biblionet_reg.domain.script_word import ScriptWordKind
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.queries import editions
from biblionet_reg.queries.script_words import rules_of
from biblionet_reg.services import edition_parts
from tests.conftest import make_app
from tests.statements import statements

DB = scoped_session[Session]
NETWORK = ScriptWordEntry(kind=ScriptWordKind.PAIR, latin="BiblioMreža", cyrillic="Библиомрежа")
OFFICE = ScriptWordEntry(kind=ScriptWordKind.PROTECTED, latin="LibreOffice")


@pytest.fixture
def bare(session: DB, edition: Edition) -> Edition:
    """The edition without words of its own."""
    edition.words.clear()
    session.commit()
    return edition


def add(edition: Edition, *entries: ScriptWordEntry) -> None:
    for entry in entries:
        edition_parts.add(edition, PartKind.WORDS, entry, by="x")


def test_an_edition_without_words_has_the_standard_rules(bare: Edition) -> None:
    assert rules_of(bare) == ScriptRules()


def test_rules_hold_the_words_of_this_edition_alone(bare: Edition) -> None:
    other = Edition(slug="2021", starts_on=bare.starts_on, ends_on=bare.ends_on, created_at=bare.created_at, updated_at=bare.updated_at)
    db.session.add(other)
    db.session.commit()

    add(bare, NETWORK, OFFICE)

    assert rules_of(bare) == ScriptRules(protected=frozenset({"LibreOffice"}), pairs=(("BiblioMreža", "Библиомрежа"),))
    assert rules_of(other) == ScriptRules()


def test_rules_are_read_once_until_a_word_changes(app: Flask, bare: Edition) -> None:
    add(bare, NETWORK)
    rules_of(bare)

    with statements(app) as before:
        rules_of(bare)
    edition_parts.remove(bare, PartKind.WORDS, bare.words[0], by="x")
    fresh = rules_of(bare)

    assert (before, fresh) == ([], ScriptRules())


def test_another_process_sees_a_change_with_the_edition_it_reads(app: Flask, session: DB, bare: Edition, tmp_path: Path) -> None:
    folder = tmp_path / "other"
    other = make_app(folder, app.config["SQLALCHEMY_DATABASE_URI"])
    add(bare, OFFICE)

    def rules_there() -> ScriptRules:
        with other.app_context():
            found = editions.by_slug("2020")
            assert found is not None
            return rules_of(found)

    before = rules_there()
    edition_parts.edit(bare, PartKind.WORDS, bare.words[0], NETWORK, by="x")

    assert before == ScriptRules(protected=frozenset({"LibreOffice"}))
    assert rules_there() == ScriptRules(pairs=(("BiblioMreža", "Библиомрежа"),))
