"""`flask worker`: background work, until Ctrl-C (finishes what it does) or SIGTERM (hands it back)."""

import threading
import time
from collections.abc import Callable

import click
from flask import Flask, current_app
from flask.cli import with_appcontext
from huey.consumer import Consumer

from biblionet_reg.services import background, drafts, leases, outbox, programme_files, rate_limits, uploads

_SWEEP_SECONDS = 5.0
_TIDY_SECONDS = 600.0

#: What nobody may have woken a worker for: letters due later, jobs of a worker that is gone, missing PDFs.
_SWEPT: tuple[Callable[[], object], ...] = (outbox.deliver_due, programme_files.ask_for_missing, background.run_due)
#: What lay unsent for too long, and counts that are over.
_TIDIED: tuple[Callable[[], object], ...] = (uploads.purge_pending, drafts.purge, rate_limits.purge)


@click.command("worker")
@with_appcontext
def worker() -> None:
    """Send letters and make documents in the background, until Ctrl-C."""
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001 - the proxy's documented way
    stopping = threading.Event()
    sweeper = threading.Thread(target=_sweep_until, args=(app, stopping), daemon=True)
    sweeper.start()
    consumer = Consumer(app.extensions["huey"], workers=1, periodic=False, initial_delay=0.1, max_delay=1.0)
    click.echo("The worker is ready.")
    consumer.run()
    stopping.set()
    if consumer._graceful:  # noqa: SLF001 - the consumer keeps to itself which signal ended it
        sweeper.join()
    leases.give_back()


def _sweep_until(app: Flask, stopping: threading.Event) -> None:
    tidy_at = time.monotonic()
    while not stopping.is_set():
        for call in _SWEPT:
            _call(app, call)
        if time.monotonic() >= tidy_at:
            for call in _TIDIED:
                _call(app, call)
            tidy_at = time.monotonic() + _TIDY_SECONDS
        stopping.wait(_SWEEP_SECONDS)


def _call(app: Flask, call: Callable[[], object]) -> None:
    """Do one part of a sweep; a fault of it stops neither the others nor the next sweep."""
    try:
        with app.app_context():
            call()
    except Exception:
        app.logger.exception("a sweep failed")
