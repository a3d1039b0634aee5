"""A text that has no translation is shown in its own language, and says so: “in Serbian”, „на енглеском“."""

from markupsafe import Markup

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.text import Said
from biblionet_reg.speech import current_lang
from biblionet_reg.speech import gettext as _


def beside_its_language(found: Said, shown: str | Markup, element: str = "span") -> str | Markup:
    """Return what is `shown` of a text, with the words “in Serbian” for the eye where the text lacks the language of the page."""
    language = fallback_language(found)
    return Markup('<{0} class="fallback" data-language="{1}">{2}</{0}>').format(element, language, shown) if language else shown


def fallback_language(found: Said) -> str:
    """Return the words for the language in which a text is shown for want of the reader's; nothing where only the script differs."""
    if not found.text or found.lang is None or (found.lang is Lang.EN) is (current_lang() is Lang.EN):
        return ""
    return _("in English") if found.lang is Lang.EN else _("in Serbian")
