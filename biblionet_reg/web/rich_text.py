"""Organisers' texts: paragraphs, lists, emphasis and links in Markdown; never HTML of their own."""

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

_MARKDOWN = MarkdownIt("commonmark", {"html": False, "linkify": False})
_TAGS = {"p", "ul", "ol", "li", "em", "strong", "a", "br", "h3", "h4", "blockquote"}


def rich_text(text: str) -> Markup:
    """Return `text` (Markdown) as safe HTML."""
    rendered = _MARKDOWN.render(str(text))
    return Markup(nh3.clean(rendered, tags=_TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https", "mailto"}))  # noqa: S704
