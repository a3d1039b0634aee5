"""A database that cannot be used is told in one line."""

from pathlib import Path

import pytest

from tests.conftest import make_app


@pytest.mark.parametrize("command", [["edition", "list"], ["letters", "deliver"], ["badges", "export", "--output", "x.pdf"]])
def test_command_on_a_database_without_tables_ends_with_one_clear_error(tmp_path: Path, command: list[str]) -> None:
    app = make_app(tmp_path, f"sqlite:///{tmp_path / 'empty.db'}")

    result = app.test_cli_runner().invoke(args=command)

    assert result.exit_code == 1
    assert result.output.startswith("Error: The database cannot be used: check DATABASE_URL, then run `flask --app wsgi db upgrade`.")
