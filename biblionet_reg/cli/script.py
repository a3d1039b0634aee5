"""`flask script convert`: the two-script engine, standard input to standard output."""

import sys
from collections.abc import Iterator
from typing import BinaryIO

import click

from biblionet_reg.cli.group import CommandGroup
from biblionet_reg.domain.script import STANDARD_RULES, Script, ScriptRules, to_cyrillic, to_latin
from biblionet_reg.queries import editions
from biblionet_reg.queries.script_words import rules_of

group = CommandGroup("script", help="Serbian in two scripts.")


@group.command("convert")
@click.option("--to", "script", type=click.Choice([script.value for script in Script]), required=True, help="The script to write.")
@click.option("--edition", "slug", metavar="SLUG", default=None, help="Use the word lists of this edition too.")
def convert(script: str, slug: str | None) -> None:
    """Convert standard input (UTF-8) to standard output, line by line.

    What stands in the mark -{…}- stays as it is, and the mark is dropped. The database is asked only for an edition.
    """
    rules = _rules(slug)
    if sys.stdin is None or sys.stdout is None:
        message = "There is no standard input to read, or no standard output to write to."
        raise click.ClickException(message)
    for line in _lines(sys.stdin.buffer):
        _write(sys.stdout.buffer, to_latin(line) if script == Script.LATIN else to_cyrillic(line, rules))


def _write(stream: BinaryIO, line: str) -> None:
    """Write a line at once; whoever has read enough (`head`) ends the command as any other."""
    try:
        stream.write(line.encode())
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise click.ClickException(f"The converted text cannot be written: {error.strerror}.") from error


def _rules(slug: str | None) -> ScriptRules:
    if slug is None:
        return STANDARD_RULES
    edition = editions.by_slug(slug)
    if edition is None:
        raise click.ClickException(f"There is no edition “{slug}”; `edition list` shows them.")
    return rules_of(edition)


def _lines(stream: BinaryIO) -> Iterator[str]:
    """Read one line after another, so that the text may be endless; each keeps its own end."""
    for number, line in enumerate(stream, start=1):
        try:
            yield line.decode()
        except UnicodeDecodeError as error:
            raise click.ClickException(f"Line {number} is not UTF-8 text; the lines before it are converted.") from error
