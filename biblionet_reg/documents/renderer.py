"""HTML to PDF by WeasyPrint, in this process. Only `press` calls it, in a child; the web never imports it."""

import atexit
from collections.abc import Sequence
from functools import cache
from typing import Any

from weasyprint import CSS, HTML, Document
from weasyprint.text.fonts import FontConfiguration

from biblionet_reg.documents.assets import SCHEME, Picture
from biblionet_reg.documents.fetcher import ClosedFetcher
from biblionet_reg.documents.page_references import has_several, told_once

_FETCHER = ClosedFetcher()


class TooManyPages(Exception):  # noqa: N818 - the answer of a limit
    """The document is longer than its kind may be."""


@cache
def fonts() -> FontConfiguration:
    """Return the one font configuration of this process: each new one would cost time and memory for good."""
    return FontConfiguration()


atexit.register(fonts.cache_clear)  # the unpacked font files go with the configuration


@cache
def faces() -> CSS:
    """Return the stylesheet of our font faces, compiled once; the first call unpacks the fonts."""
    return CSS(url=f"{SCHEME}faces.css", url_fetcher=_FETCHER, font_config=fonts())


def render(chunks: Sequence[str], *, variant: str | None, max_pages: int, pictures: Sequence[Picture] = ()) -> bytes:
    """Return the chunks of HTML as one PDF. Raises TooManyPages before anything is written."""
    options: dict[str, Any] = {"pdf_variant": variant, "cache": {}}
    documents: list[Document] = []
    fetcher = ClosedFetcher(pictures)
    for html in chunks:
        documents.append(_laid_out(html, fetcher, options))
        if sum(len(document.pages) for document in documents) > max_pages:
            raise TooManyPages(max_pages)
    pages = [page for document in documents for page in document.pages]
    pdf: bytes = documents[0].copy(pages).write_pdf(**options)
    return pdf


def _laid_out(html: str, fetcher: ClosedFetcher, options: dict[str, Any]) -> Document:
    """Lay the document out; once more where an index would name a page twice."""
    made = _layout(html, fetcher, options)
    if not has_several(html):
        return made
    shorter = told_once(html, {anchor: number for number, page in enumerate(made.pages) for anchor in page.anchors})
    return made if shorter == html else _layout(shorter, fetcher, options)


def _layout(html: str, fetcher: ClosedFetcher, options: dict[str, Any]) -> Document:
    return HTML(string=html, url_fetcher=fetcher).render(font_config=fonts(), stylesheets=[faces()], **options)
