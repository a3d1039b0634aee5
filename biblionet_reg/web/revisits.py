"""Pages that look the same at every visit: a browser that has them is told so (304)."""

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

from flask import Response, current_app, g, request

from biblionet_reg import clock


def revisited(content: str | bytes, mimetype: str = "text/html") -> Response:
    """Return `content` with a mark of it; browsers ask each time whether it still holds."""
    answer = Response(content, mimetype=mimetype)
    answer.headers["Cache-Control"] = "private, no-cache"
    answer.add_etag()
    answer.make_conditional(request)
    return answer


def marked(render: Callable[[], str], *content: object) -> Response:
    """Answer with what `render` returns, marked by `content`, which must name all it is made of.

    Edition and how its windows stand, language, templates and the set clock's minute join the mark by themselves.
    Who has the page is told so unrendered.
    """
    windows = (g.edition.call.status(clock.now()), g.edition.registration.status(clock.now()))
    shown = (g.edition.slug, g.edition.updated_at, windows, g.lang, f"{clock.now():%H:%M}" if clock.is_set() else "", made_of())
    mark = hashlib.sha256(repr((shown, content)).encode()).hexdigest()[:24]
    is_known = request.if_none_match.contains_weak(mark)
    answer = Response(status=304) if is_known else Response(render())
    answer.headers["Cache-Control"] = "private, no-cache"
    answer.set_etag(mark, weak=True)
    return answer


def made_of() -> str:
    """Return a mark of all that this process makes pages of."""
    root = Path(current_app.root_path).parent
    return _files_mark(root / "templates", root / "static", Path(current_app.root_path))


@cache
def _files_mark(*folders: Path) -> str:
    """Return a mark of the code, the templates, the styles and the catalogues this process runs on."""
    parts = ((str(path), path.stat().st_mtime_ns) for folder in folders for path in sorted(folder.rglob("*.*")) if path.suffix != ".pyc")
    return hashlib.sha256(repr(list(parts)).encode()).hexdigest()
