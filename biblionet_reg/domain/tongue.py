"""In which language a short text seems to be: for its `lang`, and to know what may be written in the other script.

A guess by letters, little words and the stems of words that name institutions and professions. Where it
cannot tell, it says so: what is not surely Serbian is never converted.
"""

import re

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.script import Script, script_of

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_SERBIAN_ONLY = frozenset("ćđ")
_ABECEDA = frozenset("abcčćdđefghijklmnoprsštuvzž")
_SERBIAN_WORDS = frozenset(
    "i je se na su za od da ne koji koja koje što kao sa iz po do ili ali nije bi kod o u nad pod pri bez ima treba može "
    "vrlo dobro rad grad dom savet matica zavod ustanova klub škola skola os oš".split()
)
_ENGLISH_WORDS = frozenset(
    "the of and to in is for an this that with are be on not it as by from at has have was were but or very good paper "
    "author authors which more about its their".split()
)
_SERBIAN_STEMS = tuple(
    "bibliotek knjižni knjizni čitao citao muzej arhiv gimnazij fakultet univerzitet ministarstv opštin opstin gradsk narodn javn "
    "kultur srps srbij jugoslov društv drustv udruženj udruzenj savez ustanov zadužbin zaduzbin fondacij akademij skupštin pozoriš "
    "izdava školsk skolsk osnovn srednj tehničk tehnick medicinsk ekonomsk pravn filozofsk filološk pokrajinsk zavičajn vojvođ vojvod "
    "beograd savetni viši diplomiran samostaln profesor direktor uredni arhivist informator nastavni "
    "učitelj student uprav kancelarij".split()
)
_ENGLISH_ENDINGS = ("tion", "tions", "ing", "ings", "ity", "ally", "ship")


def tongue_of(text: str) -> Lang | None:
    """Return the language `text` seems to be in, with its script; None when nothing tells."""
    if script_of(text) is Script.CYRILLIC:
        return Lang.SR
    words = [word.lower() for word in _WORD.findall(text)]
    serbian = sum(_is_serbian(word) for word in words)
    english = sum(_is_english(word) for word in words)
    foreign = sum(_is_foreign(word) for word in words)
    if serbian > max(english, foreign):
        return Lang.SR_LATN
    return Lang.EN if english > max(serbian, foreign) else None


def _is_serbian(word: str) -> bool:
    if not _ABECEDA.issuperset(word):
        return False
    return word in _SERBIAN_WORDS or not _SERBIAN_ONLY.isdisjoint(word) or word.startswith(_SERBIAN_STEMS)


def _is_english(word: str) -> bool:
    return word in _ENGLISH_WORDS or word.endswith(_ENGLISH_ENDINGS)


def _is_foreign(word: str) -> bool:
    """Letters with marks that Serbian does not have; q, w, x and y stand in brands of Serbian texts too."""
    return any(not char.isascii() and char not in _ABECEDA for char in word if char.isalpha())
