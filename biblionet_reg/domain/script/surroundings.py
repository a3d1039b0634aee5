"""The words of a text, and what each is told by the others: which script a word is in that could be in both.

Every word is read once and its neighbours are found by their places, so that reading stays linear in the length of the
text. A word tells the script it will have after the repair, so that a repaired text is understood the same way again.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from biblionet_reg.domain.script.alphabet import MARKS
from biblionet_reg.domain.script.detection import Script
from biblionet_reg.domain.script.mixed import in_one_script, is_mixed
from biblionet_reg.domain.script.roman import is_numeral

WORD = re.compile(rf"[^\W_](?:[^\W_]|[{MARKS}])*+")
_CYRILLIC, _LATIN = re.compile("[\u0400-\u052f]"), re.compile("[A-Za-zÀ-ÖØ-öø-\u024f]")
#: Serbian words that the letters of the other script can imitate whole.
_TWINS = (("o", "о"), ("O", "О"), ("a", "а"), ("je", "је"), ("ja", "ја"), ("ce", "се"), ("ca", "са"))
_IMITATED = dict(_TWINS) | {cyrillic: latin for latin, cyrillic in _TWINS if latin not in {"ce", "ca", "O"}}
#: Whose script says nothing about the words around them.
_SILENT = frozenset(word for twins in _TWINS for word in twins)
_CENTURY = frozenset({"ХХ", "ХХХ"})
_SOFT = " ,\n\u00a0"

_Side = frozenset[Script | None]
_NOBODY: _Side = frozenset()
_WALL: _Side = frozenset({None})


@dataclass(slots=True)
class _Word:
    """A word at its place, as it will be, and the script it tells; `is_open`: that is for the surroundings to say."""

    part: int
    start: int
    end: int
    typed: str
    text: str
    script: Script | None
    is_open: bool

    def settle(self, script: Script | None) -> None:
        if script is not None:
            self.text = in_one_script(self.typed, script)
            self.script, self.is_open = _told_by(self.text), False


def in_their_scripts(parts: Sequence[str], otherwise: Script | None) -> list[str]:
    """Return the parts of a text with every word in one script; `otherwise` is the script where the text tells nothing."""
    words = [word for place, part in enumerate(parts) for word in _words(place, part)]
    _settle(words, otherwise)
    _unmask(words, parts)
    return [_with(part, of_part) for part, of_part in zip(parts, _by_part(words, len(parts)), strict=True)]


def script_told(texts: Iterable[str]) -> Script | None:
    """Return the script of the words that tell one by themselves; None when none does, or as many tell each."""
    return _most(word for text in texts for word in _words(0, text))


def _words(place: int, part: str) -> Iterator[_Word]:
    for found in WORD.finditer(part):
        typed = found[0]
        text = typed if typed.isascii() else in_one_script(typed, None)
        is_open = text == typed and is_mixed(typed) and in_one_script(typed, Script.LATIN) != typed
        yield _Word(place, *found.span(), typed, text, _told_by(text), is_open)


def _told_by(word: str) -> Script | None:
    """Return the script of a word wholly in one; None when it tells nothing."""
    has_cyrillic = not word.isascii() and _CYRILLIC.search(word) is not None
    has_latin = _LATIN.search(word) is not None
    if has_cyrillic == has_latin or word in _SILENT or word in _CENTURY or (word.isupper() and is_numeral(word)):
        return None
    return Script.CYRILLIC if has_cyrillic else Script.LATIN


def _settle(words: list[_Word], otherwise: Script | None) -> None:
    """Let the nearest words that tell decide about the open ones; where they differ, the whole text does."""
    if not any(word.is_open for word in words):
        return
    before, after = _nearest(words), _nearest(reversed(words))[::-1]
    for word, *sides in zip(words, before, after, strict=True):
        if word.is_open and len(around := {side for side in sides if side}) == 1:
            word.settle(around.pop())
    script = _most(words) or otherwise
    for word in words:
        if word.is_open:
            word.settle(script)


def _nearest(words: Iterable[_Word]) -> list[Script | None]:
    """Return for each word what the last one before it told."""
    told: list[Script | None] = []
    last = None
    for word in words:
        told.append(last)
        last = word.script or last
    return told


def _most(words: Iterable[_Word]) -> Script | None:
    lengths = {Script.CYRILLIC: 0, Script.LATIN: 0}
    for word in words:
        if word.script is not None:
            lengths[word.script] += len(word.text)
    cyrillic, latin = lengths.values()
    return None if cyrillic == latin else Script.CYRILLIC if cyrillic > latin else Script.LATIN


def _unmask(words: list[_Word], parts: Sequence[str]) -> None:
    """Put the short words into the script of the words at their sides, when nothing but blanks parts them."""
    if not any(word.text in _IMITATED for word in words):
        return
    gaps = [_is_soft(one, two, parts) for one, two in pairwise(words)]
    before = _sides(words, [None, *gaps])
    after = _sides(words[::-1], [None, *gaps[::-1]])[::-1]
    for place, word in enumerate(words):
        whole = _IMITATED.get(word.text)
        if whole and before[place] | after[place] == {Script.LATIN if whole.isascii() else Script.CYRILLIC}:
            follower = words[place + 1].text if place + 1 < len(words) and gaps[place] else ""
            if word.text != "O" or follower[:1].islower():
                word.text = whole


def _is_soft(one: _Word, two: _Word, parts: Sequence[str]) -> bool | None:
    """Say whether only blanks and commas part two words; None when they belong to different parts."""
    return None if one.part != two.part else not parts[one.part][one.end : two.start].strip(_SOFT)


def _sides(words: Sequence[_Word], gaps: Sequence[bool | None]) -> list[_Side]:
    """Return for each word what the one before tells it, short words between them left out: a script, nothing, or a wall."""
    sides: list[_Side] = []
    side = _NOBODY
    for word, gap in zip(words, gaps, strict=True):
        side = _NOBODY if gap is None else side if gap else _WALL
        sides.append(side)
        if word.text not in _SILENT:
            side = frozenset({word.script})
    return sides


def _by_part(words: Iterable[_Word], count: int) -> list[list[_Word]]:
    by_part: list[list[_Word]] = [[] for _ in range(count)]
    for word in words:
        by_part[word.part].append(word)
    return by_part


def _with(part: str, words: Iterable[_Word]) -> str:
    pieces, end = [], 0
    for word in words:
        if word.text != word.typed:
            pieces += [part[end : word.start], word.text]
            end = word.end
    return "".join([*pieces, part[end:]])
