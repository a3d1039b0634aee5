"""Small files, sent together: the text of a bundle, a mark of what it holds, and its address.

The order of the files is the order of the cascade. `site.css` stands on every page; the others follow it where a page needs them,
named by layouts and pages. A file may be in several bundles.
"""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import rcssmin
import rjsmin
from flask import current_app, request, url_for

from biblionet_reg.web.bundle_lists import BUNDLES

#: Faces are named as seen from `static/css/`; bundles stand beside `static/`.
_FONTS = ("../fonts/", "../static/fonts/")


@dataclass(frozen=True)
class _Bundle:
    text: str
    mark: str


def bundle(name: str) -> str:
    """Return the address of a bundle, which changes when one of its files does."""
    return _address(name, bundle_mark(name), request.script_root)


def bundle_mark(name: str) -> str:
    """Return a mark of what a bundle holds."""
    return _bundle(name).mark


def bundle_text(name: str) -> str:
    """Return a bundle without its comments and blanks: while one develops as the files are now, else as they were at the start."""
    return _bundle(name).text


def _bundle(name: str) -> _Bundle:
    paths = _paths(current_app.static_folder or "", name)
    return _joined(paths, tuple(path.stat().st_mtime_ns for path in paths) if current_app.debug else ())


@lru_cache(maxsize=64)
def _address(name: str, mark: str, _root: str) -> str:
    stem, _dot, language = name.rpartition(".")
    return url_for("bundles.bundle", name=stem, language=language, v=mark)


@lru_cache(maxsize=64)
def _paths(folder: str, name: str) -> tuple[Path, ...]:
    kind = name.rpartition(".")[2]
    return tuple(Path(folder, kind, f"{part}.{kind}") for part in BUNDLES[name])


@lru_cache(maxsize=64)
def _joined(paths: tuple[Path, ...], _changed: tuple[int, ...]) -> _Bundle:
    texts = [path.read_text(encoding="utf-8") for path in paths]
    if paths[0].suffix == ".css":
        text = str(rcssmin.cssmin("\n".join(texts))).replace(*_FONTS)
    else:
        text = str(rjsmin.jsmin("\n".join(f"{{\n{text}\n}}" for text in texts)))
    return _Bundle(text, hashlib.sha256(text.encode()).hexdigest()[:10])
