"""The files documents may use, by name: fonts, stylesheets, the emblem, and the pictures an order brings. Nothing else can be reached."""

from dataclasses import dataclass
from pathlib import Path

_STATIC = Path(__file__).resolve().parents[2] / "static"

#: Addresses of assets in stylesheets and templates: `asset:emblem.svg`.
SCHEME = "asset:"


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of ours and what it is."""

    path: Path
    media_type: str

    def read(self) -> bytes:
        return self.path.read_bytes()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the edition, as its bytes; it travels with the order."""

    name: str
    media_type: str
    content: bytes

    def read(self) -> bytes:
        return self.content

    @property
    def address(self) -> str:
        return f"{SCHEME}{self.name}"


def _font(name: str) -> Asset:
    return Asset(_STATIC / "fonts" / "print" / name, "font/woff2")


def _css(name: str) -> Asset:
    return Asset(_STATIC / "css" / "documents" / name, "text/css")


SANS_REGULAR = "SourceSans3-Regular.otf.woff2"
SANS_SEMIBOLD = "SourceSans3-Semibold.otf.woff2"
SANS_BOLD = "SourceSans3-Bold.otf.woff2"
SERIF_REGULAR = "SourceSerif4-Regular.otf.woff2"
SERIF_ITALIC = "SourceSerif4-It.otf.woff2"
SERIF_SEMIBOLD = "SourceSerif4-Semibold.otf.woff2"

_FONTS = (SANS_REGULAR, SANS_SEMIBOLD, SANS_BOLD, SERIF_REGULAR, SERIF_ITALIC, SERIF_SEMIBOLD)
_STYLESHEETS = ("faces.css", "badges.css", "programme.css")

ASSETS: dict[str, Asset] = {
    **{name: _font(name) for name in _FONTS},
    **{name: _css(name) for name in _STYLESHEETS},
    "emblem.svg": Asset(_STATIC / "img" / "emblem.svg", "image/svg+xml"),
}
