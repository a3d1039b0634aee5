"""How gunicorn serves the product; any option on its command line comes first."""

import gc
import os
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from biblionet_reg import drivers
from biblionet_reg.config import SettingError, load_settings


def _refuse(error: SettingError) -> None:
    sys.exit(f"biblionet: {error}")


try:
    _settings = load_settings()
except SettingError as error:
    _refuse(error)
drivers.leave_out_unused(_settings)

bind = f"[{_settings.host}]:{_settings.port}" if ":" in _settings.host else f"{_settings.host}:{_settings.port}"
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
graceful_timeout = 10
# A search may be long, and a Cyrillic letter is six characters of an address; what is too long gets a page of ours.
limit_request_line = 0
control_socket_disable = True
# A heartbeat file on a disk can stall a worker; memory cannot.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - gunicorn makes an unnamed file there


def post_worker_init(_worker: Any) -> None:
    """Leave what stays for good, the modules and the application, out of every later search for garbage."""
    gc.collect()
    gc.freeze()


def on_starting(_server: Any) -> None:
    """Build the application once before any worker starts, so that what it refuses stops everything."""
    from biblionet_reg.app import create_app  # noqa: PLC0415 - after the drivers are left out
    from biblionet_reg.extensions import db  # noqa: PLC0415 - the same

    try:
        app = create_app(_settings, with_commands=False)
    except SettingError as error:
        _refuse(error)
    with app.app_context():
        db.engine.dispose()
