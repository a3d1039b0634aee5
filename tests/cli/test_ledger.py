"""`flask ledger …`."""

import pytest
from flask import Flask
from sqlalchemy import text

from biblionet_reg.extensions import db
from biblionet_reg.queries import audit_chain


def _ends(app: Flask) -> dict[str, str]:
    with app.app_context():
        return {report.slug or "installation": f"{report.number}:{report.digest}" for report in audit_chain.reports()}


def test_ledger_verify_tells_where_each_chain_ends(app: Flask) -> None:
    result = app.test_cli_runner().invoke(args=["ledger", "verify"])

    end = _ends(app)["2020"]
    assert (result.exit_code, result.output) == (0, f"2020: {end.split(':')[0]} entries hold; ends with 2020:{end}\n")


def test_ledger_verify_takes_an_end_that_was_noted(app: Flask) -> None:
    end = _ends(app)["2020"]

    result = app.test_cli_runner().invoke(args=["ledger", "verify", "--expect", f"2020:{end[:12]}"])

    assert result.exit_code == 0


@pytest.mark.parametrize("noted", ["2020:1:00000000", "2020:999:ab", "1999:1:ab", "installation:1:ab", "2020:1:"])
def test_ledger_verify_refuses_an_end_that_is_not_there(app: Flask, noted: str) -> None:
    result = app.test_cli_runner().invoke(args=["ledger", "verify", "--expect", noted])

    assert (result.exit_code, result.output.splitlines()[-1]) == (1, f"Error: The audit ledger does not hold: {noted}.")


def test_ledger_verify_tells_how_an_end_is_written(app: Flask) -> None:
    result = app.test_cli_runner().invoke(args=["ledger", "verify", "--expect", "2020"])

    assert (result.exit_code, result.output.splitlines()[-1]) == (1, "Error: “2020” is no end of a chain: give it as NAME:NUMBER:DIGEST.")


def test_ledger_verify_finds_a_changed_entry(app: Flask) -> None:
    with app.app_context():
        on_table = "" if db.engine.dialect.name == "sqlite" else " ON audit_entry"
        db.session.execute(text(f"DROP TRIGGER audit_entry_unchanged{on_table}"))
        db.session.execute(text("UPDATE audit_entry SET actor = 'nobody' WHERE number = 1"))
        db.session.commit()

    result = app.test_cli_runner().invoke(args=["ledger", "verify"])

    assert (result.exit_code, result.output) == (
        1,
        "2020: entry 1 is not what it was when it was written\nError: The audit ledger does not hold: 2020.\n",
    )
