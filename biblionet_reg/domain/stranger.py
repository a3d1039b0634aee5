"""A letter of the other alphabet in an e-mail or web address: found, never put right in silence."""

import re
import unicodedata
from dataclasses import dataclass

_ENCODED = re.compile(r"\bxn--([a-z0-9-]{1,59})", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Stranger:
    """A letter of the other alphabet in an address, and the address as people read it."""

    address: str
    letter: str
    is_cyrillic: bool


def stranger_in(address: str) -> Stranger | None:
    """Return the letter of an e-mail or web address that comes from the other alphabet, if there is one."""
    address = _ENCODED.sub(_decoded, address)
    for word in _WORD.findall(address):
        if stranger := _minority(word):
            return Stranger(address, *stranger)
    before, at, domain = address.rpartition("@")
    labels = (domain if at else address.partition("://")[2].partition("/")[0]).split(".")
    if any(_alphabet(letter) == "LATIN" for letter in labels[-1]):
        before += "".join(labels)
    found = next((letter for letter in before if _alphabet(letter) == "CYRILLIC"), None)
    return Stranger(address, found, is_cyrillic=True) if found else None


def _decoded(encoded: re.Match[str]) -> str:
    """Return a part of a domain as people read it: browsers send it encoded."""
    try:
        return encoded.group(1).encode().decode("punycode")
    except UnicodeError:
        return encoded.group()


def _minority(word: str) -> tuple[str, bool] | None:
    cyrillic = [letter for letter in word if _alphabet(letter) == "CYRILLIC"]
    latin = [letter for letter in word if _alphabet(letter) == "LATIN"]
    if not cyrillic or not latin:
        return None
    return (cyrillic[0], True) if len(cyrillic) <= len(latin) else (latin[0], False)


def _alphabet(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]
