"""The mark `-{…}-`: what stands inside stays as it is, whatever is converted around it.

The mark is known from the Serbian Wikipedia. A mark without its end is plain text.
"""

from collections.abc import Callable

_START, _END = "-{", "}-"


def outside_marks(text: str, convert: Callable[[str], str], *, keep_marks: bool = False) -> str:
    """Return `text` with `convert` applied outside the marks; the marks themselves are dropped unless they are to stay."""
    start = text.find(_START)
    if start < 0:
        return convert(text)
    pieces, end = [], 0
    while start >= 0 and (close := text.find(_END, start + 2)) >= 0:
        pieces.append(convert(text[end:start]))
        pieces.append(text[start : close + 2] if keep_marks else text[start + 2 : close])
        end = close + 2
        start = text.find(_START, end)
    pieces.append(convert(text[end:]))
    return "".join(pieces)


def without_marks(text: str) -> str:
    """Return `text` without its marks; what they held stays."""
    return outside_marks(text, str)
