"""A word that mixes alphabets, put into the one of most of its letters."""

import re

from biblionet_reg.domain.script.detection import Script
from biblionet_reg.domain.script.lookalikes import TO_CYRILLIC, TO_LATIN
from biblionet_reg.domain.script.roman import is_numeral

_CYRILLIC = re.compile("[\u0400-\u052f]")
_GREEK = re.compile("[\u0370-\u03ff]")
_LATIN = re.compile("[A-Za-zÀ-ÖØ-öø-\u024f]")
#: A Latin shorthand with a Serbian ending: meant as it is.
_WITH_ENDING = re.compile("[A-Z]{2,}[а-шјљњћђџ]{1,5}")


def in_one_script(word: str, otherwise: Script | None = Script.CYRILLIC) -> str:
    """Return `word` in the script of most of its letters, or as it is when a letter has no double there.

    Of even halves the one with letters that have no double wins; when no letter tells, `otherwise` does.
    """
    cyrillic, latin, greek = len(_CYRILLIC.findall(word)), len(_LATIN.findall(word)), len(_GREEK.findall(word))
    if len(word) in {cyrillic, latin, greek} or _WITH_ENDING.fullmatch(word):
        return word
    in_latin, in_cyrillic = _in_latin(word), _in_cyrillic(word)
    if in_latin is not None and is_numeral(in_latin):
        return in_latin
    if cyrillic == latin:
        if in_latin is not None and in_cyrillic is not None:
            return {Script.LATIN: in_latin, Script.CYRILLIC: in_cyrillic, None: word}[otherwise]
        return in_cyrillic or in_latin or word
    return (in_cyrillic if cyrillic > latin else in_latin) or word


def _in_latin(word: str) -> str | None:
    whole = "".join(TO_LATIN.get(letter, letter) for letter in word)
    return None if _CYRILLIC.search(whole) or _GREEK.search(whole) else whole


def _in_cyrillic(word: str) -> str | None:
    whole = "".join(TO_CYRILLIC.get(letter, letter) for letter in word)
    return None if _LATIN.search(whole) or _GREEK.search(whole) else whole
