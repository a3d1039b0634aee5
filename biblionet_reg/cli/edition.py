"""`flask edition …`: editions as files."""

from pathlib import Path

import click

from biblionet_reg.cli.group import CommandGroup
from biblionet_reg.cli.options import edition_option, write_file
from biblionet_reg.domain.difference import Difference, DifferenceKind
from biblionet_reg.domain.edition import EditionClosed
from biblionet_reg.domain.edition_changes import LimitBelowRegistered
from biblionet_reg.domain.edition_dates import FIELD_OF, DatesOutOfOrder
from biblionet_reg.domain.edition_file import EditionFile, Mending
from biblionet_reg.exports.edition_file import edition_file_of, edition_json
from biblionet_reg.imports.edition_file import read_edition_file
from biblionet_reg.imports.faults import FaultyFile
from biblionet_reg.imports.institutions import read_institutions
from biblionet_reg.models.edition import Edition
from biblionet_reg.queries import editions as found
from biblionet_reg.services import editions, institutions, pictures

group = CommandGroup("edition", help="Editions as files.")

_DATA = Path(__file__).resolve().parent.parent / "data"
_BUNDLED = _DATA / "edition-2020.json"
_SHOWN = 70


@group.command("load")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), default=_BUNDLED)
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@click.option("--only-new", is_flag=True, help="Leave an edition that is already there as it is.")
def load(file: Path, *, dry_run: bool, only_new: bool) -> None:
    """Load an edition from FILE (the bundled one by default) and the known libraries.

    The same file twice changes nothing. What the file no longer lists is removed, but never what is in use.
    """
    edition_file = _read(file)
    for mending in edition_file.mended:
        click.echo(_mended(mending))
    if not dry_run:
        institutions.load_known(read_institutions((_DATA / "institutions.json").read_bytes()))
    if only_new and found.by_slug(edition_file.slug) is not None:
        click.echo(f"Edition {edition_file.slug} is there already; nothing was changed.")
        return
    _tell(edition_file.slug, _load(edition_file, dry_run=dry_run), dry_run=dry_run)


@group.command("list")
def list_editions() -> None:
    """List the editions, the latest first."""
    for edition in found.all_editions():
        marks = [word for word, applies in (("current", edition.is_current), ("closed", edition.closed_at is not None)) if applies]
        theme = edition.theme.sr or edition.theme.en
        click.echo("\t".join((edition.slug, f"{edition.starts_on}..{edition.ends_on}", ",".join(marks) or "-", theme)))


@group.command("export")
@edition_option
@click.option("--output", type=click.Path(dir_okay=False, writable=True, path_type=Path), help="The file to write; the screen by default.")
def export(edition: Edition, output: Path | None) -> None:
    """Write an edition as a file that `edition load` reads."""
    text = edition_json(edition_file_of(edition, pictures.masters(edition)))
    if output is None:
        click.echo(text, nl=False)
        return
    write_file(output, text.encode())
    click.echo(f"Edition {edition.slug} is written to {output}.")


def _read(file: Path) -> EditionFile:
    try:
        return read_edition_file(file.read_bytes())
    except OSError as error:
        raise click.ClickException(f"{file} cannot be read: {error.strerror}.") from error
    except FaultyFile as faulty:
        lines = "".join(f"\n  {fault}" for fault in faulty.faults)
        raise click.ClickException(f"{file} was not loaded.{lines}") from faulty


def _load(edition_file: EditionFile, *, dry_run: bool) -> list[Difference]:
    slug = edition_file.slug
    try:
        return editions.load(edition_file, by="command", dry_run=dry_run)
    except EditionClosed as closed:
        raise click.ClickException(f"Edition {slug} is closed: reopen it before changing it.") from closed
    except DatesOutOfOrder as wrong:
        names = ", ".join(FIELD_OF[fault] for fault in wrong.faults)
        raise click.ClickException(f"Edition {slug} would have dates in the wrong order: {names}.") from wrong
    except LimitBelowRegistered as below:
        raise click.ClickException(f"participant_limit: {below.registered} people are registered, so {below.limit} is too few.") from below


def _tell(slug: str, differences: list[Difference], *, dry_run: bool) -> None:
    for difference in differences:
        click.echo(_line(difference))
    if not differences:
        click.echo(f"Edition {slug} is as the file says; nothing was changed.")
    elif dry_run:
        click.echo("This was a dry run; nothing was changed.")


def _line(difference: Difference) -> str:
    match difference.kind:
        case DifferenceKind.ADDED:
            return f"added    {difference.path}"
        case DifferenceKind.REMOVED:
            return f"removed  {difference.path}"
        case DifferenceKind.KEPT:
            return f"kept     {difference.path}: the file does not list it, but it is in use ({difference.new})"
        case DifferenceKind.CHANGED:
            return f"changed  {difference.path}: {_short(difference.old)} → {_short(difference.new)}"


def _mended(mending: Mending) -> str:
    if not mending.new:
        return f"left     {mending.path}: {_short(mending.old)} mixes Cyrillic and Latin letters: check it"
    return f"mended   {mending.path}: {_short(mending.old)} mixed Cyrillic and Latin letters, and is read as {_short(mending.new)}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return f"“{line}”" if len(line) <= _SHOWN else f"“{line[: _SHOWN - 1]}…”"
