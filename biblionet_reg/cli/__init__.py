"""The command line: thin commands, one service call each."""

from pathlib import Path

from flask import Flask
from flask_migrate import Migrate

from biblionet_reg.cli import account, badges, catalogue, data, demo, edition, ledger, letters, programme, script, search, worker
from biblionet_reg.extensions import db


def init_app(app: Flask, migrations: Path) -> None:
    """Add our commands, and `flask db` for the migrations in that folder."""
    Migrate().init_app(app, db, directory=str(migrations), render_as_batch=True)
    for group in (
        account.group,
        badges.group,
        catalogue.group,
        data.group,
        demo.group,
        edition.group,
        ledger.group,
        letters.group,
        programme.group,
        script.group,
        search.group,
        worker.worker,
    ):
        app.cli.add_command(group)
