"""Cyrillic to Latin, the exact direction.

A digraph follows the case of its word: Његош → Njegoš, ВРАЊЕ → VRANJE. An initial is Lj. („Љ. Ненадовић“), also in
capitals; a letter that is a word of its own follows its neighbours (ЏЕП И Љ → DŽEP I LJ, слово Љ → slovo Lj). Letters
of other Cyrillic alphabets keep the words they stand in as they are; Latin text and everything else pass through, and web
and mail addresses stay.
"""

import re

from biblionet_reg.domain.script.addresses import outside_addresses
from biblionet_reg.domain.script.alphabet import ACCENTED, DIGRAPHS, MARKS, SINGLE, in_both_cases
from biblionet_reg.domain.script.marks import outside_marks
from biblionet_reg.domain.script.neighbours import among_capitals

_TABLE = str.maketrans(
    {**in_both_cases(SINGLE), **in_both_cases(ACCENTED), **DIGRAPHS, **{one.upper(): two.capitalize() for one, two in DIGRAPHS.items()}}
)
_UPPER = {one.upper(): two.upper() for one, two in DIGRAPHS.items()}
_CAPITALS = "A-ZÀ-ÖØ-ÞČĆŠŽĐЀ-Я"
_SMALL = "a-zß-öø-ÿčćšžđа-џ"
_CAPITAL_DIGRAPH = re.compile("[ЉЊЏ]")
_IN_CAPITALS = re.compile(
    f"[ЉЊЏ](?=[{MARKS}]*[{_CAPITALS}])|(?:(?<=[{_CAPITALS}])|(?<=[{_CAPITALS}][{MARKS}]))[ЉЊЏ](?![{MARKS}]*[{_SMALL}])"
)
_ALONE = re.compile(rf"(?<![^\W\d_])(?<![{MARKS}])[ЉЊЏ](?![{MARKS}]*(?:[^\W\d_]|\.))")
#: A word with a Cyrillic letter that Serbian lacks: half a word in each script would be nobody's.
_FOREIGN_LETTER = re.compile(r"(?![а-зик-шА-ЗИК-ШјљњћђџЈЉЊЋЂЏѐѝЀЍ])[\u0400-\u0481\u048a-\u052f]|[иИ]\u0306")
_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{MARKS}])*+")


def to_latin(text: str) -> str:
    """Return Serbian Cyrillic `text` in Serbian Latin; the marks `-{…}-` are dropped, what they hold stays as it is."""
    if "-{" in text:
        return outside_marks(text, _outside_addresses)
    return text if text.isascii() else _outside_addresses(text)


def _outside_addresses(text: str) -> str:
    if "@" in text or "#" in text or "://" in text or "www." in text or ".срб" in text:
        return outside_addresses(text, letters_to_latin)
    return letters_to_latin(text)


def letters_to_latin(text: str) -> str:
    """Return `text` with its Serbian Cyrillic words in Latin, addresses and all."""
    if not _FOREIGN_LETTER.search(text):
        return _serbian_to_latin(text)
    pieces, end = [], 0
    for word in _WORD.finditer(text):
        if _FOREIGN_LETTER.search(word[0]):
            pieces += [_serbian_to_latin(text[end : word.start()]), word[0]]
            end = word.end()
    return "".join([*pieces, _serbian_to_latin(text[end:])])


def _serbian_to_latin(text: str) -> str:
    if _CAPITAL_DIGRAPH.search(text):
        text = _IN_CAPITALS.sub(lambda digraph: _UPPER[digraph[0]], text)
        text = _ALONE.sub(_alone, text)
    return text.translate(_TABLE)


def _alone(letter: re.Match[str]) -> str:
    return _UPPER[letter[0]] if among_capitals(letter.string, letter.start(), letter.end()) else letter[0]
