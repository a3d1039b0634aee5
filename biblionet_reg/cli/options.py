"""What several commands share: their options, and how they end when something cannot be done."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any

import click
from flask import current_app

from biblionet_reg import clock, wording
from biblionet_reg.documents.press import RenderFailed
from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.language import DEFAULT_LANG, Lang
from biblionet_reg.i18n import speaking
from biblionet_reg.models.edition import Edition
from biblionet_reg.queries import editions


def edition_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--edition SLUG`, default the current edition; the command gets the Edition, and ends with one clear error."""

    @click.option("--edition", "edition", metavar="SLUG", default=None, help="The edition; the current one by default.")
    @wraps(command)
    def with_edition(*args: Any, edition: str | None, **kwargs: Any) -> Any:
        with _one_clear_error():
            return command(*args, edition=_find(edition), **kwargs)

    return with_edition


def lang_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--lang LANG`, default Serbian; the command gets the Lang."""
    names = click.Choice([lang.value for lang in Lang])

    def read(_context: click.Context, _parameter: click.Parameter, chosen: str) -> Lang:
        return Lang(chosen)

    return click.option("--lang", type=names, default=DEFAULT_LANG.value, show_default=True, callback=read, help="The language.")(command)


def write_file(path: Path, content: bytes) -> None:
    """Write what a command made, or end with one clear error."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise click.ClickException(f"{path} cannot be written: {error.strerror}.") from error


@contextmanager
def _one_clear_error() -> Iterator[None]:
    try:
        yield
    except Refusal as answer:
        with speaking(Lang.EN):
            raise click.ClickException(wording.refusal(answer)) from answer
    except RenderFailed as failure:
        raise click.ClickException(f"The PDF could not be made: {failure.reason.value} {failure.detail}".rstrip() + ".") from failure


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
