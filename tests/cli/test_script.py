"""`flask script convert`."""

from pathlib import Path

import click
import pytest

from biblionet_reg.cli import script
from biblionet_reg.extensions import db
from biblionet_reg.models.script_word import ScriptWord
from biblionet_reg.queries import editions


def _convert(app, text: bytes, *options: str):
    return app.test_cli_runner().invoke(args=["script", "convert", *options], input=text)


def test_convert_writes_cyrillic_line_by_line(app):
    result = _convert(app, "Njegoš i COBISS-a\n\n-{New York}- „Ljubav“".encode(), "--to", "cyrillic")

    assert (result.exit_code, result.output) == (0, "Његош и COBISS-а\n\nNew York „Љубав“")


def test_convert_writes_latin(app):
    result = _convert(app, "ВРАЊЕ, Љ. Ненадовић\r\n".encode(), "--to", "latin")

    assert (result.exit_code, result.stdout_bytes) == (0, "VRANJE, Lj. Nenadović\r\n".encode())


def test_convert_tells_the_line_that_is_no_text(app):
    result = _convert(app, b"ana\n\xff\n", "--to", "cyrillic")

    assert result.exit_code == 1
    assert result.output == "ана\nError: Line 2 is not UTF-8 text; the lines before it are converted.\n"


def test_convert_tells_what_cannot_be_written():
    with Path("/dev/full").open("wb", buffering=0) as full, pytest.raises(click.ClickException, match="No space left on device"):
        script._write(full, "ана")


def test_convert_uses_the_words_of_an_edition(app):
    with app.app_context():
        edition = editions.by_slug("2020")
        db.session.add(ScriptWord(edition_id=edition.id, kind="pair", latin="Zoom", cyrillic="Зум", latin_key="zoom"))
        db.session.commit()

    plain, theirs = (_convert(app, b"preko Zooma", "--to", "cyrillic", *options) for options in ((), ("--edition", "2020")))

    assert (plain.output, theirs.output) == ("преко Zooma", "преко Зума")


def test_convert_knows_no_other_edition(app):
    result = _convert(app, b"", "--to", "cyrillic", "--edition", "1999")

    assert (result.exit_code, result.output) == (1, "Error: There is no edition “1999”; `edition list` shows them.\n")
