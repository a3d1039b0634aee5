"""Alphabetical order as readers of each language expect it: азбука, abeceda, or the English alphabet.

Lists are sorted in the script they are shown in. In the azbuka Latin names follow the Cyrillic ones;
in the abeceda a Cyrillic original is read letter by letter, so „инјекција“ never becomes nj.
"""

import re
import unicodedata

from biblionet_reg.domain.language import Lang

_AZBUKA = "абвгдђежзијклљмнњопрстћуфхцчџш"
_ABECEDA = tuple("a b c č ć d dž đ e f g h i j k l lj m n nj o p q r s š t u v w x y z ž".split())
_AZBUKA_IN_LATIN = "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š".split()
_CYRILLIC_IN_ABECEDA = dict(zip(_AZBUKA, _AZBUKA_IN_LATIN, strict=True))
_LETTER = re.compile(r"lj|nj|dž|\d+|\w|[\s–—-]+")
_SINGLE = re.compile(r"\d+|\w|[\s–—-]+")
_NOT_DECOMPOSED = {"ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"}

# The classes of a place in the order: a gap between words, a number, a letter, a letter of another script.
_GAP, _NUMBER, _OWN, _FOREIGN = range(4)

Key = tuple[tuple[int, int], ...]


def sort_key(text: str, lang: Lang) -> tuple[Key, str]:
    """Return the key that sorts `text` among others shown in `lang`; marks and quotes do not count."""
    lowered = unicodedata.normalize("NFC", text).lower().strip()
    pattern = _SINGLE if lang is Lang.SR else _LETTER
    return tuple(place for found in pattern.findall(lowered) for place in _places(found, lang)), lowered


def initial(text: str, lang: Lang) -> str:
    """Return the heading under which `text` stands in an index: „Љ“, "Lj", "C" for Čolić in English."""
    lowered = unicodedata.normalize("NFC", text).lower()
    pattern = _SINGLE if lang is Lang.SR else _LETTER
    first = next((found for found in pattern.findall(lowered) if found[0].isalpha()), "")
    if not first:
        return "#"
    if lang is Lang.SR:
        return (first if first in _AZBUKA else _base(first)[:1]).upper()
    letter = _CYRILLIC_IN_ABECEDA.get(first, first)
    if lang is Lang.EN:
        return _base(letter[0])[:1].upper()
    return (letter if letter in _ABECEDA else _base(letter)[:1]).capitalize()


def _places(found: str, lang: Lang) -> list[tuple[int, int]]:
    if not found[0].isalnum():
        return [(_GAP, 0)]
    if found.isdecimal():
        return [(_NUMBER, int(found))]
    if lang is Lang.SR:
        return _azbuka_places(found)
    letter = _CYRILLIC_IN_ABECEDA.get(found, found)
    return _english_places(letter) if lang is Lang.EN else _abeceda_places(letter)


def _azbuka_places(letter: str) -> list[tuple[int, int]]:
    if letter in _AZBUKA:
        return [(_OWN, _AZBUKA.index(letter))]
    base = _base(letter)
    if base in _AZBUKA:
        return [(_OWN, _AZBUKA.index(base))]
    return _english_places(letter, other=_FOREIGN)


def _abeceda_places(letter: str) -> list[tuple[int, int]]:
    if letter in _ABECEDA:
        return [(_OWN, _ABECEDA.index(letter))]
    return [(_OWN, _ABECEDA.index(char)) if char in _ABECEDA else (_FOREIGN, ord(char)) for char in _base(letter)]


def _english_places(letter: str, other: int = _OWN) -> list[tuple[int, int]]:
    return [(other if char.isascii() else _FOREIGN, ord(char)) for part in letter for char in _base(part)]


def _base(letter: str) -> str:
    """Return a letter without its marks: é is e, ø is o."""
    plain = unicodedata.normalize("NFKD", _NOT_DECOMPOSED.get(letter, letter.replace("đ", "d")))
    return "".join(char for char in plain if not unicodedata.combining(char))
