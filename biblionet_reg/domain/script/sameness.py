"""Whether two names are the same name: typed in another script, or where the keyboard had no marks."""

import re

from biblionet_reg.domain.script.keys import fold, in_small_letters, strict_key
from biblionet_reg.domain.script.marks import without_marks

#: What parts words; a mark on its letter does not.
_SEAM = re.compile("[^\\w\u0300-\u036f]+|_+")


def same_name(one: str, other: str) -> bool:
    """Say whether `one` and `other` are the same name: Ђорђе, Đorđe and Djordje are; Ћирић and Чирић are not.

    Letters that tell names apart may be missing only where a whole word was typed in bare Latin letters (Ciric); a word
    with a mark, or in Cyrillic, has all the marks it wants: Сарић is no Шарић. What stands in `-{…}-` is a part of its name.
    """
    one, other = without_marks(one), without_marks(other)
    if (strict_key(one) or one.casefold()) == (strict_key(other) or other.casefold()):
        return True
    words, others = _words(one), _words(other)
    return bool(words) and len(words) == len(others) and all(map(_same_word, words, others))


def _words(name: str) -> list[str]:
    return [word for word in _SEAM.split(in_small_letters(name)) if word]


def _same_word(one: str, other: str) -> bool:
    if _with_whole_letters(one) == _with_whole_letters(other):
        return True
    return (one.isascii() or other.isascii()) and fold(one) == fold(other)


def _with_whole_letters(word: str) -> str:
    """Return the strict key of a word that is written with dj for đ, as many write it beside their other marks."""
    return strict_key(word.replace("dj", "đ"))
