"""What is spoken now: the language and its catalogue, looked up once for a page, a letter or a document.

A page says hundreds of messages; asking Flask-Babel for the catalogue at each of them costs more than the messages.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from gettext import NullTranslations
from typing import Any

from flask import Flask, g, has_app_context
from flask_babel import force_locale, get_locale, get_translations
from flask_babel.speaklater import LazyString
from jinja2 import pass_eval_context
from jinja2.nodes import EvalContext
from markupsafe import Markup, escape

from biblionet_reg.domain.language import DEFAULT_LANG, Lang
from biblionet_reg.domain.number import written_number

_BY_LOCALE = {lang.locale: lang for lang in Lang}


@dataclass(frozen=True, slots=True)
class _Spoken:
    lang: Lang
    catalogue: NullTranslations


#: What is spoken where there is no application: the words as they stand in the code.
_OUTSIDE = _Spoken(DEFAULT_LANG, NullTranslations())


def choose_locale() -> str:
    """Tell Flask-Babel the locale of this request or letter."""
    lang = g.get("lang", DEFAULT_LANG) if has_app_context() else DEFAULT_LANG
    return Lang(lang).locale


def current_lang() -> Lang:
    """Return the language now spoken (inside `speaking`, that one)."""
    return _spoken().lang


@contextmanager
def speaking(lang: Lang) -> Iterator[None]:
    """Speak `lang` for a while: letters and documents are made in their reader's language."""
    before = g.get("spoken") if g else None
    with force_locale(lang.locale):
        _forget()
        try:
            yield
        finally:
            _forget(before)


def gettext(message: str, **values: Any) -> str:
    """Return `message` in the current language, with `values` in their places."""
    text = _spoken().catalogue.gettext(message)
    return _filled(text, values) if values else text


def ngettext(singular: str, plural: str, num: int, **values: Any) -> str:
    """Return the form of the message that goes with `num`."""
    return _filled(_spoken().catalogue.ngettext(singular, plural, num), {"num": num, **values})


def pgettext(context: str, message: str, **values: Any) -> str:
    """Return `message` as it is said in `context`."""
    text = _spoken().catalogue.pgettext(context, message)
    return _filled(text, values) if values else text


class _Later(LazyString):  # type: ignore[misc]  # Flask-Babel is untyped
    def __html__(self) -> str:
        return str(escape(str(self)))


def lazy_gettext(message: str, **values: Any) -> LazyString:
    """Return a text that is said in whatever language is spoken when it is shown."""
    return _Later(gettext, message, **values)


def lazy_pgettext(context: str, message: str, **values: Any) -> LazyString:
    """Return the same of a message in a context."""
    return _Later(pgettext, context, message, **values)


def _spoken() -> _Spoken:
    try:
        found: _Spoken | None = g._get_current_object().get("spoken")  # noqa: SLF001 - the proxy's documented way, half the work
    except RuntimeError:
        return _OUTSIDE
    if found is None:
        found = g.spoken = _Spoken(_BY_LOCALE.get(str(get_locale()), DEFAULT_LANG), get_translations())
    return found


def _filled(text: str, values: dict[str, Any]) -> str:
    """Return the message with `values` in their places; a date that ends with a point („2020.“) ends the sentence with that one."""
    for name, value in values.items():
        if isinstance(value, str) and value.endswith("."):
            text = text.replace(f"%({name})s.", f"%({name})s")
    return text % _written(values)


def _written(values: dict[str, Any]) -> dict[str, Any]:
    """Return `values` with whole numbers as the language writes them: „1.234“, "1,234"."""
    return {name: written_number(value, current_lang()) if type(value) is int else value for name, value in values.items()}


def _forget(before: _Spoken | None = None) -> None:
    if g:
        g.spoken = before


@pass_eval_context
def _in_page(eval_ctx: EvalContext, message: str, **values: Any) -> str:
    text = _marked(eval_ctx, gettext(message))
    return _filled(text, values) if values or "%" in text else text


@pass_eval_context
def _number_in_page(eval_ctx: EvalContext, singular: str, plural: str, num: int, **values: Any) -> str:
    text = _beside_its_noun(_spoken().catalogue.ngettext(singular, plural, num))
    return _filled(_marked(eval_ctx, text), {"num": num, **values})


def _beside_its_noun(text: str) -> str:
    """Return the message with its number and the word after it in one line: „14 радова“."""
    return text.replace("%(num)s ", "%(num)s\N{NO-BREAK SPACE}")


@pass_eval_context
def _context_in_page(eval_ctx: EvalContext, context: str, message: str, **values: Any) -> str:
    return _filled(_marked(eval_ctx, pgettext(context, message)), values)


def _marked(eval_ctx: EvalContext, text: str) -> str:
    return Markup(text) if eval_ctx.autoescape else text  # noqa: S704 - our own messages, whose values are escaped


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(_=_in_page, gettext=_in_page, ngettext=_number_in_page, pgettext=_context_in_page)
