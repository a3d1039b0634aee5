"""The order of people in stored lists: one azbuka for names in both scripts, as a key any database sorts.

The key holds only digits, so every collation agrees about it. Latin names stand where their Cyrillic
form would; letters that Serbian does not have follow its own.
"""

import re
import unicodedata

from biblionet_reg.domain.script import to_latin

_AZBUKA = "абвгдђежзијклљмнњопрстћуфхцчџш"
_PLACES = {shown: place for place, letter in enumerate(_AZBUKA) for shown in (letter, to_latin(letter))}
_TOKEN = re.compile(r"lj|nj|dž|\d+|\w|[\s–—-]+")
_NUMBER_LENGTH = 9


def stored_order(*parts: str, length: int) -> str:
    """Return the key that sorts by the first part, then the next; at most `length` characters."""
    return "0".join("".join(_place(token) for token in _tokens(part)) for part in parts)[:length]


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(unicodedata.normalize("NFC", text).lower().strip())


def _place(token: str) -> str:
    """A gap sorts first, then numbers by their value, our letters, the letters of others."""
    if not token[0].isalnum():
        return "1"
    if token.isdecimal():
        return "2" + str(int(token))[-_NUMBER_LENGTH:].zfill(_NUMBER_LENGTH)
    place = _PLACES.get(token, _PLACES.get(_base(token)))
    return f"3{place:02d}" if place is not None else f"4{ord(token[0]):07d}"


def _base(letter: str) -> str:
    return unicodedata.normalize("NFKD", letter)[0]
