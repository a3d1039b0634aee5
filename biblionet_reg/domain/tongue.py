"""In which language a short text seems to be: for its `lang`, and to know what may be written in the other script.

A guess by letters, little words, endings and stems. It is asked in three ways: of free text, where nothing is converted
and a doubt is told; of a text given as Serbian, which is foreign only where nearly everything says so; and of the name
of an institution or a profession, which is foreign where anything is that Serbian words do not outweigh.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.script import Script, is_in_another, script_of
from biblionet_reg.domain.script.alphabet import whole_letters
from biblionet_reg.domain.tongue_words import (
    ENGLISH_ENDINGS,
    ENGLISH_WORDS,
    FOREIGN_CYRILLIC,
    FOREIGN_SPELLING,
    NEIGHBOUR,
    OTHER_WORDS,
    SERBIAN_ENDINGS,
    SERBIAN_ING,
    SERBIAN_STEMS,
    SERBIAN_WORDS,
    STAYING,
    SURELY_SERBIAN,
)

_WORD = re.compile(r"[^\W\d_]+(?:[’'\u0306][^\W\d_]+)*")
#: Addresses, and what the mark holds, say nothing of the language around them.
_NO_WORDS = re.compile(r"-\{[^{}]*+\}-|(?<!\S)\S*(?:://|www\.|@)\S*")
_CYRILLIC = re.compile("[\u0400-\u052f]")
#: Accents of Serbian scholars, and eth as people type it for đ.
_SERBIAN_ACCENT = re.compile("[\u030f\u0311]")
_ETH = str.maketrans("ðÐ", "đĐ")
_SERBIAN_ONLY = frozenset("ćđ")
_SERBIAN_MARKS = frozenset("čćšžđ")
_ABECEDA = frozenset("abcčćdđefghijklmnoprsštuvzž")
#: Where one Cyrillic word of so many is foreign, the whole text is.
_CONSIDERABLE = 4
#: Words of so many letters are told by no ending, and may be shorthand.
_SHORT = 4
#: A text of more than one word is foreign by two of them.
_TWO = 2


@dataclass(frozen=True, slots=True)
class _Signs:
    """How many words of a text speak for each."""

    words: int
    serbian: int
    english: int
    foreign: int
    staying: int
    neighbour: bool

    @property
    def tongue(self) -> Lang | None:
        """The language of a text that is known to be foreign."""
        return Lang.EN if self.english * 2 > self.foreign and not self.neighbour else None


def tongue_of(text: str) -> Lang | None:
    """Return the language free `text` seems to be in, with its script; None when nothing tells."""
    if script_of(text) is Script.CYRILLIC:
        return None if _is_foreign_cyrillic(text) else Lang.SR
    signs = _signs(text)
    if signs.serbian > signs.foreign and not signs.neighbour:
        return Lang.SR_LATN
    return signs.tongue if signs.english > signs.serbian else None


@lru_cache(maxsize=4096)
def foreign_tongue(text: str) -> tuple[bool, Lang | None]:
    """Say whether a text given as Serbian is surely another language, and which one if that is known."""
    if script_of(_NO_WORDS.sub(" ", text)) is not Script.LATIN:
        return _is_foreign_cyrillic(text) or is_in_another(text), None
    signs = _signs(text)
    many = signs.foreign > 2 * signs.serbian and signs.foreign * 3 >= signs.words and signs.foreign >= min(_TWO, signs.words)
    foreign = signs.neighbour or many
    return foreign, signs.tongue if foreign else None


@lru_cache(maxsize=4096)
def foreign_name_tongue(text: str) -> tuple[bool, Lang | None]:
    """Say whether an institution or a profession is foreign, and in which language if that is known."""
    if script_of(text) is not Script.LATIN:
        return _is_foreign_cyrillic(text) or is_in_another(text), None
    signs = _signs(text)
    foreign = signs.neighbour or signs.foreign > signs.serbian or signs.staying == signs.words
    return foreign, signs.tongue if foreign else None


def _signs(text: str) -> _Signs:
    text = whole_letters(_NO_WORDS.sub(" ", text)).translate(_ETH)
    words = [word.lower() for word in _WORD.findall(text)]
    telling = [word.lower() for word in _WORD.findall(text) if text.isupper() or not _is_shorthand(word)]
    foreign = [word for word in telling if _is_foreign(word)]
    serbian = [word for word in words if _is_serbian(word) and word not in OTHER_WORDS]
    return _Signs(
        len(words),
        len(serbian),
        sum(_is_english(word) for word in telling),
        len(foreign),
        sum(word in STAYING for word in words),
        bool(NEIGHBOUR.search(text)) and not any(word in SURELY_SERBIAN or not _SERBIAN_ONLY.isdisjoint(word) for word in words),
    )


def _is_shorthand(word: str) -> bool:
    """IT and PR among other words are neither English words nor Serbian ones."""
    return len(word) <= _SHORT and word.isupper()


def _is_serbian(word: str) -> bool:
    if word in SERBIAN_WORDS or word in SERBIAN_ING:
        return True
    if not _ABECEDA.issuperset(word) or _is_english(word):
        return _is_accented(word)
    if not _SERBIAN_MARKS.isdisjoint(word) or word.startswith(SERBIAN_STEMS):
        return True
    return len(word) > _SHORT and word.endswith(SERBIAN_ENDINGS) and not FOREIGN_SPELLING.search(word)


def _is_english(word: str) -> bool:
    if word in ENGLISH_WORDS:
        return True
    return word not in SERBIAN_ING and (word.endswith(ENGLISH_ENDINGS) or (word.endswith("ing") and len(word) > _SHORT))


def _is_foreign(word: str) -> bool:
    """Spelled as Serbian never is, or a word of another language; Cyrillic words among Latin ones tell by their letters alone."""
    if _CYRILLIC.search(word):
        return bool(FOREIGN_CYRILLIC.search(word))
    if word in SERBIAN_WORDS or word in SERBIAN_ING or _is_accented(word):
        return False
    if _is_english(word) or word in OTHER_WORDS or not _ABECEDA.issuperset(word):
        return True
    return word not in STAYING and bool(FOREIGN_SPELLING.search(word))


def _is_accented(word: str) -> bool:
    return not word.isascii() and bool(_SERBIAN_ACCENT.search(unicodedata.normalize("NFD", word)))


def _is_foreign_cyrillic(text: str) -> bool:
    if text.isascii():
        return False
    words = [word for word in _WORD.findall(_NO_WORDS.sub(" ", text)) if _CYRILLIC.search(word)]
    return sum(bool(FOREIGN_CYRILLIC.search(word)) for word in words) * _CONSIDERABLE >= max(len(words), 1)
