"""The letters of Serbian in both scripts, and letters that accompany them."""

import re

#: The Cyrillic alphabet, in its order.
AZBUKA = "абвгдђежзијклљмнњопрстћуфхцчџш"
#: Cyrillic letters with one Latin letter each.
SINGLE = dict(zip("абвгдђежзијклмнопрстћуфхцчш", "abvgdđežzijklmnoprstćufhcčš", strict=True))
#: Cyrillic letters that Latin writes with two.
DIGRAPHS = {"љ": "lj", "њ": "nj", "џ": "dž"}
#: е and и with a grave accent, the only accented Cyrillic letters that Unicode has whole.
ACCENTED = {"ѐ": "è", "ѝ": "ì"}

#: Inside a character class: the letters of a whole script, those of other languages too.
CYRILLIC = "\u0400-\u052f"
GREEK = "\u0370-\u03ff"
LATIN = "A-Za-zÀ-ÖØ-öø-\u024f\u1e00-\u1eff"
#: Inside a character class: the Cyrillic letters of Serbian, small and capital.
SERBIAN_CYRILLIC = "а-зик-шА-ЗИК-ШјљњћђџЈЉЊЋЂЏ"
#: Inside a character class: the Latin letters of Serbian, small and capital, with eth as people type it for đ.
SMALL = "a-pr-vzčćšžđð"
CAPITAL = "A-PR-VZČĆŠŽĐÐ"
#: Inside a character class: accents and the invisible signs that may stand inside a word.
MARKS = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")

#: Precomposed digraphs as two letters, eth and African d as đ.
_TYPED = {"Ǆ": "DŽ", "ǅ": "Dž", "ǆ": "dž", "Ǉ": "LJ", "ǈ": "Lj", "ǉ": "lj", "Ǌ": "NJ", "ǋ": "Nj", "ǌ": "nj", "Ɖ": "Đ", "ɖ": "đ"}
#: Letters typed as letter and mark (NFD) become one letter again; only those of Serbian, other marks stay as they are.
_COMPOSED = {"c\u030c": "č", "c\u0301": "ć", "s\u030c": "š", "z\u030c": "ž"}


def in_both_cases(table: dict[str, str]) -> dict[str, str]:
    """Return `table` with capital letters added."""
    return {**table, **{key.upper(): value.upper() for key, value in table.items()}}


_COMPOSING = in_both_cases(_COMPOSED)
_TYPED_LETTERS = str.maketrans(_TYPED)
_TYPED_LETTER = re.compile(f"[{''.join(_TYPED)}]")


def seen_signs(text: str) -> str:
    """Return `text` without soft hyphens and signs without a width: they come along when words are copied, and nobody sees them."""
    return text if text.isascii() else _UNSEEN.sub("", text)


def whole_letters(text: str) -> str:
    """Return Latin text with every Serbian letter written one way: composed, digraphs as two letters."""
    if "\u030c" in text or "\u0301" in text:
        for parts, letter in _COMPOSING.items():
            text = text.replace(parts, letter)
    if _TYPED_LETTER.search(text):
        text = text.translate(_TYPED_LETTERS)
    return text
