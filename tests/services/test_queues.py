"""The queue that wakes workers, behind each kind of QUEUE_URL: the real thing."""

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from huey import Huey
from redis import Redis

from biblionet_reg.extensions import queue
from biblionet_reg.jobs import make_huey
from tests.conftest import make_app
from tests.databases import Databases, postgres_binaries, postgres_server
from tests.needs import need

_ROOT = Path(__file__).resolve().parents[2]


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@pytest.fixture
def redis_url(tmp_path: Path) -> Iterator[str]:
    """A throw-away Redis."""
    program, port = need("redis-server", package="redis-server"), _free_port()
    options = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(tmp_path)]
    process = subprocess.Popen([program, *options], stdout=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield f"redis://127.0.0.1:{port}/0"
    finally:
        process.terminate()
        process.wait()


def _wait_for(port: int) -> None:
    for _try in range(500):
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                return
        threading.Event().wait(0.02)
    pytest.fail("the server did not come up")


@pytest.fixture
def postgres_url() -> Iterator[str]:
    """A throw-away PostgreSQL with an empty database for the queue."""
    if postgres_binaries() is None:
        pytest.skip("PostgreSQL is not here; the Debian package postgresql brings it")
    with postgres_server() as server:
        server.execute("CREATE DATABASE queue")
        yield server.url("queue")


@pytest.fixture(params=["sqlite", "redis", "postgresql"])
def queue_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Each kind of queue in turn."""
    fixtures = {"redis": "redis_url", "postgresql": "postgres_url"}
    if request.param in fixtures:
        url: str = request.getfixturevalue(fixtures[request.param])
        return url
    return f"sqlite:///{tmp_path / 'queue.db'}"


def test_wake_waits_in_the_queue_until_a_worker_comes(queue_url: str, databases: Databases, tmp_path: Path) -> None:
    database_url, folder = databases.copy(tmp_path), tmp_path / "web"
    web = make_app(folder, database_url, QUEUE_URL=queue_url)
    with web.app_context():
        queue.wake("run_jobs")
        queue.wake("deliver_letters")
    elsewhere = make_huey(queue_url)
    names = [message.decode("latin-1") for message in elsewhere.storage.enqueued_items()]
    settings = {"BIBLIONET_ENV": "testing", "DATA_DIR": str(folder), "DATABASE_URL": database_url, "QUEUE_URL": queue_url}

    worker = subprocess.Popen([sys.executable, "-m", "flask", "--app", "wsgi", "worker"], cwd=_ROOT, env={**os.environ, **settings})
    try:
        _wait_until_empty(elsewhere)
        worker.send_signal(signal.SIGINT)
        code = worker.wait(60)
    finally:
        worker.kill()
        worker.wait()
        elsewhere.storage.close()
        web.extensions["huey"].storage.close()

    assert (len(names), "run_jobs" in names[0], "deliver_letters" in names[1], code) == (2, True, True, 0)


def _wait_until_empty(huey: Huey) -> None:
    for _look in range(1500):
        if huey.pending_count() == 0:
            return
        threading.Event().wait(0.02)
    pytest.fail("nobody took the tasks")


@pytest.mark.parametrize("url", ["redis://127.0.0.1:1/0", "postgresql://postgres@127.0.0.1:1/queue"])
def test_queue_out_of_reach_stops_nothing(url: str, databases: Databases, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    app = make_app(tmp_path / "web", databases.copy(tmp_path), QUEUE_URL=url)

    with app.app_context():
        queue.wake("run_jobs")

    assert "the queue is out of reach" in caplog.text


def test_redis_fixture_is_the_real_thing(redis_url: str) -> None:
    with Redis.from_url(redis_url) as client:
        assert client.ping()
