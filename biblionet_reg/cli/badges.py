"""`flask badges …`: badges as a PDF."""

from pathlib import Path

import click

from biblionet_reg.cli.group import CommandGroup
from biblionet_reg.cli.options import edition_option, lang_option, write_file
from biblionet_reg.documents.sheets import Sheet
from biblionet_reg.domain.language import Lang
from biblionet_reg.models.edition import Edition
from biblionet_reg.services import badges

group = CommandGroup("badges", help="Badges.")


@group.command("export")
@click.option(
    "--sheet", type=click.Choice([sheet.value for sheet in Sheet]), default=Sheet.A4_2X5.value, show_default=True, help="The paper."
)
@lang_option
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file to write.")
@edition_option
def export(sheet: str, lang: Lang, output: Path, edition: Edition) -> None:
    """Write the badges of all confirmed registrations to a file."""
    product = badges.whole(edition, sheet=sheet, lang=lang, by="command")
    write_file(output, product.content)
    click.echo(f"Written: {output} ({len(product.content)} bytes).")
