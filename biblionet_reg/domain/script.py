"""Serbian in two scripts: Cyrillic to Latin for display, and the folded key for search.

Digraphs follow the case of their surroundings: Његош → Njegoš, ВРАЊЕ → VRANJE, and an initial
(„Љ. Ненадовић“) → Lj. Everything that is not a Serbian Cyrillic letter passes through.
"""

import re
import unicodedata
from functools import lru_cache

_SINGLE = dict(zip("абвгдђежзијклмнопрстћуфхцчш", "abvgdđežzijklmnoprstćufhcčš", strict=True))
_DIGRAPHS = {"љ": "lj", "њ": "nj", "џ": "dž"}
_TABLE = str.maketrans({**_SINGLE, **{c.upper(): latin.upper() for c, latin in _SINGLE.items()}})
_CAPITAL_DIGRAPH = re.compile("[ЉЊЏ]")
_SMALL_DIGRAPHS = str.maketrans(_DIGRAPHS)
_FOLD_MARKS = re.compile(r"[\u0300-\u036f]")
_NOT_WORD = re.compile(r"[^\w@.+-]+")


@lru_cache(maxsize=8192)
def to_latin(text: str) -> str:
    """Return Serbian Cyrillic `text` in Serbian Latin."""
    if text.isascii():
        return text
    with_capitals = _CAPITAL_DIGRAPH.sub(lambda match: _capital(match, text), text)
    return with_capitals.translate(_SMALL_DIGRAPHS).translate(_TABLE)


def _capital(match: re.Match[str], text: str) -> str:
    latin = _DIGRAPHS[match.group().lower()]
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    all_capitals = after.isupper() if after.isalpha() else before.isupper()
    return latin.upper() if all_capitals else latin.capitalize()


def fold(text: str) -> str:
    """Return the search key: one for Ђорђе, Đorđe, Djordje, Dorde and ђорђе."""
    latin = to_latin(unicodedata.normalize("NFKC", text)).lower().replace("ð", "đ")
    latin = latin.replace("dž", "dz").replace("đ", "dj")
    plain = _FOLD_MARKS.sub("", unicodedata.normalize("NFKD", latin)).replace("dj", "d")
    return _NOT_WORD.sub(" ", plain).strip()


def is_cyrillic(text: str) -> bool:
    """Say whether most letters of `text` are Cyrillic."""
    letters = [char for char in text if char.isalpha()]
    cyrillic = sum("\u0400" <= char <= "\u04ff" for char in letters)
    return cyrillic * 2 > len(letters)
