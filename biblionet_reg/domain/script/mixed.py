"""A word that mixes alphabets, put into the one that its letters show.

A letter without a double decides: б is Cyrillic, r is Latin. Both in one word, and no whole form exists; neither, and
the word says nothing by itself.
"""

import re

from biblionet_reg.domain.script.detection import Script
from biblionet_reg.domain.script.doubles import TO_CYRILLIC, TO_LATIN
from biblionet_reg.domain.script.roman import is_numeral

_CYRILLIC = re.compile("[\u0400-\u052f]")
_GREEK = re.compile("[\u0370-\u03ff]")
_LATIN = re.compile("[A-Za-zÀ-ÖØ-öø-\u024f]")
#: A Latin shorthand with a Serbian ending: meant as it is.
_WITH_ENDING = re.compile("[A-Z]{2,}[а-шјљњћђџ]{1,5}")
#: Đ does not look like Ђ, but who lacks the one on the keyboard takes the other.
_IN_LATIN = str.maketrans(TO_LATIN | {"Ђ": "Đ", "ђ": "đ"})
_IN_CYRILLIC = str.maketrans(TO_CYRILLIC | {"Đ": "Ђ", "đ": "ђ", "Ð": "Ђ", "ð": "ђ"})
#: Cyrillic letters whose doubles are no letters of Serbian Latin, and ђ, which nobody types for đ.
_HARDLY_LATIN = re.compile("[уУхХђЂ]")
_DJ = re.compile("[ĐđÐð]")


def in_one_script(word: str, otherwise: Script | None = Script.CYRILLIC) -> str:
    """Return `word` in the script that its letters show, in `otherwise` when they show none, or as it is when no whole form exists."""
    has_cyrillic, has_latin, has_greek = (bool(letters.search(word)) for letters in (_CYRILLIC, _LATIN, _GREEK))
    if [has_cyrillic, has_latin, has_greek].count(True) <= 1 or _WITH_ENDING.fullmatch(word):
        return word
    in_latin, in_cyrillic = _whole(word.translate(_IN_LATIN), _CYRILLIC), _whole(word.translate(_IN_CYRILLIC), _LATIN)
    if in_latin is not None and is_numeral(in_latin):
        return in_latin
    if in_latin is None or in_cyrillic is None:
        return in_latin or in_cyrillic or word
    if not (has_cyrillic and has_latin):
        return in_cyrillic if has_cyrillic else in_latin
    return {Script.LATIN: in_latin, Script.CYRILLIC: in_cyrillic, None: word}[_likely(word) or otherwise]


def is_mixed(word: str) -> bool:
    """Say whether `word` has letters of both scripts and is no Latin shorthand with a Serbian ending."""
    return bool(_CYRILLIC.search(word) and _LATIN.search(word)) and not _WITH_ENDING.fullmatch(word)


def _whole(word: str, others: re.Pattern[str]) -> str | None:
    return None if others.search(word) or _GREEK.search(word) else word


def _likely(word: str) -> Script | None:
    """Return the script of a word that both could write, when one of them hardly would."""
    if _HARDLY_LATIN.search(word):
        return Script.CYRILLIC
    mostly_cyrillic = len(_CYRILLIC.findall(word)) > len(_LATIN.findall(word))
    return Script.CYRILLIC if mostly_cyrillic and _DJ.search(word) else None
