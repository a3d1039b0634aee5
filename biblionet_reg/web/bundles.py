"""Small files, sent together: which style sheets and behaviours make up a bundle, and the text of each.

The order of the files is the order of the cascade. `site.css` stands on every page; the others follow it where a page needs them,
named by layouts and pages. A file may be in several bundles.
"""

import hashlib
from functools import lru_cache
from pathlib import Path

import rcssmin
import rjsmin
from flask import current_app, url_for

from biblionet_reg.web.bundle_lists import BUNDLES

#: Faces are named as seen from `static/css/`; bundles stand beside `static/`.
_FONTS = ("../fonts/", "../static/fonts/")


def bundle(name: str) -> str:
    """Return the address of a bundle, which changes when one of its files does."""
    stem, _dot, language = name.rpartition(".")
    return url_for("bundles.bundle", name=stem, language=language, v=bundle_mark(name))


def bundle_mark(name: str) -> str:
    """Return a mark of what a bundle holds."""
    return hashlib.sha256(bundle_text(name).encode()).hexdigest()[:10]


def bundle_text(name: str) -> str:
    """Return a bundle without its comments and blanks: while one develops as the files are now, else as they were at the start."""
    paths = tuple(_path(name, part) for part in BUNDLES[name])
    return _joined(paths, tuple(path.stat().st_mtime_ns for path in paths) if current_app.debug else ())


def _path(name: str, part: str) -> Path:
    kind = name.rpartition(".")[2]
    return Path(current_app.static_folder or "", kind, f"{part}.{kind}")


@lru_cache(maxsize=64)
def _joined(paths: tuple[Path, ...], _changed: tuple[int, ...]) -> str:
    texts = [path.read_text(encoding="utf-8") for path in paths]
    if paths[0].suffix == ".css":
        return str(rcssmin.cssmin("\n".join(texts))).replace(*_FONTS)
    return str(rjsmin.jsmin("\n".join(f"{{\n{text}\n}}" for text in texts)))
