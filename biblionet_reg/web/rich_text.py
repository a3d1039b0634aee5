"""Organisers' texts: paragraphs, lists, emphasis and links in Markdown; never HTML of their own."""

from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from biblionet_reg.domain.text import LocalText
from biblionet_reg.i18n import current_lang
from biblionet_reg.shown.marks import beside_its_language
from biblionet_reg.shown.texts import said

_MARKDOWN = MarkdownIt("commonmark", {"html": False, "linkify": False})
_TAGS = {"p", "ul", "ol", "li", "em", "strong", "a", "br", "h3", "h4", "blockquote"}


@lru_cache(maxsize=512)
def rich_text(text: str) -> Markup:
    """Return `text` (Markdown) as safe HTML."""
    rendered = _MARKDOWN.render(str(text))
    return Markup(nh3.clean(rendered, tags=_TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https", "mailto"}))  # noqa: S704 - nh3 has just cleaned it


def say_rich(text: LocalText) -> Markup:
    """Return `text` for the current language as safe HTML; wrapped in its own `lang` where it falls back."""
    words = said(text)
    if words.lang is current_lang() or not words.text:
        return rich_text(words.text)
    return escape(beside_its_language(words, Markup('<div lang="{}">{}</div>').format(words.tag, rich_text(words.text)), "div"))
