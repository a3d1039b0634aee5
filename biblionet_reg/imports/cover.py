"""Reading a cover that somebody brought into its master, and the master into the sizes that are shown."""

from biblionet_reg.domain.picture import (
    COVER_BYTES,
    COVER_LEAST,
    COVER_NARROW,
    COVER_SHAPES,
    COVER_WIDE,
    Picture,
    PictureFault,
    PictureFormat,
    PictureRefused,
    PictureUse,
    Rendition,
    checked_format,
    cover_name,
)
from biblionet_reg.imports import raster
from biblionet_reg.imports.jpeg import is_bare_jpeg

_TAKEN = (PictureFormat.JPEG, PictureFormat.PNG, PictureFormat.WEBP)
_BEHIND = "#ffffff"


def read_cover(content: bytes) -> Picture:
    """Return the master of a cover: a JPEG at most as wide as it is ever shown. Raises PictureRefused.

    A JPEG that holds nothing but such a picture is its own master, so that what was written once is not written again.
    """
    kind = checked_format(content, PictureUse.COVER, _TAKEN, COVER_BYTES)
    image = raster.opened(content, kind, PictureUse.COVER)
    narrowest, widest = COVER_SHAPES
    if image.width < COVER_LEAST:
        raise PictureRefused(PictureUse.COVER, PictureFault.TOO_SMALL)
    if not narrowest <= image.width / image.height <= widest:
        raise PictureRefused(PictureUse.COVER, PictureFault.SHAPE)
    is_ready = kind is PictureFormat.JPEG and image.width <= COVER_WIDE and len(content) <= raster.JPEG_BYTES
    if is_ready and is_bare_jpeg(content):
        return Picture(kind, content, image.width, image.height)
    plain = raster.on_ground(raster.fitted(image, COVER_WIDE, image.height), _BEHIND)
    return Picture(PictureFormat.JPEG, raster.jpeg(plain), plain.width, plain.height)


def cover_renditions(cover: Picture) -> list[Rendition]:
    """Return the cover as its master, for print and for shared links, and in both widths of pages."""
    image = raster.opened(cover.content, cover.format, PictureUse.COVER).convert("RGB")
    narrow = raster.fitted(image, COVER_NARROW, image.height)
    master = Rendition.of(cover_name(cover.mark, cover.width, PictureFormat.JPEG), PictureFormat.JPEG, cover.content)
    webp = PictureFormat.WEBP
    return [master, *(Rendition.of(cover_name(cover.mark, one.width, webp), webp, raster.webp(one)) for one in (narrow, image))]
