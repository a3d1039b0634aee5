"""`flask demo …`: synthetic people, papers and reviews, marked as demonstration data."""

import click
from flask import current_app

from biblionet_reg.cli.group import CommandGroup
from biblionet_reg.cli.options import edition_option
from biblionet_reg.config import Environment
from biblionet_reg.domain.language import DEFAULT_LANG
from biblionet_reg.models.edition import Edition
from biblionet_reg.services import links
from biblionet_reg.services.demo import load as demo

group = CommandGroup("demo", help="Demonstration data.")


@group.command("load")
@click.option("--registrations", type=click.IntRange(0), default=demo.DEFAULT_REGISTRATIONS, show_default=True, help="How many people.")
@click.option("--submissions", type=click.IntRange(0), default=demo.DEFAULT_SUBMISSIONS, show_default=True, help="How many papers.")
@click.option("--seed", type=int, default=2020, show_default=True, help="The same seed makes the same data.")
@edition_option
def load(registrations: int, submissions: int, seed: int, edition: Edition) -> None:
    """Load synthetic people, papers, reviews and a programme into an edition."""
    _refuse_production()
    counts = demo.load(edition, registrations=registrations, submissions=submissions, seed=seed)
    click.echo(f"Registrations: {counts.registrations}, submissions: {counts.submissions}, presentations: {counts.presentations}")


@group.command("links")
@edition_option
def links_(edition: Edition) -> None:
    """Print a fresh one-time sign-in link for each demonstration role."""
    _refuse_production()
    base = current_app.extensions["settings"].base_url
    for role, account in demo.demo_accounts(edition):
        click.echo(f"{role.value:<14} {base}/{DEFAULT_LANG}/account/link/{links.mint_sign_in(account)}")


def _refuse_production() -> None:
    if current_app.extensions["settings"].environment is Environment.PRODUCTION:
        message = "Demonstration data has no place in production."
        raise click.ClickException(message)
