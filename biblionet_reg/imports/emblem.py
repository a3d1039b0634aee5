"""Reading an emblem that somebody brought into its master, and the master into everything that is shown of it."""

from typing import TYPE_CHECKING

from biblionet_reg.domain.picture import (
    EMBLEM_BYTES,
    EMBLEM_LEAST,
    EMBLEM_MOST,
    Ground,
    Picture,
    PictureFault,
    PictureFormat,
    PictureRefused,
    PictureUse,
    Rendition,
    checked_format,
    emblem_letter_name,
    emblem_name,
    emblem_print_name,
)
from biblionet_reg.imports import raster, svg
from biblionet_reg.imports.ground import PAPERS, VISIBLE, ground_of

if TYPE_CHECKING:
    from PIL.Image import Image

_TAKEN = (PictureFormat.SVG, PictureFormat.PNG, PictureFormat.WEBP)
#: The emblem in letters is shown at a third of this size, and stands off the edge of its ground.
_LETTER, _LETTER_EDGE = 132, 10
_WHITE = "#ffffff"


def read_emblem(content: bytes) -> Picture:
    """Return the master of an emblem: an SVG written anew, or a PNG. Raises PictureRefused."""
    kind = checked_format(content, PictureUse.EMBLEM, _TAKEN, EMBLEM_BYTES)
    if kind is PictureFormat.SVG:
        written, width, height = svg.cleaned(content)
        return Picture(kind, written, width, height, ground_of(_drawn(written, width, height)))
    image = _seen(raster.opened(content, kind, PictureUse.EMBLEM))
    if max(image.width, image.height) < EMBLEM_LEAST:
        raise PictureRefused(PictureUse.EMBLEM, PictureFault.TOO_SMALL)
    image = raster.fitted(image, EMBLEM_MOST, EMBLEM_MOST)
    return Picture(PictureFormat.PNG, raster.png(image), image.width, image.height, ground_of(image))


def emblem_renditions(emblem: Picture) -> list[Rendition]:
    """Return the emblem as pages, print and letters show it."""
    name, image = emblem_name(emblem), _pixels(emblem)
    plate = PAPERS[Ground.DARK] if emblem.ground is Ground.DARK else _WHITE
    return [
        Rendition.of(name, emblem.format, emblem.content),
        Rendition.of(emblem_print_name(name), PictureFormat.PNG, raster.png(image)),
        Rendition.of(emblem_letter_name(name), PictureFormat.PNG, raster.png(_on_plate(image, plate))),
    ]


def _pixels(emblem: Picture) -> "Image":
    if emblem.format is PictureFormat.SVG:
        return _drawn(emblem.content, emblem.width, emblem.height)
    return raster.opened(emblem.content, emblem.format, PictureUse.EMBLEM)


def _drawn(content: bytes, width: int, height: int) -> "Image":
    """Draw a cleaned SVG. Raises PictureRefused when nothing is to be seen of it."""
    import resvg_py  # noqa: PLC0415 - only when a picture comes

    across, down = (EMBLEM_MOST, None) if width >= height else (None, EMBLEM_MOST)
    try:
        drawn = bytes(resvg_py.svg_to_bytes(svg_string=content.decode(), skip_system_fonts=True, width=across, height=down))
    except ValueError as error:
        raise PictureRefused(PictureUse.EMBLEM, PictureFault.BROKEN) from error
    return _seen(raster.opened(drawn, PictureFormat.PNG, PictureUse.EMBLEM))


def _seen(image: "Image") -> "Image":
    """Return the picture, unless there is nothing to be seen of it."""
    if max(image.getchannel("A").tobytes()) < VISIBLE:
        raise PictureRefused(PictureUse.EMBLEM, PictureFault.SHOWS_NOTHING)
    return image


def _on_plate(image: "Image", colour: str) -> "Image":
    """Return the emblem in the middle of a square of one colour."""
    from PIL import Image  # noqa: PLC0415 - only when a picture comes

    room = _LETTER - 2 * _LETTER_EDGE
    small = raster.fitted(image, room, room)
    plate = Image.new("RGBA", (_LETTER, _LETTER), colour)
    plate.alpha_composite(small, ((_LETTER - small.width) // 2, (_LETTER - small.height) // 2))
    return plate.convert("RGB")
