"""A translated message: the parts that are not words, its Latin form, and what may be wrong with it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum

from biblionet_reg.domain.script import to_latin
from biblionet_reg.domain.script.alphabet import CYRILLIC, LATIN

_PLACEHOLDER = r"%\([^()]+\)[a-z]|%%|\{[^{}]*\}"
_TAG = r"</?[a-z][^<>]*>"
_ADDRESS = r"https?://\S+|[\w.+-]+@[\w-]+\.[\w.-]+"
_ENTITY = r"&#?\w+;"
_FIXED = re.compile(f"({_PLACEHOLDER}|{_TAG}|{_ADDRESS}|{_ENTITY})", re.ASCII)
_TAG_NAME = re.compile(r"</?[a-z0-9]+", re.ASCII)
_BARE_PERCENT = re.compile(r"(?<!%)(?:%%)*%(?![(%])")
_MIXED_WORD = re.compile(f"[{LATIN}][{CYRILLIC}]|[{CYRILLIC}][{LATIN}]")
_CYRILLIC = re.compile(f"[{CYRILLIC}]")
_NOT_SERBIAN = re.compile(r"[ЁЙЩЪЫЬЭЮЯЅЃЌЄІЇҐЎёйщъыьэюяѕѓќєіїґў]")


class MessageFault(StrEnum):
    """What may be wrong with a translation."""

    MISSING = "is not translated"
    PLURALS = "has another number of plural forms than the language"
    PLACEHOLDERS = "has other placeholders or tags than the message"
    BARE_PERCENT = "has a bare % sign (write %%)"
    MIXED_WORD = "has a word of Cyrillic and Latin letters"
    NOT_SERBIAN = "has a Cyrillic letter that Serbian does not use"
    NOT_LATIN = "has a Cyrillic letter"
    STRAIGHT_QUOTES = "has straight or English quotation marks instead of „…“"


_SIGNS = {
    MessageFault.MIXED_WORD: _MIXED_WORD,
    MessageFault.NOT_SERBIAN: _NOT_SERBIAN,
    MessageFault.STRAIGHT_QUOTES: re.compile(r'["”«»]'),
}


def latin_of(text: str) -> str:
    """Return Serbian `text` in Latin; placeholders, tags and addresses stay as they are."""
    pieces = _FIXED.split(text)
    # Split by one group: what stands at odd places is fixed.
    return "".join(piece if place % 2 else to_latin(piece) for place, piece in enumerate(pieces))


def fixed_parts(text: str) -> Counter[str]:
    """Count placeholders and tags (by name), which a translation must have as the message has them."""
    parts = (part for part in _FIXED.findall(text) if part != "%%" and not part.startswith("&"))
    return Counter(_TAG_NAME.match(part).group() if part.startswith("<") else part for part in parts)  # type: ignore[union-attr]  # a found tag has a name


def faults_of(originals: Sequence[str], translations: Sequence[str], *, plural_forms: int, is_formatted: bool) -> Iterator[MessageFault]:
    """Tell what is wrong with the Serbian translation of one message (a plural one has two originals).

    `is_formatted`: the text goes through `%` formatting even where it has no placeholder, as in templates.
    """
    if not translations or not all(translations):
        yield MessageFault.MISSING
        return
    if len(translations) != (plural_forms if len(originals) > 1 else 1):
        yield MessageFault.PLURALS
    if any(set(fixed_parts(text)) != set(fixed_parts(originals[-1])) for text in translations):
        yield MessageFault.PLACEHOLDERS
    if (is_formatted or fixed_parts(originals[-1])) and any(_BARE_PERCENT.search(text) for text in (*originals, *translations)):
        yield MessageFault.BARE_PERCENT
    words = [_FIXED.sub(" ", text) for text in translations]
    yield from (fault for fault, sign in _SIGNS.items() if any(sign.search(text) for text in words))


def latin_faults_of(translations: Sequence[str]) -> Iterator[MessageFault]:
    """Tell what is wrong with Latin texts given by hand, beside what `faults_of` tells."""
    if any(_CYRILLIC.search(_FIXED.sub(" ", text)) for text in translations):
        yield MessageFault.NOT_LATIN
