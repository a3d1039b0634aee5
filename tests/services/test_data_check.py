"""Every rule over all data finds who breaks it, and nobody else."""

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.orm import Session, scoped_session

from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.stored_file import StoredFile
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries import editions, programme_versions
from biblionet_reg.services import data_check, files, registrations, submissions
from biblionet_reg.services.demo import load as demo
from biblionet_reg.storage import store
from tests.registrations import answers as guest
from tests.submissions import PDF
from tests.submissions import answers as paper


@pytest.fixture
def furnished(edition: Edition, session: scoped_session[Session]) -> Edition:
    """An edition with demonstration people and decisions, a registration and a submission with a file."""
    demo.load(edition, registrations=10, submissions=12, seed=1)
    registrations.register(guest(), edition=edition)
    submissions.submit(paper(), edition=edition)
    files.keep(PDF, name="рад.pdf", media_type="application/pdf")
    session.commit()
    return edition


def _faults(*statements: str) -> list[tuple[str, int]]:
    for statement in statements:
        db.session.execute(text(statement))
    db.session.commit()
    return [(told.split("(")[0].split(";")[0].strip(), len(names)) for told, names in data_check.faults()]


_NO_AUTHOR = "There is no presenter, or not one corresponding author with an address"
_DAYS = "The days and meals do not hold together"
_LAST = "(SELECT max(id) FROM registration)"
_PAPER = "(SELECT max(id) FROM submission)"


def test_nothing_is_wrong_with_what_was_made_by_the_use_cases(furnished: Edition) -> None:
    assert programme_versions.latest(furnished) is not None
    assert _faults() == []


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        (f"UPDATE registration SET code = 'R-AAAAAA' WHERE id = {_LAST}", "These codes could not have been given"),
        ("UPDATE registration SET is_demo = (1 = 0)", None),
        (f"DELETE FROM registration_day WHERE registration_id = {_LAST}", _DAYS),
        (f"UPDATE registration_day SET day = '1999-01-01' WHERE registration_id = {_LAST} AND day = '2020-10-02'", _DAYS),
        (f"UPDATE registration SET dietary_needs = 'x' WHERE id = {_LAST}", "Needs are kept without a consent"),
        (f"DELETE FROM author WHERE submission_id = {_PAPER}", _NO_AUTHOR),
        (f"UPDATE author SET email = '' WHERE submission_id = {_PAPER}", _NO_AUTHOR),
        (f"UPDATE submission SET state = 'accepted' WHERE id = {_PAPER}", "The state is not what the author was told"),
        ("UPDATE programme_version SET number = 7", "The versions of the programme have gaps"),
        (f"DELETE FROM registration_word WHERE record_id = {_LAST}", "The search does not find it"),
        (f"DELETE FROM submission_word WHERE record_id = {_PAPER}", "The search does not find it"),
        ("UPDATE stored_file SET sha256 = 'x'", "The file is gone, or is not what was kept"),
    ],
)  # fmt: skip
def test_each_rule_finds_who_breaks_it(furnished: Edition, statement: str, told: str | None) -> None:
    assert _faults(statement) == ([(told, 1)] if told else [])


def test_a_placed_paper_must_be_accepted(furnished: Edition) -> None:
    placed = "(SELECT min(submission_id) FROM slot)"

    found = _faults(f"UPDATE submission SET state = 'submitted' WHERE id = {placed}")

    assert found == [("What is placed in the programme is not accepted", 1)]


def test_more_people_than_places_are_told(edition: Edition) -> None:
    for number in range(3):
        registrations.register(guest(given_name=f"Ана{number}", email=f"ana{number}@example.org"), edition=edition)

    assert _faults("UPDATE edition SET participant_limit = 2") == [("More people are registered than there are places", 1)]


def test_a_file_that_is_gone_is_told(furnished: Edition) -> None:
    for row in db.session.query(StoredFile):
        store.delete(row.key)

    assert _faults() == [("The file is gone, or is not what was kept", 1)]


def test_a_ledger_that_does_not_hold_is_told(furnished: Edition) -> None:
    assert _faults("DELETE FROM audit_chain") == [("The audit ledger does not hold", 1)]


def test_data_check_names_at_most_ten(app: Flask) -> None:
    with app.app_context():
        edition = editions.by_slug("2020")
        assert edition is not None
        demo.load(edition, registrations=0, submissions=12, seed=1)
        db.session.execute(text("DELETE FROM submission_word"))
        db.session.commit()
        first = db.session.query(Submission).order_by(Submission.id).first()
        assert first is not None
        code = first.code

    result = app.test_cli_runner().invoke(args=["data", "check"])

    assert result.exit_code == 1
    assert code in result.output.splitlines()[0]
    assert result.output.splitlines()[0].endswith(" and 2 more")
    assert result.output.splitlines()[1] == "Error: 12 faults were found."


def test_data_check_is_content(app: Flask) -> None:
    result = app.test_cli_runner().invoke(args=["data", "check"])

    assert (result.exit_code, result.output) == (0, "Everything is as it should be.\n")
