"""Keys: what a text is searched by, and what says that two texts are the same.

The loose key forgives scripts, marks and dj for đ: Ђорђе = Đorđe = Djordje = Dorde = ђорђе. The strict key forgives
only scripts, case and look-alike letters: Ђорђе = Đorđe, but neither is Djordje, and Ćirić is no Čirić.
"""

import re
import unicodedata

from biblionet_reg.domain.script.alphabet import ACCENTED, DIGRAPHS, SINGLE, seen_signs
from biblionet_reg.domain.script.mixed import in_one_script

_CYRILLIC = {**SINGLE, **DIGRAPHS, **ACCENTED}
#: Letters of other Cyrillic alphabets, as the loose key hears them.
_FOREIGN_CYRILLIC = dict(
    zip("ѕѓќёйъыьэюящіїєґўѣ", ["z", "đ", "ć", "e", "j", "", "i", "", "e", "ju", "ja", "šč", "i", "ji", "je", "g", "u", "e"], strict=True)
)
#: Latin letters that Unicode does not take apart.
_WHOLE = {
    "đ": "d",
    "ð": "d",
    "ɖ": "d",
    "ø": "o",
    "ł": "l",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "ı": "i",
    "ħ": "h",
    "ŋ": "n",
    "ŧ": "t",
    "ĸ": "k",
}
_LAST_LATIN = 0x24F


def _plain(text: str) -> str:
    """Return the bare letters of a small letter or two."""
    parts = unicodedata.normalize("NFKD", "".join(_WHOLE.get(letter, letter) for letter in text))
    return "".join(part for part in parts if not unicodedata.combining(part))


_LOOSE = str.maketrans(
    {chr(code): _plain(chr(code).lower()) for code in range(0xC0, _LAST_LATIN + 1) if chr(code).isalpha()}
    | {letter: _plain(latin) for letter, latin in (_CYRILLIC | _FOREIGN_CYRILLIC).items()}
)
_STRICT = str.maketrans(_CYRILLIC | {"ð": "đ", "ɖ": "đ", "ѕ": "z", "і": "i"})
_MARKS = re.compile("[\u0300-\u036f]+")
_MIXED_HINT = re.compile("[a-z\u00df-\u024f\u0370-\u03ff][\u0430-\u052f]|[\u0430-\u052f][a-z\u00df-\u024f\u0370-\u03ff]")
_WORD = re.compile(r"[^\W_]+")
_DJ = re.compile("dj+")
_NOT_WORD = re.compile(r"[^\w@.+-]+")


def fold(text: str) -> str:
    """Return the loose key, for search: words of plain small letters, parted by single spaces."""
    if text.isascii():
        plain = text.lower()
    else:
        plain = in_small_letters(text).translate(_LOOSE)
        if not plain.isascii():
            plain = _MARKS.sub("", unicodedata.normalize("NFKD", plain)).translate(_LOOSE)
    return _NOT_WORD.sub(" ", _DJ.sub("d", plain) if "dj" in plain else plain).strip()


def strict_key(text: str) -> str:
    """Return the strict key, for "is it the same?": Serbian Latin in small letters, words parted by single spaces."""
    if text.isascii():
        return _NOT_WORD.sub(" ", text.lower()).strip()
    latin = in_small_letters(text).translate(_STRICT)
    return _NOT_WORD.sub(" ", unicodedata.normalize("NFC", latin)).strip()


def in_small_letters(text: str) -> str:
    """Return `text` small and without look-alike letters and unseen signs, so that a key does not depend on the keyboard."""
    whole = unicodedata.normalize("NFKC", seen_signs(text))
    small = whole.lower()
    if not _MIXED_HINT.search(small):
        return small
    return _WORD.sub(lambda word: in_one_script(word[0]), whole).lower()
