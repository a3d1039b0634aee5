"""Pages that look the same at every visit: a browser that has them is told so (304), and a process need not draw them again."""

import hashlib
from collections.abc import Callable, Hashable
from functools import cache
from pathlib import Path

from flask import Response, current_app, g, request, session

from biblionet_reg import clock
from biblionet_reg.web.kept import kept_here

#: Pages kept drawn in a process: some editions in three languages, some 60 kB each.
_KEPT = 12
#: For addresses that change with what they bring.
FOR_GOOD = "public, max-age=31536000, immutable"


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
    mark = hashlib.sha256(repr((_around(), content)).encode()).hexdigest()[:24]
    is_known = request.if_none_match.contains_weak(mark)
    answer = Response(status=304) if is_known else Response(render())
    answer.headers["Cache-Control"] = "private, no-cache"
    answer.set_etag(mark, weak=True)
    return answer


def drawn(name: str, render: Callable[[], str], *content: Hashable) -> str:
    """Return the page `name` as `render` drew it before from the same `content`, which must name all it is made of.

    The same joins it by itself as above. A page that has something to say to this visitor is drawn for them.
    """
    if current_app.debug or request.query_string or "_flashes" in session:
        return render()
    return kept_here("drawn", _KEPT, (name, request.host_url, *_around(), *content), render)


def _around() -> tuple[Hashable, ...]:
    """Return what every public page of an edition is made of: the edition, how its windows stand, the language, the templates."""
    windows = (g.edition.call.status(clock.now()), g.edition.registration.status(clock.now()))
    minute = f"{clock.now():%d %H:%M}" if clock.is_set() else ""
    return g.edition.slug, g.edition.updated_at, windows, g.lang, minute, made_of()


def made_of() -> str:
    """Return a mark of all that this process makes pages of."""
    root = Path(current_app.root_path).parent
    return _files_mark(root / "templates", root / "static", Path(current_app.root_path))


@cache
def _files_mark(*folders: Path) -> str:
    """Return a mark of the code, the templates, the styles and the catalogues this process runs on."""
    parts = ((str(path), path.stat().st_mtime_ns) for folder in folders for path in sorted(folder.rglob("*.*")) if path.suffix != ".pyc")
    return hashlib.sha256(repr(list(parts)).encode()).hexdigest()
