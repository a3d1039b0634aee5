"""`flask worker`: background jobs, until Ctrl-C."""

import threading

import click
from flask import Flask, current_app
from flask.cli import with_appcontext
from huey.consumer import Consumer

from biblionet_reg.services import background, outbox

_SWEEP_SECONDS = 5


@click.command("worker")
@with_appcontext
def worker() -> None:
    """Send letters and make documents in the background, until Ctrl-C."""
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001
    threading.Thread(target=_sweep, args=(app,), daemon=True).start()
    Consumer(app.extensions["huey"], workers=1, periodic=False, max_delay=1.0).run()


def _sweep(app: Flask) -> None:
    """Take up what no queue woke: letters due later, jobs of a worker that is gone."""
    while True:
        with app.app_context():
            outbox.deliver_due()
            background.run_due()
        threading.Event().wait(_SWEEP_SECONDS)
