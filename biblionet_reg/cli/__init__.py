"""The command line: thin commands, one service call each."""

from flask import Flask

from biblionet_reg.cli import account, badges, catalogue, demo, edition, letters, programme, script, search, worker


def init_app(app: Flask) -> None:
    for group in (
        account.group,
        badges.group,
        catalogue.group,
        demo.group,
        edition.group,
        letters.group,
        programme.group,
        script.group,
        search.group,
        worker.worker,
    ):
        app.cli.add_command(group)
