"""The edition's colour as a style sheet: inline styles are forbidden, and one colour serves every page."""

import hashlib
from dataclasses import fields
from functools import lru_cache

from flask import Blueprint, Response, abort, request, url_for

from biblionet_reg.domain.colour import Palette, dark_palette, is_colour, light_palette
from biblionet_reg.web.access import public

bp = Blueprint("theme", __name__, url_prefix="/theme")

_FOR_GOOD = "public, max-age=31536000, immutable"


@bp.get("/<string(length=6):digits>.css")
@public
def colours(digits: str) -> Response:
    """Custom properties for light and dark; the address carries a mark of them, so browsers keep it."""
    if not is_colour(f"#{digits}"):
        abort(404)
    answer = Response(style_sheet(f"#{digits}"), mimetype="text/css")
    answer.headers["Cache-Control"] = _FOR_GOOD
    answer.add_etag()
    answer.make_conditional(request)
    return answer


def theme_address(colour: str) -> str:
    """Return the address of the style sheet for `colour`."""
    mark = hashlib.sha256(style_sheet(colour).encode()).hexdigest()[:10]
    return url_for("theme.colours", digits=colour.removeprefix("#").lower(), v=mark)


def readable_colour(colour: str) -> str:
    """Return the colour as letters use it: white text on it, and it on white, can be read."""
    return light_palette(colour).accent


@lru_cache(maxsize=64)
def style_sheet(colour: str) -> str:
    """Return the properties of both themes."""
    dark = _properties(dark_palette(colour))
    return f":root{{{_properties(light_palette(colour))}}}@media(prefers-color-scheme:dark){{:root{{{dark}}}}}"


def _properties(palette: Palette) -> str:
    return "".join(f"--{field.name.replace('_', '-')}:{getattr(palette, field.name)};" for field in fields(palette))
