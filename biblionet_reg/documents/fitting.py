"""Making a text fit its box: real widths of the bundled fonts, line breaks at spaces and hyphens, then smaller sizes."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from biblionet_reg.documents.assets import ASSETS

POINTS_PER_MM = 72 / 25.4
#: A glyph our fonts lack (CJK, emoji) comes from a font of the system and may be this wide, in ems.
_STRANGER = 1.3
_WORDS = re.compile(r"\S+\s*")
_PARTS = re.compile(r"\S+?[-‐–/](?=\S)|\S+\s*")
#: Kerning is not measured; it seldom widens, and never by more than this.
_SLACK = 1.01
#: A text broken only at spaces is preferred down to this share of the size that breaks at hyphens allow.
_SPACES_WORTH = 0.65
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Box:
    """Where a text goes: its room in millimetres, its font, and the sizes in points to try, largest first."""

    width_mm: float
    height_mm: float
    font: str
    sizes: tuple[float, ...]
    line_height: float = 1.12

    @property
    def width(self) -> float:
        return self.width_mm * POINTS_PER_MM

    def lines_at(self, size: float) -> int:
        """Return how many lines of this size the box holds."""
        return int(self.height_mm * POINTS_PER_MM / (size * self.line_height) + 1e-6)


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text set in lines, and the size in points at which they fit."""

    lines: tuple[str, ...]
    size: float


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch that does not break: its text with the blanks after it, its width in ems without them, and the blanks'."""

    text: str
    width: float
    blank: float


def fit(text: str, box: Box) -> Fitted:
    """Return `text` at the largest size at which it fits; a break at a space is better than one at a hyphen.

    At the smallest size words break where they must, and what still finds no room ends in an ellipsis.
    """
    words, parts = (_pieces(pattern.findall(text), box.font) for pattern in (_WORDS, _PARTS))
    at_spaces = _largest(words, box)
    if at_spaces is not None and len(words) == len(parts):
        return at_spaces
    at_hyphens = _largest(parts, box)
    if at_spaces is not None and at_hyphens is not None and at_spaces.size >= at_hyphens.size * _SPACES_WORTH:
        return at_spaces
    return at_hyphens or _forced(parts, box)


def width_in_ems(text: str, font: str) -> float:
    """Return how wide `text` is in the font, in ems."""
    return sum(_advance(char, font) for char in text) * _SLACK


def _pieces(texts: Sequence[str], font: str) -> list[_Piece]:
    bare = [text.rstrip() for text in texts]
    return [_Piece(text, width_in_ems(word, font), width_in_ems(text[len(word) :], font)) for text, word in zip(texts, bare, strict=True)]


def _largest(pieces: Sequence[_Piece], box: Box) -> Fitted | None:
    for size in box.sizes:
        lines = _balanced(pieces, box.width / size)
        if lines is not None and len(lines) <= box.lines_at(size):
            return Fitted(tuple(lines), size)
    return None


def _balanced(pieces: Sequence[_Piece], room: float) -> list[str] | None:
    """Return the fewest lines that fit, made as even as they can be; None when a piece is too wide."""
    lines = _filled(pieces, room)
    if lines is None or len(lines) == 1:
        return lines
    ends = [0.0, *accumulate(piece.width + piece.blank for piece in pieces)]
    widths = {ends[end] - pieces[end - 1].blank - ends[start] for end in range(1, len(ends)) for start in range(end)}
    for narrower in sorted(width + _ROUNDING for width in widths if width < room):
        even = _filled(pieces, narrower)
        if even is not None and len(even) == len(lines):
            return even
    return lines


def _filled(pieces: Sequence[_Piece], room: float) -> list[str] | None:
    lines: list[str] = []
    line, width = "", 0.0
    for piece in pieces:
        if piece.width > room:
            return None
        if line and width + piece.width > room:
            lines.append(line.rstrip())
            line, width = "", 0.0
        line += piece.text
        width += piece.width + piece.blank
    return [*lines, line.rstrip()]


def _forced(pieces: Sequence[_Piece], box: Box) -> Fitted:
    size = box.sizes[-1]
    room = box.width / size
    parts = [part for piece in pieces for part in _broken(piece.text, box.font, room)]
    lines = _filled(_pieces(parts, box.font), room) or []
    held = max(box.lines_at(size), 1)
    if len(lines) > held:
        lines = [*lines[: held - 1], _cut(lines[held - 1], box.font, room)]
    return Fitted(tuple(lines), size)


def _broken(text: str, font: str, room: float) -> list[str]:
    parts, width = [""], 0.0
    for char in text:
        advance = width_in_ems(char, font)
        if parts[-1] and width + advance > room and not char.isspace():
            parts.append("")
            width = 0.0
        parts[-1] += char
        width += advance
    return parts


def _cut(line: str, font: str, room: float) -> str:
    while line and width_in_ems(line + "…", font) > room:
        line = line[:-1]
    return line.rstrip() + "…"


@cache
def _widths(font: str) -> dict[int, float]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - slow to import, and only documents need it

    opened = TTFont(ASSETS[font].path)
    metrics = opened["hmtx"].metrics
    em = opened["head"].unitsPerEm
    return {code: metrics[name][0] / em for code, name in opened.getBestCmap().items()}


def _advance(char: str, font: str) -> float:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0.0
    return _widths(font).get(ord(char), _STRANGER)
