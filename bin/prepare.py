"""Gets the demonstration's database ready in one start of the application.

Brings the tables up to date, loads the bundled edition, and the demonstration people where the
database holds nobody yet. Progress goes to standard error, what to show to standard output.
"""

import contextlib
import socket
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import click
from flask import Flask
from flask.cli import ScriptInfo
from sqlalchemy import exists, select

from biblionet_reg import clock
from biblionet_reg.app import create_app
from biblionet_reg.config import SettingError, Settings, load_settings
from biblionet_reg.extensions import db
from biblionet_reg.models.registration import Registration
from biblionet_reg.models.submission import Submission

#: The bundled edition, the one the demonstration people come to.
EDITION = "2020"


def main() -> None:
    settings = load_settings()
    refuse_taken_port(settings)
    app = create_app(settings)
    command(app, "db", "upgrade")
    command(app, "edition", "load", "--only-new")
    if holds_nobody(app):
        print("Loading demonstration people …", file=sys.stderr)
        command(app, "demo", "load", "--edition", EDITION)
    print(greeting(app, settings), flush=True)
    command(app, "demo", "links", "--edition", EDITION, output=sys.stdout)


def refuse_taken_port(settings: Settings) -> None:
    """Raise SettingError when the server could not listen where it is told to."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            where = f"PORT {settings.port} on {settings.host} cannot be used ({error.strerror})"
            message = f"{where}: choose another, such as `PORT=8080 make run`."
            raise SettingError(message) from error


def command(app: Flask, *words: str, output: object = sys.stderr) -> None:
    """Run `flask WORDS` inside this process; a failing command ends it with its own message."""
    with contextlib.redirect_stdout(output):  # type: ignore[type-var]
        try:
            app.cli.main(list(words), prog_name="flask", obj=ScriptInfo(create_app=lambda: app), standalone_mode=False)
        except click.ClickException as error:
            error.show()
            sys.exit(error.exit_code)


def holds_nobody(app: Flask) -> bool:
    """Say whether no one has registered or submitted anything in this database."""
    with app.app_context():
        return not db.session.scalar(select(exists(select(Registration.id)) | exists(select(Submission.id))))


def greeting(app: Flask, settings: Settings) -> str:
    with app.app_context():
        day = f"{clock.now():%Y-%m-%d}" if clock.is_set() else "today"
    return f"\nБиблионет is at {settings.base_url} (its clock: {day}). Ctrl-C stops it; the data stays in {settings.data_dir}."


if __name__ == "__main__":
    try:
        main()
    except SettingError as error:
        sys.exit(f"biblionet: {error}")
