"""The worker as a process: killed, told to end, started again; nothing is lost and nothing made twice."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select, update

from biblionet_reg import clock
from biblionet_reg.domain.job import JobState
from biblionet_reg.domain.language import Lang
from biblionet_reg.extensions import db
from biblionet_reg.models.job import Job
from biblionet_reg.models.stored_file import StoredFile
from biblionet_reg.queries import editions
from biblionet_reg.services import badges
from tests.factories import make_registration

pytestmark = pytest.mark.committed
_ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 60.0


@pytest.fixture
def start_worker(app: Flask) -> Iterator[Callable[[], "subprocess.Popen[bytes]"]]:
    """Start `flask worker` on the database of the test; whatever still runs at the end is killed."""
    settings = app.extensions["settings"]
    environ = {
        **os.environ,
        "BIBLIONET_ENV": "testing",
        "DATA_DIR": str(settings.data_dir),
        "DATABASE_URL": settings.database_url,
        "QUEUE_URL": settings.queue_url,
    }
    started: list[subprocess.Popen[bytes]] = []

    def start() -> "subprocess.Popen[bytes]":
        started.append(subprocess.Popen([sys.executable, "-m", "flask", "--app", "wsgi", "worker"], cwd=_ROOT, env=environ))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()


def ask_for_badges(app: Flask) -> int:
    with app.app_context():
        edition = editions.by_slug("2020")
        assert edition is not None
        make_registration(edition)
        return badges.ask_for(edition, sheet="a4-2x5", lang=Lang.SR, by="desk@example.org").id


def stand(app: Flask, job_id: int) -> tuple[JobState, int]:
    with app.app_context():
        job = db.session.get_one(Job, job_id)
        return job.state, job.tries


def wait_until(app: Flask, job_id: int, state: JobState) -> None:
    """Look at the row until it is in `state`."""
    for _look in range(int(_PATIENCE / 0.02)):
        if stand(app, job_id)[0] is state:
            return
        threading.Event().wait(0.02)
    raise AssertionError(f"job is {stand(app, job_id)}, not {state}")


def files_made(app: Flask) -> int:
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(StoredFile)) or 0


def test_worker_killed_in_the_middle_loses_nothing(app: Flask, start_worker: Callable[[], "subprocess.Popen[bytes]"]) -> None:
    job_id = ask_for_badges(app)
    first = start_worker()
    wait_until(app, job_id, JobState.RUNNING)
    first.kill()
    first.wait()
    after_the_kill = stand(app, job_id)
    with app.app_context():
        db.session.execute(update(Job).values(lease_until=clock.machine_now() - timedelta(seconds=1)))
        db.session.commit()

    start_worker()
    wait_until(app, job_id, JobState.DONE)

    assert (after_the_kill, stand(app, job_id), files_made(app)) == ((JobState.RUNNING, 1), (JobState.DONE, 2), 1)


def test_worker_told_to_end_hands_its_job_back(app: Flask, start_worker: Callable[[], "subprocess.Popen[bytes]"]) -> None:
    job_id = ask_for_badges(app)
    first = start_worker()
    wait_until(app, job_id, JobState.RUNNING)
    first.terminate()
    code = first.wait(_PATIENCE)
    after_the_end = stand(app, job_id)

    start_worker()
    wait_until(app, job_id, JobState.DONE)

    assert (code, after_the_end, stand(app, job_id), files_made(app)) == (0, (JobState.QUEUED, 1), (JobState.DONE, 2), 1)


def test_worker_interrupted_finishes_first(app: Flask, start_worker: Callable[[], "subprocess.Popen[bytes]"]) -> None:
    job_id = ask_for_badges(app)
    process = start_worker()
    wait_until(app, job_id, JobState.RUNNING)

    process.send_signal(signal.SIGINT)

    assert (process.wait(_PATIENCE), stand(app, job_id), files_made(app)) == (0, (JobState.DONE, 1), 1)
