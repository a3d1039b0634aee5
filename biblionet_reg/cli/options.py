"""Options that several commands share."""

from collections.abc import Callable
from typing import Any

import click
from flask import current_app

from biblionet_reg import clock
from biblionet_reg.models.edition import Edition
from biblionet_reg.queries import editions


def edition_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--edition SLUG`, default the current edition; the command gets the Edition."""
    return click.option("--edition", "edition", metavar="SLUG", default=None, callback=_find, help="The edition; the current one by default.")(
        command
    )


def _find(_context: click.Context, _parameter: click.Parameter, slug: str | None) -> Edition:
    if slug is not None:
        found = editions.by_slug(slug)
        problem = f"There is no edition “{slug}”; `edition list` shows them."
    else:
        found = editions.current(clock.today(current_app.extensions["settings"].tz_name))
        problem = "There is no edition yet; load one with `edition load`."
    if found is None:
        raise click.ClickException(problem)
    return found
