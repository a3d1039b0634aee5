"""Which script a text is in."""

import re
from enum import StrEnum

from biblionet_reg.domain.script import alphabet


class Script(StrEnum):
    """A script of Serbian."""

    CYRILLIC = "cyrillic"
    LATIN = "latin"


_CYRILLIC = re.compile(f"[{alphabet.CYRILLIC}]")
_LATIN = re.compile(f"[{alphabet.LATIN}ªº]")


def script_of(text: str) -> Script | None:
    """Return the script of most letters of `text`; None when it has neither, or as many of both."""
    latin = len(_LATIN.findall(text))
    cyrillic = 0 if text.isascii() else len(_CYRILLIC.findall(text))
    if cyrillic == latin:
        return None
    return Script.CYRILLIC if cyrillic > latin else Script.LATIN


def is_in_another(text: str) -> bool:
    """Say whether `text` has letters, and none of either script: it is Greek, Arabic or Chinese."""
    if text.isascii() or _CYRILLIC.search(text) or _LATIN.search(text):
        return False
    return any(map(str.isalpha, text))


def is_cyrillic(text: str) -> bool:
    """Say whether most letters of `text` are Cyrillic."""
    if text.isascii():
        return False
    return 2 * len(_CYRILLIC.findall(text)) > sum(map(str.isalpha, text))
