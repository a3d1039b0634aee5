"""Texts: those kept in languages, and what somebody typed in whichever."""

from markupsafe import Markup

from biblionet_reg.domain import typed
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.quotation import typeset_quotes
from biblionet_reg.domain.text import LocalText, Said
from biblionet_reg.i18n import current_lang
from biblionet_reg.shown.marks import beside_its_language, marked
from biblionet_reg.shown.script_rules import rules_for


def said(text: LocalText, lang: str = "") -> Said:
    """Return `text` for the current language (or for `lang`), with the language it is in."""
    return _said_in(text, Lang(lang) if lang else current_lang())


def _said_in(text: LocalText, lang: Lang) -> Said:
    return with_quotes(text.say(lang, rules_for(text.sr, lang)))


def say(text: LocalText) -> str:
    return said(text).text


def say_marked(text: LocalText) -> str | Markup:
    found = _said_in(text, lang := current_lang())
    return found.text if found.lang is lang else beside_its_language(found, marked(found))


def with_quotes(found: Said) -> Said:
    """Return what is shown with the quotation marks of its language, whichever were typed."""
    if found.lang is None:
        return found
    text = typeset_quotes(found.text, found.lang)
    return found if text == found.text else Said(text, found.lang)


def typed_text(text: str) -> str:
    """Return free text, somebody's own words: in Latin for who reads Latin, otherwise as typed."""
    return typed.say_free(text, current_lang()).text


def typed_marked(text: str) -> str | Markup:
    return marked(typed.say_free(text, current_lang()))


def verbatim_marked(text: str) -> Markup:
    """Return what somebody typed letter for letter, for HTML: marked as what it seems to be, and not to be translated."""
    said_as = typed.free_as_typed(text, current_lang()).tag
    return Markup('<bdi lang="{}" translate="no">{}</bdi>').format(said_as, text)
