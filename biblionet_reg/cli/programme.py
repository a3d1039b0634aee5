"""`flask programme …`: publishing and exporting the programme."""

from pathlib import Path

import click
from flask.cli import AppGroup

from biblionet_reg import wording
from biblionet_reg.cli.options import edition_option
from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.language import DEFAULT_LANG, Lang
from biblionet_reg.domain.programme import VERSION_NAME_LIMIT
from biblionet_reg.i18n import speaking
from biblionet_reg.models.edition import Edition
from biblionet_reg.queries import programme_versions
from biblionet_reg.services import programme, programme_files

group = AppGroup("programme", help="The programme.")


@group.command("publish")
@click.option("--name", required=True, help="What the version is called.")
@edition_option
def publish(name: str, edition: Edition) -> None:
    """Freeze the working programme as a public version."""
    name = " ".join(name.split())
    if not 0 < len(name) <= VERSION_NAME_LIMIT:
        raise click.BadParameter(f"Give a name of 1 to {VERSION_NAME_LIMIT} characters.", param_hint="--name")
    try:
        version = programme.publish(edition, name=name, by="command")
    except Refusal as answer:
        with speaking(Lang.EN):
            raise click.ClickException(wording.refusal(answer)) from answer
    click.echo(f"Published: version {version.number}, “{version.name}”.")


@group.command("export")
@click.option("--format", "kind", type=click.Choice(["pdf"]), required=True, help="What to write.")
@click.option(
    "--lang", type=click.Choice([lang.value for lang in Lang]), default=DEFAULT_LANG.value, show_default=True, help="The language."
)
@click.option("--version", "number", type=int, default=None, help="The number of a version; the newest by default.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file to write.")
@edition_option
def export(kind: str, lang: str, number: int | None, output: Path, edition: Edition) -> None:
    """Write a published version of the programme to a file."""
    version = programme_versions.latest(edition) if number is None else programme_versions.by_number(edition, number)
    if version is None:
        raise click.ClickException("Nothing is published yet." if number is None else f"There is no version {number}.")
    product = programme_files.whole(edition, version, Lang(lang))
    output.write_bytes(product.content)
    click.echo(f"Written: {output} ({kind}, version {version.number}, {len(product.content)} bytes).")
