"""`flask data …`."""

import re
from pathlib import Path

from flask import Flask

from tests.conftest import make_app
from tests.databases import Databases


def test_data_backup_and_restore_tell_what_they_did(app: Flask, databases: Databases, tmp_path: Path) -> None:
    made = app.test_cli_runner().invoke(args=["data", "backup"])
    path = next((tmp_path / "backups").glob("biblionet-*.zip"))
    (tmp_path / "other").mkdir()
    other = make_app(tmp_path / "other", databases.empty(tmp_path))

    put_back = other.test_cli_runner().invoke(args=["data", "restore", str(path)])

    told = r"\d+ rows of \d+ tables and 0 files, of 2020-08-17 \d\d:\d\d UTC"
    assert made.exit_code == 0
    assert re.fullmatch(rf"{re.escape(str(path))}: {told}\n", made.output)
    assert put_back.exit_code == 0
    assert re.search(rf"^Put back: {told}\nThe audit ledger ended with 2020:\d+:[0-9a-f]{{64}}$", put_back.output, re.MULTILINE)


def test_data_restore_refuses_what_is_no_backup(app: Flask, tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_text("x")

    result = app.test_cli_runner().invoke(args=["data", "restore", str(tmp_path / "x.zip")])

    assert (result.exit_code, result.output) == (1, f"Error: {tmp_path / 'x.zip'} is no backup, or only a part of one.\n")


def test_data_restore_refuses_a_database_in_use(app: Flask, tmp_path: Path) -> None:
    app.test_cli_runner().invoke(args=["data", "backup", "--output", str(tmp_path / "b.zip")])

    result = app.test_cli_runner().invoke(args=["data", "restore", str(tmp_path / "b.zip")])

    assert result.exit_code == 1
    assert result.output.splitlines()[-1].startswith("Error: The database is not empty (")


def test_data_backup_tells_in_one_line_where_it_cannot_write(app: Flask) -> None:
    result = app.test_cli_runner().invoke(args=["data", "backup", "--output", "/proc/x.zip"])

    assert (result.exit_code, result.output) == (1, "Error: /proc/x.zip cannot be written: No such file or directory.\n")
