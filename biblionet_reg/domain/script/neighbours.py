"""The words around a place in a text: what a single letter means is told by them."""

import re
from typing import NamedTuple

from biblionet_reg.domain.script.alphabet import MARKS

_REACH = 60
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{MARKS}])*")
_AFTER = re.compile(rf"([\W_]*)([^\W_](?:[^\W_]|[{MARKS}])*)")
#: Two letters that are one in Cyrillic do not make a word long, so that both scripts are read alike.
_LONG_WORD = re.compile(rf"(?<![^\W\d_])(?!(?:lj|nj|dž)(?![^\W\d_]))[^\W\d_][{MARKS}]*[^\W\d_](?:[^\W\d_]|[{MARKS}])*", re.IGNORECASE)


class Neighbour(NamedTuple):
    """A word and what stands between it and the place; both empty when there is none."""

    word: str
    between: str


def word_before(text: str, start: int) -> Neighbour:
    """Return the word before `start`, and what stands between."""
    near = text[max(0, start - _REACH) : start]
    words = list(_WORD.finditer(near))
    return Neighbour(words[-1][0], near[words[-1].end() :]) if words else Neighbour("", "")


def word_after(text: str, end: int) -> Neighbour:
    """Return the word after `end`, and what stands between."""
    found = _AFTER.match(text[end : end + _REACH])
    return Neighbour(found[2], found[1]) if found else Neighbour("", "")


def among_capitals(text: str, start: int, end: int) -> bool:
    """Say whether the nearest longer words of the same line, before and after, are all in capitals."""
    line_before = text[max(0, start - _REACH) : start].rpartition("\n")[2]
    line_after = text[end : end + _REACH].partition("\n")[0]
    around = (_LONG_WORD.findall(line_before)[-1:], _LONG_WORD.findall(line_after)[:1])
    words = [word for side in around for word in side]
    return bool(words) and all(_is_in_capitals(word) for word in words)


def _is_in_capitals(word: str) -> bool:
    return word.replace("Lj", "LJ").replace("Nj", "NJ").replace("Dž", "DŽ").isupper()
