"""An edition's own emblem and cover: what is taken, under which names it is shown, why something is not taken.

A picture is kept in its *master*, made of what people brought without anything but the picture in it. Its *mark* is
a digest of the master, so an address that holds the mark never shows anything else.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.text import LocalText

EMBLEM_BYTES = 300 * 1024
COVER_BYTES = 8 * 1024 * 1024
MEGAPIXELS = 40
#: An emblem of pixels has at least so many on its longer side, and is kept with at most so many.
EMBLEM_LEAST, EMBLEM_MOST = 256, 512
#: The narrower width a cover is shown in; the wider one is that of its master.
COVER_LEAST, COVER_NARROW, COVER_WIDE = 1200, 800, 1600
#: How often a cover may be as wide as it is high, at least and at most.
COVER_SHAPES = (0.5, 4.0)
#: Where pictures are found on the site.
ADDRESS = "/pictures/"
_MARK_LENGTH = 32
_NAME = re.compile(r"[0-9a-f]{32}(?:\.svg|\.png|-[a-z0-9]{1,8}\.(?:png|jpg|webp))")


class PictureUse(StrEnum):
    """What a picture of an edition is for."""

    EMBLEM = "emblem"
    COVER = "cover"


class PictureFormat(StrEnum):
    """The formats of pictures; the value is the ending of the name."""

    SVG = "svg"
    PNG = "png"
    JPEG = "jpg"
    WEBP = "webp"


MEDIA_TYPES = {
    PictureFormat.SVG: "image/svg+xml",
    PictureFormat.PNG: "image/png",
    PictureFormat.JPEG: "image/jpeg",
    PictureFormat.WEBP: "image/webp",
}


class Ground(StrEnum):
    """What an emblem has to stand on to be seen: any paper, only light, only dark."""

    ANY = "any"
    LIGHT = "light"
    DARK = "dark"


class PictureFault(StrEnum):
    """Why a picture is not taken."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    KIND_NOT_TAKEN = "kind_not_taken"
    BROKEN = "broken"
    TOO_SMALL = "too_small"
    TOO_MANY_PIXELS = "too_many_pixels"
    SHAPE = "shape"
    NO_SIZE = "no_size"
    ENTITIES = "entities"
    TOO_INTRICATE = "too_intricate"
    SHOWS_NOTHING = "shows_nothing"
    NOT_KEPT = "not_kept"


class PictureRefused(Refusal):
    """The picture is not taken."""

    def __init__(self, use: PictureUse, fault: PictureFault) -> None:
        super().__init__(use, fault)
        self.use = use
        self.fault = fault

    @property
    def field(self) -> str:  # type: ignore[override]  # which field it is hangs on the use
        return self.use.value


@dataclass(frozen=True, slots=True)
class Picture:
    """A master: its bytes, its size in pixels (of an SVG, in its own units); `ground` tells of emblems only."""

    format: PictureFormat
    content: bytes
    width: int
    height: int
    ground: Ground = Ground.ANY

    @property
    def mark(self) -> str:
        return hashlib.sha256(self.content).hexdigest()[:_MARK_LENGTH]


@dataclass(frozen=True, slots=True)
class Rendition:
    """A picture as it is shown somewhere, under a name that says what is in it."""

    name: str
    media_type: str
    content: bytes

    @classmethod
    def of(cls, name: str, kind: PictureFormat, content: bytes) -> "Rendition":
        return cls(name, MEDIA_TYPES[kind], content)


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of an edition with the words of its cover, as an edition file carries them."""

    emblem: Picture | None = None
    cover: Picture | None = None
    cover_alt: LocalText = LocalText()
    cover_credit: LocalText = LocalText()


def format_of(content: bytes) -> PictureFormat | None:
    """Return the format that `content` begins like, None when it is none of ours; a name is never asked."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return PictureFormat.PNG
    if content.startswith(b"\xff\xd8\xff"):
        return PictureFormat.JPEG
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return PictureFormat.WEBP
    return PictureFormat.SVG if _begins_like_xml(content) else None


def _begins_like_xml(content: bytes) -> bool:
    return content[:64].removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n").startswith(b"<")


def checked_format(content: bytes, use: PictureUse, taken: Iterable[PictureFormat], limit: int) -> PictureFormat:
    """Return the format of what somebody brought. Raises PictureRefused when it is empty, too large or not taken."""
    if not content:
        raise PictureRefused(use, PictureFault.EMPTY)
    kind = format_of(content)
    if kind is None or kind not in taken:
        raise PictureRefused(use, PictureFault.KIND_NOT_TAKEN)
    if len(content) > limit:
        raise PictureRefused(use, PictureFault.TOO_LARGE)
    return kind


def is_picture_name(name: str) -> bool:
    """Say whether a picture may be called so."""
    return _NAME.fullmatch(name) is not None


def emblem_name(emblem: Picture) -> str:
    """Return the name of an emblem's master, which says everything its other names are made of."""
    return f"{emblem.mark}.{emblem.format.value}"


def emblem_print_name(name: str) -> str:
    """Return the name of the emblem in pixels, for where it is drawn a thousand times."""
    return f"{name.partition('.')[0]}-print.png"


def emblem_letter_name(name: str) -> str:
    """Return the name of the emblem on a ground of its own, for letters."""
    return f"{name.partition('.')[0]}-letter.png"


def cover_name(mark: str, width: int, kind: PictureFormat = PictureFormat.WEBP) -> str:
    """Return the name of a cover in a width."""
    return f"{mark}-{width}.{kind.value}"
