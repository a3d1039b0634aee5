"""Pictures drawn for tests: emblems and covers that are nobody's."""

from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

SPACE = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
DISC = '<circle cx="50" cy="50" r="40" fill="#7a1f3d"/>'
#: The tag under which a camera writes where it was.
GPS = 0x8825
ORIENTATION = 0x0112


def svg(body: str = DISC, box: str = 'viewBox="0 0 100 100"', before: str = "") -> bytes:
    """Return an SVG with `body` in it."""
    return f"{before}<svg {SPACE} {box}>{body}</svg>".encode()


def landscape(width: int = 1600, height: int = 1000) -> Image.Image:
    """Return a picture of hills: its upper left corner is light, its lower right one dark."""
    image = Image.new("RGB", (width, height), "#f4d7a8")
    pen = ImageDraw.Draw(image)
    for number, colour in enumerate(("#a06a7a", "#6e4a5e", "#3a2434")):
        top = height * (4 + 2 * number) // 10
        pen.polygon(
            [(0, top), (width // 3, top - height // 10), (width * 2 // 3, top + height // 12), (width, top), (width, height), (0, height)],
            colour,
        )
    return image


def written(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    """Return the picture as a file."""
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def cover(width: int = 1600, height: int = 1000, kind: str = "JPEG", **options: Any) -> bytes:
    """Return a cover as a file."""
    return written(landscape(width, height), kind, **options)


def disc(side: int = 300, colour: str = "#7a1f3d", kind: str = "PNG") -> bytes:
    """Return an emblem in pixels: a disc on nothing."""
    image = Image.new("RGBA", (side, side))
    ImageDraw.Draw(image).ellipse((side // 10, side // 10, side - side // 10, side - side // 10), fill=colour)
    return written(image, kind)


def opened(content: bytes) -> Image.Image:
    """Return the picture in a file."""
    image = Image.open(BytesIO(content))
    image.load()
    return image
