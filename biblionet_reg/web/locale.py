"""The language and the edition of a request: read from its address, put into every address made."""

from functools import partial
from typing import Any
from urllib.parse import SplitResult, quote, urlsplit

from flask import Flask, Request, Response, abort, current_app, g, request
from werkzeug.datastructures import LanguageAccept

from biblionet_reg.domain.language import DEFAULT_LANG, Lang, lang_of_tag
from biblionet_reg.queries import editions
from biblionet_reg.queries.script_words import rules_of
from biblionet_reg.shown.script_rules import spell_by

COOKIE = "lang"
_COOKIE_AGE = 365 * 24 * 3600
_PATH_SIGNS = "/:@!$&'()*+,;=~"
_QUERY_SIGNS = _PATH_SIGNS + "?%"


def negotiate(accepted: LanguageAccept, chosen: str | None) -> Lang:
    """Return the explicit choice, else the best accepted language we speak, else Serbian.

    A browser that names only languages we do not speak gets Serbian, too: the pages are a Serbian house's, and English is one press away.
    """
    if chosen in set(Lang):
        return Lang(chosen)
    spoken = (lang_of_tag(tag) for tag, quality in accepted if quality > 0)
    return next((lang for lang in spoken if lang is not None), DEFAULT_LANG)


def lang_of(asked: Request) -> Lang:
    """Return the language for an address that names none; the answer then says what it hangs on."""
    g.is_negotiated = True
    return negotiate(asked.accept_languages, asked.cookies.get(COOKIE))


def pull_from_address(_endpoint: str | None, values: dict[str, Any] | None) -> None:
    """Take `lang` and `edition` out of the address; an unknown edition is a 404."""
    if values is None:
        return
    if "lang" in values:
        g.lang = values.pop("lang")
    if "edition" in values:
        g.edition = editions.by_slug(values.pop("edition")) or abort(404)
        g.edition_slug = g.edition.slug
        spell_by(partial(rules_of, g.edition))


def put_into_address(endpoint: str, values: dict[str, Any]) -> None:
    """Fill `lang` and `edition` into an address from the page it stands on."""
    arguments = _arguments_of(endpoint)
    if "lang" in arguments and "lang" not in values:
        values["lang"] = g.get("lang", DEFAULT_LANG)
    if "edition" in arguments and "edition" not in values and "edition_slug" in g:
        values["edition"] = g.edition_slug


def _arguments_of(endpoint: str) -> set[str]:
    known: dict[str, set[str]] = current_app.extensions["biblionet_arguments"]
    if endpoint not in known:
        rules = current_app.url_map.iter_rules(endpoint) if endpoint in current_app.view_functions else ()
        known[endpoint] = {argument for rule in rules for argument in rule.arguments}
    return known[endpoint]


def page_in(lang: Lang) -> str:
    """Return the address of this very page in `lang`."""
    path, query = _place()
    prefix = f"/{g.get('lang', DEFAULT_LANG)}/"
    if not path.startswith(prefix):
        return f"/{lang.value}/"
    return f"/{lang.value}/{path.removeprefix(prefix)}" + (f"?{query}" if query else "")


def _place() -> tuple[str, str]:
    """Return path and query of this page; of the page before, where this one only answers a button and cannot be opened."""
    rule = request.url_rule
    before = _page_before()
    if rule is not None and "GET" not in (rule.methods or ()) and before.netloc == request.host:
        return before.path, before.query
    return quote(request.path, safe=_PATH_SIGNS), quote(request.query_string, safe=_QUERY_SIGNS)


def _page_before() -> SplitResult:
    """Return the address of the page before; an empty one where the browser names none, or nothing that is an address."""
    try:
        return urlsplit(request.referrer or "")
    except ValueError:
        return urlsplit("")


def tell_what_it_hangs_on(response: Response) -> Response:
    """Say that another reader may be answered in another language, where the address names none."""
    if g.get("is_negotiated"):
        response.vary.update(("Accept-Language", "Cookie"))
    return response


def keep_choice(response: Response) -> Response:
    """Remember the language of whoever comes from this very page in another one: the language switch was pressed."""
    if _comes_by_switch() and request.cookies.get(COOKIE) != g.lang.value:
        is_secure = bool(current_app.config["SESSION_COOKIE_SECURE"])
        response.set_cookie(COOKIE, g.lang.value, max_age=_COOKIE_AGE, secure=is_secure, httponly=True, samesite="Lax")
    return response


def _comes_by_switch() -> bool:
    before = _page_before()
    if "lang" not in g or before.netloc != request.host:
        return False
    return before.path in {urlsplit(page_in(lang)).path for lang in Lang if lang is not g.lang}


def init_app(app: Flask) -> None:
    app.extensions["biblionet_arguments"] = {}
    app.url_value_preprocessor(pull_from_address)
    app.url_defaults(put_into_address)
    app.after_request(keep_choice)
    app.after_request(tell_what_it_hangs_on)
