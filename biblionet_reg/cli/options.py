"""Options that several commands share."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click
from flask import current_app

from biblionet_reg import clock
from biblionet_reg.models.edition import Edition
from biblionet_reg.queries import editions


def edition_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--edition SLUG`, default the current edition; the command gets the Edition."""

    @click.option("--edition", "edition", metavar="SLUG", default=None, help="The edition; the current one by default.")
    @wraps(command)
    def with_edition(*args: Any, edition: str | None, **kwargs: Any) -> Any:
        return command(*args, edition=_find(edition), **kwargs)

    return with_edition


def _find(slug: str | None) -> Edition:
    if slug is not None:
        found = editions.by_slug(slug)
        problem = f"There is no edition “{slug}”; `edition list` shows them."
    else:
        found = editions.current(clock.today(current_app.extensions["settings"].tz_name))
        problem = "There is no edition yet; load one with `edition load`."
    if found is None:
        raise click.ClickException(problem)
    return found
