"""The edition's colour as a style sheet: inline styles are forbidden, and one colour serves every page."""

import hashlib
from collections.abc import Callable
from dataclasses import fields
from functools import lru_cache

from flask import Blueprint, Response, abort, request, url_for

from biblionet_reg.domain.colour import DARK_PAPER, LIGHT_PAPER, STRONG_CONTRAST, Palette, Paper, dark_palette, is_colour, light_palette
from biblionet_reg.web.access import public
from biblionet_reg.web.revisits import FOR_GOOD

bp = Blueprint("theme", __name__, url_prefix="/theme")

#: On what an emblem stands that is seen on one paper only (tokens.css says the same of the whole page).
_PLATES_LIGHT = f"--plate-light:transparent;--plate-dark:{DARK_PAPER.paper};"
_PLATES_DARK = f"--plate-light:{LIGHT_PAPER.card};--plate-dark:transparent;"
#: When a theme is asked for.
_DARK, _MORE = "(prefers-color-scheme:dark)", "(prefers-contrast:more)"


@bp.get("/<string(length=6):digits>.css")
@public
def colours(digits: str) -> Response:
    """Custom properties for light and dark; the address carries a mark of them, so browsers keep it."""
    return _answer(style_sheet, digits)


@bp.get("/<string(length=6):digits>/both.css")
@public
def both(digits: str) -> Response:
    """Light and dark side by side, for looking at a colour before it is chosen."""
    return _answer(sheet_of_both, digits)


def _answer(sheet: Callable[[str], str], digits: str) -> Response:
    if not is_colour(f"#{digits}"):
        abort(404)
    answer = Response(sheet(f"#{digits}"), mimetype="text/css")
    answer.headers["Cache-Control"] = FOR_GOOD
    answer.add_etag()
    answer.make_conditional(request)
    return answer


def theme_address(colour: str) -> str:
    """Return the address of the style sheet for `colour`."""
    return _address("theme.colours", style_sheet, colour)


def both_themes_address(colour: str) -> str:
    """Return the address of the style sheet that shows `colour` in both themes."""
    return _address("theme.both", sheet_of_both, colour)


def _address(endpoint: str, sheet: Callable[[str], str], colour: str) -> str:
    mark = hashlib.sha256(sheet(colour).encode()).hexdigest()[:10]
    return url_for(endpoint, digits=colour.removeprefix("#").lower(), v=mark)


def readable_colour(colour: str, *, on_dark: bool = False) -> str:
    """Return the colour as letters use it: white text on it, and it on white, can be read; on dark paper, dark text on it."""
    return (dark_palette if on_dark else light_palette)(colour).accent


@lru_cache(maxsize=64)
def style_sheet(colour: str) -> str:
    """Return the properties of both themes, and of both for readers who ask for more contrast."""
    themes = (
        ("", light_palette(colour)),
        (_DARK, dark_palette(colour)),
        (_MORE, light_palette(colour, STRONG_CONTRAST)),
        (f"{_MORE} and {_DARK}", dark_palette(colour, STRONG_CONTRAST)),
    )
    return "".join(_rule(asked, _properties(palette)) for asked, palette in themes)


def _rule(asked: str, properties: str) -> str:
    rule = f":root{{{properties}}}"
    return f"@media {asked}{{{rule}}}" if asked else rule


def sheet_of_both(colour: str) -> str:
    """Return the properties of each theme for what stands in it, whichever theme the page has."""
    light = _properties(LIGHT_PAPER) + _properties(light_palette(colour)) + _PLATES_LIGHT
    dark = _properties(DARK_PAPER) + _properties(dark_palette(colour)) + _PLATES_DARK
    return f".in-light{{{light}}}.in-dark{{{dark}}}"


def _properties(colours: Palette | Paper) -> str:
    return "".join(f"--{field.name.replace('_', '-')}:{getattr(colours, field.name)};" for field in fields(colours))
