"""`flask letters …`: the outbox."""

import click

from biblionet_reg.cli.group import CommandGroup
from biblionet_reg.services import outbox

group = CommandGroup("letters", help="The outbox.")


@group.command("deliver")
def deliver() -> None:
    """Send what is due in the outbox, once each."""
    click.echo(f"Sent: {outbox.deliver_due()}")
