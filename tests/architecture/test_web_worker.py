"""The web worker stays small: what only documents need is never loaded to answer a request."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.databases import Databases

_ROOT = Path(__file__).resolve().parents[2]
_SCRIPT = """
import sys
from wsgi import app

client = app.test_client()
for path in ("/healthz", "/sr/2020/", "/en/2020/programme", "/sr/2020/programme.pdf", "/sr-Latn/account/sign-in"):
    assert client.get(path).status_code in {200, 404}, path
loaded = {name.split(".")[0] for name in sys.modules}
print(sorted(loaded & {"weasyprint", "numpy", "scipy", "fontTools", "PIL", "pydyf", "alembic", "xlsxwriter"}))
"""


def test_web_worker_never_loads_what_makes_documents(databases: Databases, tmp_path: Path) -> None:
    environ = {"BIBLIONET_ENV": "testing", "DATA_DIR": str(tmp_path), "DATABASE_URL": databases.copy(tmp_path)}

    ran = subprocess.run([sys.executable, "-c", _SCRIPT], env=environ, capture_output=True, text=True, check=False, cwd=_ROOT)

    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "[]\n", "")


_LOADED = """
import runpy, sys
runpy.run_path("gunicorn.conf.py", run_name="gunicorn_conf")
import huey.storage
print([name for name in ("psycopg", "redis") if sys.modules.get(name)])
"""


@pytest.mark.parametrize(
    ("database_url", "queue_url", "loaded"),
    [
        ("", "", "[]"),
        ("", "rediss://localhost/0", "['redis']"),
        ("", "postgresql://localhost/x", "['psycopg']"),
        ("postgresql+psycopg://localhost/x", "redis://localhost/0", "['psycopg', 'redis']"),
    ],
)
def test_web_worker_loads_the_drivers_its_settings_name_and_no_others(
    tmp_path: Path, database_url: str, queue_url: str, loaded: str
) -> None:
    environ = {"DATA_DIR": str(tmp_path), "DATABASE_URL": database_url, "QUEUE_URL": queue_url}

    ran = subprocess.run([sys.executable, "-c", _LOADED], env=environ, capture_output=True, text=True, check=False, cwd=_ROOT)

    assert (ran.returncode, ran.stdout, ran.stderr) == (0, f"{loaded}\n", "")
