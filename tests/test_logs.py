"""What the processes write to their log."""

import json
import os
import subprocess
import sys
from pathlib import Path

from flask import Flask

from tests.databases import Databases
from tests.pages import Browser

_ROOT = Path(__file__).resolve().parents[1]
_ASKED = """
from wsgi import app

@app.get("/fault")
def fault():
    raise RuntimeError("broken")
fault.access = app.view_functions["machines.healthz"].access

client = app.test_client()
client.get("/sr/2020/my/registration/a-secret-token")
page = client.get("/fault", headers={"X-Request-Id": "from-the-proxy"})
print(page.status_code, "from-the-proxy" in page.text)
"""


def _environ(folder: Path, url: str) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "BIBLIONET_ENV": "production",
        "DATA_DIR": str(folder),
        "DATABASE_URL": url,
        "SECRET_KEY": "a key of more than thirty-two characters for this test alone",
        "BASE_URL": "https://example.org",
    }


def test_production_writes_a_json_line_an_answer_without_what_opens_it(databases: Databases, tmp_path: Path) -> None:
    environ = _environ(tmp_path, databases.copy(tmp_path))

    ran = subprocess.run([sys.executable, "-c", _ASKED], env=environ, capture_output=True, text=True, check=False, cwd=_ROOT)

    assert ran.stdout == "500 True\n", ran.stderr
    lines = [json.loads(line) for line in ran.stderr.splitlines()]
    first, fault, second = lines
    assert (first["method"], first["page"], first["status"]) == ("GET", "author.my_registration", 404)
    assert first["ms"] >= 0
    assert (fault["level"], fault["message"]) == ("error", "fault from-the-proxy at fault")
    assert "RuntimeError: broken" in fault["fault"]
    assert (second["request"], second["status"]) == ("from-the-proxy", 500)
    assert "a-secret-token" not in ran.stderr


def test_every_answer_has_a_number_and_takes_no_strange_one(app: Flask) -> None:
    client = Browser(app).client

    given = client.get("/healthz", headers={"X-Request-Id": "0123456789abcdef"}).headers["X-Request-Id"]
    strange = client.get("/healthz", headers={"X-Request-Id": "<b>x</b> y"}).headers["X-Request-Id"]

    assert given == "0123456789abcdef"
    assert len(strange) == 12
    assert int(strange, 16) >= 0
