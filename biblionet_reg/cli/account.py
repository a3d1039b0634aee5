"""`flask account …`: staff accounts."""

import click
from flask import current_app
from flask.cli import AppGroup

from biblionet_reg.cli.options import edition_option
from biblionet_reg.domain.language import DEFAULT_LANG
from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.models.edition import Edition
from biblionet_reg.services import accounts, links

group = AppGroup("account", help="Staff accounts.")


@group.command("create")
@click.argument("email")
@click.option("--role", type=click.Choice([role.value for role in StaffRole]), required=True, help="What the account may do.")
@click.option("--name", default="", help="The name to show; the address by default.")
@edition_option
def create(email: str, role: str, name: str, edition: Edition) -> None:
    """Make a staff account with a role in an edition; print a one-time sign-in link."""
    account = accounts.grant_role(email, name=name or email, role=StaffRole(role), edition=edition, by="command")
    base = current_app.extensions["settings"].base_url
    click.echo(f"{base}/{DEFAULT_LANG}/account/link/{links.mint_sign_in(account)}")
