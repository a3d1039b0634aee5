"""Opening pictures made of pixels: what is in the file besides the picture is left behind.

Pillow is loaded when the first picture comes, so that a web worker that never sees one stays small.
"""

from io import BytesIO
from typing import TYPE_CHECKING, Any

from biblionet_reg.domain.picture import MEGAPIXELS, PictureFault, PictureFormat, PictureRefused, PictureUse

if TYPE_CHECKING:
    from PIL.Image import Image

_PILLOWS = {PictureFormat.PNG: "PNG", PictureFormat.JPEG: "JPEG", PictureFormat.WEBP: "WEBP"}
#: A JPEG larger than this in both directions is decoded at half its size, or less: nothing shows more of it.
_ENOUGH = (3200, 3200)
_JPEG_QUALITIES = (88, 78, 66, 50)
_WEBP_QUALITY = 80
#: A master is not heavier, if its quality may be lowered at all.
JPEG_BYTES = 1536 * 1024


def opened(content: bytes, kind: PictureFormat, use: PictureUse) -> "Image":
    """Return the picture upright, in RGBA of the screen, without anything else. Raises PictureRefused."""
    from PIL import Image, ImageFile, ImageOps  # noqa: PLC0415 - only when a picture comes

    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint, in the same process, lets half a picture pass
    try:
        found = Image.open(BytesIO(content), formats=(_PILLOWS[kind],))
        if found.width * found.height <= MEGAPIXELS * 1_000_000:
            found.draft(None, _ENOUGH)
            return _of_the_screen(ImageOps.exif_transpose(found))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PictureRefused(use, PictureFault.TOO_MANY_PIXELS) from error
    except Exception as error:  # a damaged file breaks a decoder in as many ways as there are decoders
        raise PictureRefused(use, PictureFault.BROKEN) from error
    raise PictureRefused(use, PictureFault.TOO_MANY_PIXELS)


def _of_the_screen(image: "Image") -> "Image":
    """Return the pixels in the colours every screen knows: a profile is applied, then left behind."""
    from PIL import ImageCms  # noqa: PLC0415 - only when a picture comes

    colours = image.info.get("icc_profile")
    if colours and image.mode in {"RGB", "CMYK", "L"}:
        try:
            theirs = ImageCms.ImageCmsProfile(BytesIO(colours))
            image = ImageCms.profileToProfile(image, theirs, ImageCms.createProfile("sRGB"), outputMode="RGB") or image
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a profile that cannot be read is as good as none
    plain = image.convert("RGBA")
    plain.info.clear()
    return plain


def fitted(image: "Image", most_wide: int, most_high: int) -> "Image":
    """Return the picture at most so large, never larger than it is."""
    from PIL import Image  # noqa: PLC0415 - only when a picture comes

    share = min(most_wide / image.width, most_high / image.height, 1.0)
    if share == 1.0:
        return image
    return image.resize((max(round(image.width * share), 1), max(round(image.height * share), 1)), Image.Resampling.LANCZOS)


def on_ground(image: "Image", colour: str) -> "Image":
    """Return the picture without transparency, on a ground of one colour."""
    from PIL import Image  # noqa: PLC0415 - only when a picture comes

    ground = Image.new("RGBA", image.size, colour)
    ground.alpha_composite(image)
    return ground.convert("RGB")


def png(image: "Image") -> bytes:
    """Return the picture as PNG, the same bytes for the same pixels."""
    return _written(image, "PNG", optimize=True)


def webp(image: "Image") -> bytes:
    """Return the picture as WebP."""
    return _written(image, "WEBP", quality=_WEBP_QUALITY, method=4)


def jpeg(image: "Image") -> bytes:
    """Return the picture as JPEG, with edges of colour kept sharp."""
    written = b""
    for quality in _JPEG_QUALITIES:
        written = _written(image, "JPEG", quality=quality, subsampling=0, optimize=True, progressive=True)
        if len(written) <= JPEG_BYTES:
            break
    return written


def _written(image: "Image", kind: str, **options: Any) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()
