"""What is not in the language of the page carries its own `lang`; what has no translation says so: “in Serbian”, „на енглеском“."""

from markupsafe import Markup

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.text import Said
from biblionet_reg.i18n import current_lang
from biblionet_reg.i18n import gettext as _


def marked(said: Said) -> str | Markup:
    """Return a text for HTML, in a `lang` of its own where it is not in the page's."""
    if said.lang is current_lang() or not said.text:
        return said.text
    return Markup('<span lang="{}">{}</span>').format(said.tag, said.text)


def beside_its_language(found: Said, shown: str | Markup, element: str = "span") -> str | Markup:
    """Return what is `shown` of a text, with the words “in Serbian” for the eye where the text lacks the language of the page."""
    language = fallback_language(found)
    return Markup('<{0} class="fallback" data-language="{1}">{2}</{0}>').format(element, language, shown) if language else shown


def fallback_language(found: Said) -> str:
    """Return the words for the language in which a text is shown for want of the reader's; nothing where only the script differs."""
    if not found.text or found.lang is None or (found.lang is Lang.EN) is (current_lang() is Lang.EN):
        return ""
    return _("in English") if found.lang is Lang.EN else _("in Serbian")
