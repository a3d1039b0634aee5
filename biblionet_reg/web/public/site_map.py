"""For search engines: the map of all public pages in all languages, and what is not to be looked at."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any
from xml.sax.saxutils import escape

from flask import Blueprint, Response, current_app, url_for

from biblionet_reg.domain.language import DEFAULT_LANG, Lang
from biblionet_reg.queries import site_map
from biblionet_reg.queries.site_map import Published
from biblionet_reg.web.access import public
from biblionet_reg.web.kept import kept_here
from biblionet_reg.web.revisits import revisited

bp = Blueprint("site_map", __name__)

#: A map may name so many addresses; the latest editions come first.
_MOST = 50_000
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)
#: Pages for one person, or for staff.
_CLOSED = ("account/", "*/my/", "*/organiser/", "*/reviewer/", "*/desk/", "gallery", "offline")


@dataclass(frozen=True, slots=True)
class _Page:
    endpoint: str
    values: dict[str, Any]
    changed_at: datetime | None = None


@bp.get("/robots.txt")
@public
def robots() -> Response:
    """Working areas, personal links and accounts are not for search engines."""
    closed = "".join(f"Disallow: /{lang.value}/{path}\n" for lang in Lang for path in _CLOSED)
    return revisited(f"User-agent: *\n{closed}\nSitemap: {_base()}{url_for('site_map.pages')}\n", mimetype="text/plain")


@bp.get("/sitemap.xml")
@public
def pages() -> Response:
    """Every public page of every edition, each address with those of the same page in the other languages."""
    text = kept_here("site_map", 1, site_map.state(), lambda: _map(site_map.published()))
    return revisited(text, mimetype="application/xml")


def _map(editions: Iterable[Published]) -> str:
    return "".join((_HEAD, *islice(_entries(editions), _MOST), "</urlset>\n"))


def _entries(editions: Iterable[Published]) -> Iterator[str]:
    for page in _pages(editions):
        addresses = {lang.value: _base() + url_for(page.endpoint, lang=lang, **page.values) for lang in Lang}
        links = {**addresses, "x-default": addresses[DEFAULT_LANG.value]}
        alternates = "".join(f'<xhtml:link rel="alternate" hreflang="{tag}" href="{escape(to)}"/>' for tag, to in links.items())
        changed = f"<lastmod>{page.changed_at.date().isoformat()}</lastmod>" if page.changed_at else ""
        yield from (f"<url><loc>{escape(address)}</loc>{changed}{alternates}</url>\n" for address in addresses.values())


def _pages(editions: Iterable[Published]) -> Iterator[_Page]:
    yield from (_Page(endpoint, {}) for endpoint in ("archive.editions", "notices.privacy", "notices.accessibility"))
    for one in editions:
        here = {"edition": one.slug}
        yield _Page("public.edition", here, one.changed_at)
        if one.published_at is None:
            continue
        yield from (_Page(endpoint, here, one.published_at) for endpoint in ("public.programme", "public.people"))
        yield from (_Page("public.presentation", here | {"code": code}, one.published_at) for code in one.presentations)
        yield from (_Page("public.person", here | {"code": code}, one.published_at) for code in one.people)


def _base() -> str:
    base: str = current_app.extensions["settings"].base_url
    return base
