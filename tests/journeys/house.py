"""A whole installation for journeys: web server, worker, SMTP server, database, all real."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from aiosmtpd.controller import Controller
from sqlalchemy import create_engine, text

from biblionet_reg.config import load_settings
from tests.databases import postgres_server

ROOT = Path(__file__).resolve().parents[2]
CLOCK = "2020-08-17T09:00+02:00"
_PATIENCE = 60


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Mailbox:
    """Takes every letter that the SMTP server is given."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []

    async def handle_DATA(self, _server, _session, envelope) -> str:  # noqa: N802 - the library's name
        self.letters.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"

    def wait_for(self, address: str, subject_part: str = "") -> EmailMessage:
        """Return the newest letter to `address` whose subject contains `subject_part`."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            for letter in reversed(self.letters):
                if address in str(letter["To"]) and subject_part in str(letter["Subject"]):
                    return letter
            time.sleep(0.1)
        raise AssertionError(f"no letter to {address} about {subject_part!r}; there are {[str(x['Subject']) for x in self.letters]}")


@dataclass
class House:
    """A running installation."""

    base: str
    folder: Path
    environ: dict[str, str]
    mailbox: Mailbox
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def flask(self, *arguments: str) -> str:
        """Run a command of the product and return what it prints."""
        done = subprocess.run(
            [sys.executable, "-m", "flask", "--app", "wsgi", *arguments],
            cwd=ROOT,
            env=self.environ,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{arguments}: {done.stdout}{done.stderr}"
        return done.stdout

    def count(self, table: str, **columns: str) -> int:
        """Return how many rows of `table` hold these values."""
        engine = create_engine(load_settings(self.environ).database_url)
        conditions = " AND ".join(f"{name} = :{name}" for name in columns)
        with engine.connect() as connection:
            found = connection.scalar(text(f"SELECT count(*) FROM {table} WHERE {conditions}"), columns)
        engine.dispose()
        return int(found or 0)

    def start(self) -> None:
        """Start the web server and the worker."""
        port = self.base.rsplit(":", 1)[1]
        log = (self.folder / "server.log").open("ab")
        web = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "--threads", "4", "wsgi:app"]
        worker = [sys.executable, "-m", "flask", "--app", "wsgi", "worker"]
        for command in (web, worker):
            self.processes.append(subprocess.Popen(command, cwd=ROOT, env=self.environ, stdout=log, stderr=log))
        log.close()
        self._wait_until_ready()

    def stop(self) -> None:
        """Stop both as Ctrl-C does."""
        for process in self.processes:
            process.send_signal(signal.SIGINT)
        for process in self.processes:
            process.wait(timeout=_PATIENCE)
        self.processes.clear()

    def _wait_until_ready(self) -> None:
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end and all(process.poll() is None for process in self.processes):
            with contextlib.suppress(OSError), urllib.request.urlopen(f"{self.base}/readyz", timeout=5) as answer:
                if answer.status == 200:
                    return
            time.sleep(0.1)
        codes = [process.poll() for process in self.processes]
        raise AssertionError(f"not ready; ended with {codes}: {(self.folder / 'server.log').read_text(encoding='utf-8')}")


@contextlib.contextmanager
def house(folder: Path) -> Iterator[House]:
    """Build, start and, at the end, stop a whole installation; on PostgreSQL with TEST_DATABASE=postgresql."""
    mailbox = Mailbox()
    smtp = Controller(mailbox, hostname="127.0.0.1", port=free_port())
    smtp.start()
    on_postgres = os.environ.get("TEST_DATABASE") == "postgresql"
    with contextlib.ExitStack() as stack:
        stack.callback(smtp.stop)
        base = f"http://127.0.0.1:{free_port()}"
        environ = {
            "PATH": os.environ["PATH"],
            "HOME": os.environ.get("HOME", str(folder)),
            "LANG": "C.UTF-8",
            "MALLOC_ARENA_MAX": "1",
            "BIBLIONET_ENV": "development",
            "DATA_DIR": str(folder / "data"),
            "BASE_URL": base,
            "CLOCK": CLOCK,
            "MAIL_SERVER": "127.0.0.1",
            "MAIL_PORT": str(smtp.port),
            "MAIL_DEFAULT_SENDER": "Библионет <biblionet@example.org>",
        }
        if on_postgres:
            server = stack.enter_context(postgres_server())
            server.execute("CREATE DATABASE journey")
            environ["DATABASE_URL"] = server.url("journey")
        built = House(base, folder, environ, mailbox)
        built.flask("db", "upgrade")
        built.flask("edition", "load")
        stack.callback(built.stop)
        built.start()
        yield built
    shutil.rmtree(folder / "data", ignore_errors=True)
