"""Is it a Roman numeral? XIX always is; I, V and VI are told by the words around them.

The words are read without regard to their script, so that a text converted once is understood the same way again.
"""

import re
from dataclasses import dataclass

from biblionet_reg.domain.script.latin import letters_to_latin
from biblionet_reg.domain.script.neighbours import Neighbour, among_capitals, word_after, word_before
from biblionet_reg.domain.script.numbered import FOLLOWING, PRECEDING, RULER

_NUMERAL = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
#: Numerals that are Serbian words as well.
_WORDS = frozenset({"MI", "VI", "LI", "DI", "DIV", "LIV"})
_SHORTEST = frozenset({"I", "V"})
_LETTERS = frozenset({"L", "C", "D", "M"})
_DASHES = frozenset("-–—/")
_BESIDE = re.compile(r"\s?[-–—/]\s?|,\s|\s[iи]\s")
_NEW_SENTENCE = re.compile(r"[.!?…:;\n„“”\"«»(\[|•–—]")
_REACH = 40
_BLANKS = frozenset({" ", "\u00a0"})


@dataclass(frozen=True, slots=True)
class _Place:
    """Capitals in a text, with the words at both sides."""

    text: str
    start: int
    end: int
    before: Neighbour
    after: Neighbour

    @property
    def numeral(self) -> str:
        return self.text[self.start : self.end]

    @property
    def among_capitals(self) -> bool:
        return among_capitals(self.text, self.start, self.end)


def stays(text: str, start: int, end: int) -> bool:
    """Say whether the capitals I V X L C D M between `start` and `end` are a numeral here."""
    numeral = text[start:end]
    if "X" in numeral:
        return True
    if not is_numeral(numeral):
        return False
    if len(numeral) > 1 and numeral not in _WORDS:
        return True
    return _told_by_neighbours(_Place(text, start, end, word_before(text, start), word_after(text, end)))


def is_numeral(letters: str) -> bool:
    """Say whether `letters` make a Roman numeral."""
    return bool(letters) and _NUMERAL.fullmatch(letters) is not None


def _told_by_neighbours(place: _Place) -> bool:
    if _beside_numeral(place.numeral, place.before) or _beside_numeral(place.numeral, place.after):
        return True
    if place.numeral in _LETTERS:
        return False
    if _is_ruler(place.before) or _is_numbered(place):
        return not _is_and(place)
    if place.numeral == "VI":
        return not place.among_capitals
    return place.numeral in _SHORTEST and _is_single(place)


def _is_single(place: _Place) -> bool:
    """Say whether I or V, where nothing is numbered, is a numeral: before a full stop it is an initial."""
    if place.after.between.startswith(("-", "/")) and place.after.word[:1].isdigit():
        return True
    if place.text[place.end : place.end + 1] == ".":
        return False
    return place.numeral == "V" or _is_first(place)


def _is_first(place: _Place) -> bool:
    """Say whether I means "first" and not "and", which is a capital letter at the beginning of a sentence or among capitals."""
    if _begins(place):
        return not place.after.word or place.after.between.startswith((")", "]", "\n"))
    between_titles = _is_title(place.before.word) and _is_title(place.after.word) and place.after.between.isspace()
    return not between_titles and not _joins_capitals(place)


def _is_and(place: _Place) -> bool:
    """Say whether I stands between words in capitals that it joins: „КОНГРЕСИ И САБОРИ“, but „ПЕТАР I“."""
    return place.numeral == "I" and not _begins(place) and _joins_capitals(place) and not _is_ruler(place.before)


def _joins_capitals(place: _Place) -> bool:
    return place.after.between in _BLANKS and place.among_capitals


def _begins(place: _Place) -> bool:
    return not place.before.word or _NEW_SENTENCE.search(place.before.between) is not None


def _beside_numeral(numeral: str, neighbour: Neighbour) -> bool:
    """Say whether the neighbour is a numeral for certain, or the other end of a span as short as I–V."""
    if not _BESIDE.fullmatch(neighbour.between) or not is_numeral(neighbour.word):
        return False
    if neighbour.word not in _WORDS and (len(neighbour.word) > 1 or neighbour.word == "X"):
        return True
    return numeral in _SHORTEST and neighbour.word in _SHORTEST and neighbour.between.strip() in _DASHES


def _is_ruler(before: Neighbour) -> bool:
    return before.between in _BLANKS and RULER.fullmatch(_plain(before.word)) is not None


def _is_numbered(place: _Place) -> bool:
    """Say whether what is numbered follows („I разред“, „I. разред“) or stands before („том I“)."""
    if FOLLOWING.match(_plain(place.text[place.end : place.end + _REACH])):
        return True
    return place.before.between in _BLANKS and PRECEDING.match(_plain(place.before.word)) is not None


def _is_title(word: str) -> bool:
    return word[:1].isupper() and not word.isupper()


def _plain(word: str) -> str:
    return letters_to_latin(word).lower()
