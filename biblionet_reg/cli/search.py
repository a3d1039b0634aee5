"""`flask search …`: the index that searches look into."""

import click

from biblionet_reg.cli.group import CommandGroup
from biblionet_reg.services import search_rebuild

group = CommandGroup("search", help="The search index.")


@group.command("rebuild")
def rebuild() -> None:
    """Make the search index, the keys of people and institutions and their places in lists anew.

    It is needed once when the rules that make one word of Ђорђе, Đorđe and Djordje have changed. It may be run at
    any time, and twice.
    """
    made = search_rebuild.rebuild()
    click.echo(f"Records indexed: {made.records}, keys changed: {made.keys}, places in lists changed: {made.places}")
    if made.clashes:
        click.echo(f"{made.clashes} people or institutions keep their old key: another has the new one; merge the two.")
