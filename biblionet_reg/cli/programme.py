"""`flask programme …`: publishing and exporting the programme."""

from pathlib import Path

import click

from biblionet_reg.cli.group import CommandGroup
from biblionet_reg.cli.options import edition_option, lang_option, write_file
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.programme import VERSION_NAME_LIMIT
from biblionet_reg.models.edition import Edition
from biblionet_reg.queries import programme_versions
from biblionet_reg.services import programme_files
from biblionet_reg.services import programme_versions as publishing

group = CommandGroup("programme", help="The programme.")


@group.command("publish")
@click.option("--name", required=True, help="What the version is called.")
@edition_option
def publish(name: str, edition: Edition) -> None:
    """Freeze the working programme as a public version."""
    name = " ".join(name.split())
    if not 0 < len(name) <= VERSION_NAME_LIMIT:
        raise click.BadParameter(f"Give a name of 1 to {VERSION_NAME_LIMIT} characters.", param_hint="--name")
    version = publishing.publish(edition, name=name, by="command")
    click.echo(f"Published: version {version.number}, “{version.name}”.")


@group.command("export")
@click.option("--format", "kind", type=click.Choice(["pdf"]), required=True, help="What to write.")
@lang_option
@click.option("--version", "number", type=click.IntRange(1, 99999), default=None, help="The number of a version; the newest by default.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file to write.")
@edition_option
def export(kind: str, lang: Lang, number: int | None, output: Path, edition: Edition) -> None:
    """Write a published version of the programme to a file."""
    version = programme_versions.latest(edition) if number is None else programme_versions.by_number(edition, number)
    if version is None:
        raise click.ClickException("Nothing is published yet." if number is None else f"There is no version {number}.")
    product = programme_files.whole(edition, version, lang)
    write_file(output, product.content)
    click.echo(f"Written: {output} ({kind}, version {version.number}, {len(product.content)} bytes).")
