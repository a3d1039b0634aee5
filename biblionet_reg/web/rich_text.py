"""Organisers' texts: paragraphs, lists, emphasis and links in Markdown; never HTML of their own."""

from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

from biblionet_reg.domain.text import LocalText
from biblionet_reg.i18n import current_lang

_MARKDOWN = MarkdownIt("commonmark", {"html": False, "linkify": False})
_TAGS = {"p", "ul", "ol", "li", "em", "strong", "a", "br", "h3", "h4", "blockquote"}


@lru_cache(maxsize=512)
def rich_text(text: str) -> Markup:
    """Return `text` (Markdown) as safe HTML."""
    rendered = _MARKDOWN.render(str(text))
    return Markup(nh3.clean(rendered, tags=_TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https", "mailto"}))  # noqa: S704 - nh3 has just cleaned it


def say_rich(text: LocalText) -> Markup:
    """Return `text` for the current language as safe HTML; wrapped in its own `lang` where it falls back."""
    lang = current_lang()
    said = text.say(lang)
    if said.lang is lang or not said.text:
        return rich_text(said.text)
    return Markup('<div lang="{}">{}</div>').format(said.lang.value, rich_text(said.text))
