"""Pages of forms as everybody first sees them: drawn once, then served with the one word that is each visitor's own.

A page is kept by all it is made of, so a change shows at once whichever process made it. Only visitors of whom the session
knows nothing get it: whatever a page says to somebody who has been here is drawn for them.
"""

from collections.abc import Callable, Hashable, Iterable
from functools import cache
from typing import Any

from flask import Flask, current_app, g, request, session
from flask_wtf.csrf import generate_csrf

from biblionet_reg import clock
from biblionet_reg.domain.shelf import Shelf
from biblionet_reg.models.base import Base
from biblionet_reg.web import draft_token

#: Pages kept in a process: two forms in three languages of a few editions, some 40 kB each.
KEPT = 24
# No text holds it: forms drop controls.
_PLACE = "\0token\0"
# What the session of somebody unknown may hold: the form's token, and the note that nobody is signed in.
_SAYS_NOTHING = {"csrf_token", "_fresh"}
_NAME = "biblionet_first_sight"


def first_seen(name: str, draw: Callable[[], str], *made_of: Hashable) -> str:
    """Return the page `name` as `draw` draws it unfilled; `made_of` is whatever else than the edition itself it shows."""
    if not _is_first_visit():
        return draw()
    kept: Shelf[Hashable, str] = current_app.extensions[_NAME]
    mark = (name, g.lang, request.host_url, f"{clock.now():%d %H:%M}" if clock.is_set() else "", *facts((g.edition,)), *made_of)
    page = kept.get(mark)
    if page is None:
        page = kept.keep(mark, draw().replace(generate_csrf(), _PLACE))
    return page.replace(_PLACE, generate_csrf())


def facts(rows: Iterable[Base]) -> tuple[Hashable, ...]:
    """Return all that these rows hold."""
    return tuple(_hashable(getattr(row, name)) for row in rows for name in _columns(type(row)))


def _is_first_visit() -> bool:
    is_plain = not current_app.debug and not request.query_string
    return is_plain and session.keys() <= _SAYS_NOTHING and not draft_token.held()


def _hashable(value: Any) -> Hashable:
    return tuple(value) if isinstance(value, list) else value


@cache
def _columns(model: type[Base]) -> tuple[str, ...]:
    return tuple(model.__mapper__.column_attrs.keys())


def init_app(app: Flask) -> None:
    app.extensions[_NAME] = Shelf(KEPT)
