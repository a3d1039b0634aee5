"""The command line: thin commands, one service call each."""

from flask import Flask

from biblionet_reg.cli import account, catalogue, demo, edition, letters, worker


def init_app(app: Flask) -> None:
    for group in (account.group, catalogue.group, demo.group, edition.group, letters.group, worker.worker):
        app.cli.add_command(group)
