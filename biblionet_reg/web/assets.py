"""Addresses of our own static files, with a mark of their content so that browsers may keep them."""

import hashlib
from functools import lru_cache
from pathlib import Path

from flask import Flask, current_app, request, url_for

from biblionet_reg.domain.language import Lang
from biblionet_reg.web.access import public
from biblionet_reg.web.bundles import bundle

_BASIC = ("source-sans-3-400-basic", "source-sans-3-600-basic", "source-serif-4-600-signs")
_CYRILLIC = ("source-sans-3-400-cyrillic", "source-sans-3-600-cyrillic", "source-serif-4-600-cyrillic")
_LATIN = ("source-serif-4-600-basic",)
_SERBIAN_LATIN = ("source-sans-3-400-serbian", "source-sans-3-600-serbian", "source-serif-4-600-serbian")
#: The parts of the fonts that the first view of every page in a language is written with (static/fonts/README.md); at most 60 KB.
FIRST_FONTS = {
    Lang.SR: (*_CYRILLIC, *_BASIC),
    Lang.SR_LATN: (*_LATIN, *_BASIC, *_SERBIAN_LATIN),
    Lang.EN: (*_LATIN, *_BASIC),
}


def asset(name: str) -> str:
    """Return the address of `static/<name>` that changes when the file does: while one develops at once, else with the next start."""
    path = Path(current_app.static_folder or "") / name
    return _address(path, name, request.script_root, path.stat().st_mtime_ns if current_app.debug else 0)


@lru_cache(maxsize=256)
def _address(path: Path, name: str, _root: str, _changed: int) -> str:
    return url_for("static", filename=name, v=hashlib.sha256(path.read_bytes()).hexdigest()[:10])


def init_app(app: Flask) -> None:
    app.view_functions["static"] = public(app.view_functions["static"])
    app.jinja_env.globals.update(asset=asset, bundle=bundle, first_fonts=FIRST_FONTS.__getitem__)
