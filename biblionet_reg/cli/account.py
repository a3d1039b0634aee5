"""`flask account …`: staff accounts."""

import click
from email_validator import EmailNotValidError, validate_email
from flask import current_app

from biblionet_reg.cli.group import CommandGroup
from biblionet_reg.cli.options import edition_option
from biblionet_reg.domain.language import DEFAULT_LANG
from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.models.edition import Edition
from biblionet_reg.services import accounts, links

group = CommandGroup("account", help="Staff accounts.")


def _address(_context: click.Context, _parameter: click.Parameter, typed: str) -> str:
    try:
        return validate_email(typed, check_deliverability=False, allow_smtputf8=False).ascii_email or typed
    except EmailNotValidError as error:
        raise click.BadParameter(f"“{typed}” is not an e-mail address.") from error


@group.command("create")
@click.argument("email", callback=_address)
@click.option("--role", type=click.Choice([role.value for role in StaffRole]), required=True, help="What the account may do.")
@click.option("--name", default="", help="The name to show; the address by default.")
@edition_option
def create(email: str, role: str, name: str, edition: Edition) -> None:
    """Make a staff account with a role in an edition; print a one-time sign-in link."""
    account = accounts.grant_role(email, name=name or email, role=StaffRole(role), edition=edition, by="command")
    base = current_app.extensions["settings"].base_url
    click.echo(f"{base}/{DEFAULT_LANG}/account/link/{links.mint_sign_in(account)}")
