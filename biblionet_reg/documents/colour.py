"""The edition's colour as an accent on paper: always a real colour, always dark enough to read."""

import re

from biblionet_reg.domain.edition import EditionFacts

_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_USUAL = "#7a1f3d"
#: White text on the accent, and accent text on white, reach at least this contrast.
_CONTRAST = 5.5
_DARKER = 0.94
_NEARLY_BLACK = 0.04045  # below it sRGB is linear


def accent(edition: EditionFacts) -> str:
    """Return the accent of documents as `#rrggbb`: the edition's colour, darkened where white needs it."""
    colour = edition.colour if _HEX.fullmatch(edition.colour) else _USUAL
    channels = [int(colour[start : start + 2], 16) for start in (1, 3, 5)]
    while _contrast_with_white(channels) < _CONTRAST:
        channels = [int(channel * _DARKER) for channel in channels]
    return "#" + "".join(f"{channel:02x}" for channel in channels)


def _contrast_with_white(channels: list[int]) -> float:
    red, green, blue = (_linear(channel / 255) for channel in channels)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _linear(share: float) -> float:
    return share / 12.92 if share <= _NEARLY_BLACK else float(((share + 0.055) / 1.055) ** 2.4)
