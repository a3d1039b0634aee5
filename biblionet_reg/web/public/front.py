"""The bare address, and an address that names only a language: on to the current edition."""

from flask import Blueprint, abort, current_app, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from biblionet_reg import clock
from biblionet_reg.queries import editions
from biblionet_reg.web.access import public
from biblionet_reg.web.locale import lang_of

bp = Blueprint("front", __name__)


@bp.get("/")
@public
def front() -> ResponseReturnValue:
    """Redirect to the current edition in the visitor's language."""
    return _to_current(lang_of(request))


@bp.get("/<lang:lang>/")
@public
def front_in_language() -> ResponseReturnValue:
    """Redirect to the current edition in the language of the address."""
    return _to_current(g.lang)


def _to_current(lang: str) -> ResponseReturnValue:
    time_zone = current_app.extensions["settings"].tz_name
    current = editions.current(clock.today(time_zone)) or abort(404)
    answer = redirect(url_for("public.edition", lang=lang, edition=current.slug))
    answer.headers["Cache-Control"] = "no-cache"
    return answer
