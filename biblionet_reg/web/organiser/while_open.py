"""A closed edition is not edited: a page says so instead."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import g, render_template
from flask.typing import ResponseReturnValue

from biblionet_reg.domain.edition import EditionClosed

_View = Callable[..., ResponseReturnValue]


def while_open(view: _View) -> _View:
    """Run the view unless the edition is closed, or becomes so meanwhile."""

    @wraps(view)
    def guarded(*args: Any, **kwargs: Any) -> ResponseReturnValue:
        try:
            return _closed() if g.edition.closed_at is not None else view(*args, **kwargs)
        except EditionClosed:
            return _closed()

    return guarded


def _closed() -> ResponseReturnValue:
    return render_template("organiser/edition/closed.html"), 409
