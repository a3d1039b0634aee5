"""On which paper an emblem can be seen: told by its pixels, so that no page shows dark lines on dark paper."""

from typing import TYPE_CHECKING

from biblionet_reg.domain.colour import DARK_PAPER, LIGHT_PAPER, contrast
from biblionet_reg.domain.picture import Ground
from biblionet_reg.imports import raster

if TYPE_CHECKING:
    from PIL.Image import Image

PAPERS = {Ground.LIGHT: LIGHT_PAPER.paper, Ground.DARK: DARK_PAPER.paper}
#: A pixel less opaque than this is not counted as drawn.
VISIBLE = 96
#: An emblem is seen on a paper when this share of what is drawn has that contrast with it.
_SEEN_SHARE, _SEEN_CONTRAST = 0.6, 2.0
#: An emblem that covers so much of its box brings its own ground.
_COVERED = 0.9
_SAMPLE = 48


def ground_of(image: "Image") -> Ground:
    """Return what the emblem has to stand on; one that fills its box brings its own ground."""
    small = raster.fitted(image, _SAMPLE, _SAMPLE)
    data = small.tobytes()
    pixels = (data[place : place + 4] for place in range(0, len(data), 4))
    drawn = [f"#{pixel[:3].hex()}" for pixel in pixels if pixel[3] >= VISIBLE]
    if len(drawn) >= _COVERED * small.width * small.height:
        return Ground.ANY
    seen = {ground: _seen_share(drawn, paper) for ground, paper in PAPERS.items()}
    if min(seen.values()) >= _SEEN_SHARE:
        return Ground.ANY
    return max(seen, key=lambda ground: seen[ground])


def _seen_share(drawn: list[str], paper: str) -> float:
    return sum(contrast(colour, paper) >= _SEEN_CONTRAST for colour in drawn) / max(len(drawn), 1)
