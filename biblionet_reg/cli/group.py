"""The group all our commands belong to: a database that cannot be used is told in one line."""

from typing import Any

import click
from flask.cli import AppGroup
from sqlalchemy.exc import OperationalError, ProgrammingError


class CommandGroup(AppGroup):
    """Commands inside the application; their names stand in `docs/commands.md`."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; end with one clear error where the database does not answer or lacks its tables."""
        try:
            return super().invoke(ctx)
        except (OperationalError, ProgrammingError) as error:
            message = "The database cannot be used: check DATABASE_URL, then run `flask --app wsgi db upgrade`."
            raise click.ClickException(f"{message} It says: {error.orig}") from error
