"""Colours of an edition: one is chosen, the rest is derived so that text on them can always be read.

Contrast is WCAG's: 1 (none) to 21 (black on white).
"""

import colorsys
import re
from dataclasses import dataclass
from functools import lru_cache

#: WCAG AA asks 4.5 for text; a little more leaves room for tinted grounds.
_TEXT_CONTRAST = 5.5
#: WCAG AAA asks 7 for text; this is for readers who ask for more contrast.
STRONG_CONTRAST = 8.5
_STEP = 0.01
_TINT_LIGHT = 0.08
_TINT_DARK = 0.16
_BAND_LIGHTNESS_DARK = 0.24
_STRONGER_DARK = 1.2
_HOVER = 0.18
_LINEAR_UNTIL = 0.04045
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True)
class Palette:
    """What one theme (light or dark) takes from the edition's colour."""

    accent: str
    accent_hover: str
    on_accent: str
    tint: str
    band: str
    on_band: str


@dataclass(frozen=True, slots=True)
class Paper:
    """What one theme writes on, whatever the edition's colour; the style sheets' tokens say the same."""

    paper: str
    card: str
    ink: str
    quiet: str
    rule: str


LIGHT_PAPER = Paper("#fbf9f5", "#ffffff", "#221e1a", "#5d554c", "#ded7ca")
DARK_PAPER = Paper("#1b1917", "#25221f", "#ece6dc", "#b8aea1", "#413b35")


def is_colour(text: str) -> bool:
    """Say whether `text` is written `#rrggbb`."""
    return _COLOUR.fullmatch(text) is not None


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb`."""
    channels = (c / 12.92 if c <= _LINEAR_UNTIL else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(colour))
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), channels, strict=True))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mix(colour: str, other: str, share: float) -> str:
    """Return `colour` with `share` (0 to 1) of `other` in it."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return _hex(*(one * (1 - share) + two * share for one, two in pairs))


@lru_cache(maxsize=64)
def light_palette(colour: str, asked: float = _TEXT_CONTRAST) -> Palette:
    """Return the palette on light paper: the colour itself, darkened only as far as the contrast that is asked for."""
    tint = mix(LIGHT_PAPER.paper, colour, _TINT_LIGHT)
    accent = _until_readable(colour, tint, "#000000", asked)
    return Palette(
        accent=accent,
        accent_hover=mix(accent, "#000000", _HOVER),
        on_accent="#ffffff",
        tint=tint,
        band=accent,
        on_band="#ffffff",
    )


@lru_cache(maxsize=64)
def dark_palette(colour: str, asked: float = _TEXT_CONTRAST) -> Palette:
    """Return the palette on dark paper: the colour in more light until it reads; bands stay deep."""
    tint = mix(DARK_PAPER.paper, colour, _TINT_DARK)
    accent = _lit(colour, tint, asked)
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(colour))
    deep = _hex(*colorsys.hls_to_rgb(hue, min(lightness, _BAND_LIGHTNESS_DARK), saturation))
    band = _until_readable(deep, "#ffffff", "#000000", asked)
    return Palette(
        accent=accent,
        accent_hover=mix(accent, "#ffffff", _HOVER * 2),
        on_accent=DARK_PAPER.paper,
        tint=tint,
        band=band,
        on_band="#ffffff",
    )


def _until_readable(colour: str, ground: str, towards: str, asked: float) -> str:
    share = 0.0
    found = colour.lower()
    while contrast(found, ground) < asked:
        share += _STEP
        found = mix(colour, towards, min(share, 1.0))
    return found


def _lit(colour: str, ground: str, asked: float) -> str:
    """Return `colour` with as much more light as it needs to read (white at most), not washed out."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(colour))
    strong = min(1.0, saturation * _STRONGER_DARK)
    found = colour.lower()
    while contrast(found, ground) < asked and lightness < 1:
        lightness += _STEP
        found = _hex(*colorsys.hls_to_rgb(hue, min(lightness, 1.0), strong))
    return found


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _hex(red: float, green: float, blue: float) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in (red, green, blue))
