"""Addresses of our own static files, with a mark of their content so that browsers may keep them."""

import hashlib
from functools import cache
from pathlib import Path

from flask import Flask, current_app, url_for

from biblionet_reg.web.access import public


@cache
def _mark(path: Path, _changed: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:10]


def asset(name: str) -> str:
    """Return the address of `static/<name>` that changes when the file does."""
    path = Path(current_app.static_folder or "") / name
    return url_for("static", filename=name, v=_mark(path, path.stat().st_mtime_ns))


def init_app(app: Flask) -> None:
    app.view_functions["static"] = public(app.view_functions["static"])
    app.jinja_env.globals["asset"] = asset
