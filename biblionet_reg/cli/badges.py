"""`flask badges …`: badges as a PDF."""

from pathlib import Path

import click
from flask.cli import AppGroup

from biblionet_reg import wording
from biblionet_reg.cli.options import edition_option
from biblionet_reg.documents.sheets import Sheet
from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.language import DEFAULT_LANG, Lang
from biblionet_reg.i18n import speaking
from biblionet_reg.models.edition import Edition
from biblionet_reg.services import badges

group = AppGroup("badges", help="Badges.")


@group.command("export")
@click.option(
    "--sheet", type=click.Choice([sheet.value for sheet in Sheet]), default=Sheet.A4_2X5.value, show_default=True, help="The paper."
)
@click.option(
    "--lang", type=click.Choice([lang.value for lang in Lang]), default=DEFAULT_LANG.value, show_default=True, help="The language."
)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file to write.")
@edition_option
def export(sheet: str, lang: str, output: Path, edition: Edition) -> None:
    """Write the badges of all confirmed registrations to a file."""
    try:
        product = badges.whole(edition, sheet=sheet, lang=Lang(lang), by="command")
    except Refusal as answer:
        with speaking(Lang.EN):
            raise click.ClickException(wording.refusal(answer)) from answer
    output.write_bytes(product.content)
    click.echo(f"Written: {output} ({len(product.content)} bytes).")
