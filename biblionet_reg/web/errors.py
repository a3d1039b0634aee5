"""Error pages: what happened and what to do, in the reader's language."""

from http import HTTPStatus
from typing import Any

from flask import Flask, current_app, g, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import BadHost, HTTPException, InternalServerError

from biblionet_reg import clock, wording
from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.rate_limit import TooManyAttempts
from biblionet_reg.extensions import db
from biblionet_reg.queries import editions
from biblionet_reg.web import request_number
from biblionet_reg.web.locale import lang_of

_LANGS = {lang.value: lang for lang in Lang}
_PAGES = {400, 403, 404, 405, 410, 413, 422, 429, 500, 503}
#: "/en/2020/…" in parts.
_PARTS_WITH_EDITION = 3


def show_http_error(error: HTTPException) -> ResponseReturnValue:
    """Return a page for an HTTP error; redirects and the like pass through, and so does a host no address can be made for."""
    if error.code is None or error.response is not None or isinstance(error, BadHost):
        return error
    _choose_language()
    if error.code == HTTPStatus.NOT_FOUND:
        _choose_edition()
    name = str(error.code) if error.code in _PAGES else "500"
    return render_template(f"errors/{name}.html", error=error, reference=None), error.code


def show_expired_token(_error: CSRFError) -> ResponseReturnValue:
    """A button whose page was open too long: nothing was done; go back and press again."""
    _choose_language()
    return render_template("errors/expired.html"), 400


def show_refusal(refusal: Refusal) -> ResponseReturnValue:
    """A rule said no where no form could say it (a bare button): the sentence on a page of its own."""
    db.session.rollback()
    _choose_language()
    return render_template("errors/refused.html", sentence=wording.refusal(refusal)), 409


def show_too_many(answer: TooManyAttempts) -> ResponseReturnValue:
    """It was tried too often: say until when."""
    db.session.rollback()
    _choose_language()
    wait = max(1, round((answer.until - clock.machine_now()).total_seconds()))
    return render_template("errors/429.html", sentence=wording.refusal(answer)), 429, {"Retry-After": str(wait)}


def show_fault(error: InternalServerError) -> ResponseReturnValue:
    """A fault of ours: the number of the request stands on the page and in the log."""
    reference = request_number.number()
    current_app.logger.error("fault %s at %s", reference, request.endpoint, exc_info=error.original_exception)
    try:
        db.session.rollback()
        g.pop("edition", None)
        g.pop("edition_slug", None)
        _choose_language()
        return render_template("errors/500.html", error=error, reference=reference), 500
    except Exception:  # whatever broke the first page may break this one too: the bare one needs neither database nor catalogue
        current_app.logger.exception("the page of fault %s cannot be drawn", reference)
        return current_app.jinja_env.get_template("layouts/bare.html").render(reference=reference), 500


def _choose_language() -> None:
    if "lang" not in g:
        parts = request.path.split("/")
        g.lang = _LANGS.get(parts[1]) or lang_of(request)


def _choose_edition() -> None:
    """Where only the end of an address is wrong, its edition can still be offered."""
    parts = request.path.split("/")
    if "edition" not in g and len(parts) > _PARTS_WITH_EDITION:
        found = editions.by_slug(parts[2])
        if found is not None:
            g.edition = found
            g.edition_slug = found.slug


def log_nothing(exc_info: Any) -> None:
    """Let `show_fault` alone write of a fault: Flask's own line would have the address, and a personal link opens what it names."""


def init_app(app: Flask) -> None:
    app.log_exception = log_nothing  # type: ignore[method-assign]  # Flask's documented hook
    app.register_error_handler(HTTPException, show_http_error)
    app.register_error_handler(CSRFError, show_expired_token)
    app.register_error_handler(Refusal, show_refusal)
    app.register_error_handler(TooManyAttempts, show_too_many)
    app.register_error_handler(InternalServerError, show_fault)
