"""`make run` in a copy of the project, in a folder whose name has a blank."""

import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parent.parent.parent
NEEDED = ["Makefile", "bin", "biblionet_reg", "gunicorn.conf.py", "migrations", "requirements.txt", "static", "templates", "wsgi.py"]
#: What the worker does by itself, and the links that every start prints.
LIVELY = {"capability_link", "job", "letter", "stored_file"}
LINK = re.compile(r"^([a-z]+) +(http://127\.0\.0\.1:\d+/sr/account/link/\S+)$", re.MULTILINE)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not (ROOT / ".venv/bin/python").exists():
        pytest.skip("make run works with .venv, and there is none; make test makes it")
    folder = tmp_path_factory.mktemp("project") / "Библионет 2020"
    folder.mkdir()
    for name in NEEDED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(ROOT / name, folder / name)
    (folder / ".venv").symlink_to(ROOT / ".venv")
    return folder


@contextmanager
def running(folder: Path, port: int) -> Iterator[str]:
    """Run `make run` until its links are printed, yield what it said, then press Ctrl-C."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG", "PYENV_ROOT"}}
    process = subprocess.Popen(
        ["make", "run"], cwd=folder, env={**kept, "PORT": str(port)}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        start_new_session=True,
    )  # fmt: skip
    assert process.stdout is not None
    said = ""
    for line in process.stdout:
        said += line
        if line.startswith("observer"):
            break
    try:
        yield said
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.communicate(timeout=60)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def processes_in(folder: Path) -> list[str]:
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if (process / "cwd").readlink() == folder:
                found.append((process / "cmdline").read_text())
        except OSError:
            continue
    return found


def rows(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(folder / "instance/biblionet.db")) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        return {table: connection.execute(f'SELECT * FROM "{table}"').fetchall() for table in tables if table not in LIVELY}


def test_make_run_serves_stops_and_starts_again_on_the_same_data(copy: Path) -> None:
    port = free_port()

    with running(copy, port) as first:
        answers = [urlopen(f"http://127.0.0.1:{port}{path}").status for path in ("/healthz", "/readyz", "/", "/en/2020/programme")]
        link = urlopen(dict(LINK.findall(first))["chair"]).status
    after_first = rows(copy)
    left_running = processes_in(copy)
    with pytest.raises(URLError):
        urlopen(f"http://127.0.0.1:{port}/healthz")
    with running(copy, port) as second:
        pass

    assert (answers, link) == ([200] * 4, 200)
    assert left_running == []
    assert dict(LINK.findall(first)).keys() == {"administrator", "chair", "reviewer", "host", "desk", "observer"}
    assert not {link for _, link in LINK.findall(first)} & {link for _, link in LINK.findall(second)}
    assert len(after_first["registration"]) > 50
    assert rows(copy) == after_first


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        ({"CLOCK": "yesterday"}, "biblionet: CLOCK is “yesterday”: set it to a moment with its offset, such as 2020-08-17T09:00+02:00."),
        ({"BIBLIONET_ENV": "production"}, "make run serves a demonstration; README.md tells the way for real use."),
    ],
)
def test_make_run_refuses_with_one_line(copy: Path, settings: dict[str, str], line: str) -> None:
    answer = subprocess.run(["bin/run"], cwd=copy, env={**os.environ, **settings}, capture_output=True, text=True, check=False)

    assert (answer.returncode, answer.stdout, answer.stderr.splitlines()) == (1, "", [line])


def test_make_run_says_when_the_port_is_taken(copy: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        answer = subprocess.run(["bin/run"], cwd=copy, env={**os.environ, "PORT": str(port)}, capture_output=True, text=True, check=False)

    wanted = f"biblionet: PORT {port} on 127.0.0.1 cannot be used (Address already in use): choose another, such as `PORT=8080 make run`."
    assert (answer.returncode, answer.stderr.splitlines()) == (1, [wanted])
