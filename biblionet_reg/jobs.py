"""The background: Huey wakes, the rows decide what there is to do. Tasks are thin doors."""

import logging
import sqlite3
from pathlib import Path
from urllib.parse import urlsplit

from flask import Flask
from huey import Huey, PostgresHuey, RedisHuey, SqliteHuey

from biblionet_reg import extensions
from biblionet_reg.config import SettingError, Settings
from biblionet_reg.services import background, badges, outbox, programme_files

_LOG = logging.getLogger(__name__)
_NAME = "biblionet"
#: What makes documents: importing a service ties its makers to the kinds of jobs.
MAKERS = (badges.prepare, programme_files.prepare)


def make_huey(queue_url: str) -> Huey:
    """Return the queue behind QUEUE_URL: an SQLite file, PostgreSQL or Redis."""
    scheme = urlsplit(queue_url).scheme.split("+")[0]
    if scheme == "sqlite":
        return _sqlite(Path(queue_url.removeprefix("sqlite:///")))
    if scheme == "postgresql":
        return _postgres(queue_url.replace("+psycopg", ""))
    return RedisHuey(_NAME, url=queue_url, results=False)


def _sqlite(path: Path) -> Huey:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return SqliteHuey(_NAME, filename=str(path), results=False, fsync=False)
    except (OSError, sqlite3.OperationalError) as error:
        message = f"QUEUE_URL names the file “{path}”: set it to one that can be written ({error})."
        raise SettingError(message) from error


def _postgres(dsn: str) -> Huey:
    """Return the queue in PostgreSQL; a server out of reach now does not stop the application (it only wakes nobody)."""
    import psycopg  # noqa: PLC0415 - only where the queue is in PostgreSQL

    huey = PostgresHuey(_NAME, dsn=dsn, results=False, create_tables=False)
    try:
        huey.storage.initialize_schema()
    except psycopg.OperationalError as error:
        _LOG.warning("the queue is out of reach: %s", error)
    return huey


def init_app(app: Flask, settings: Settings) -> None:
    """Tie the tasks to the queue and the queue to the services (`extensions.queue.wake`)."""
    huey = make_huey(settings.queue_url)
    app.extensions["huey"] = huey

    @huey.task(name="deliver_letters")
    def deliver_letters() -> None:
        with app.app_context():
            outbox.deliver_due()

    @huey.task(name="run_jobs")
    def run_jobs() -> None:
        with app.app_context():
            background.run_due()

    extensions.queue.init_app(app, {"deliver_letters": deliver_letters, "run_jobs": run_jobs})
