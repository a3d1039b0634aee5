"""The words a record is found by: each of them folded, with the part of the record it stands in.

Both scripts, with or without marks, give the same word, because every word goes through `fold`.
"""

import re
from collections.abc import Iterable, Mapping
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from biblionet_reg.domain.script import fold, without_marks
from biblionet_reg.domain.script.alphabet import seen_signs

#: How long a stored word may be; longer ones are cut, in the record and in the question alike.
WORD_LIMIT = 60
# A combining mark (the accents of poetry and dictionaries) belongs to the letter before it.
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
_FOLDED_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile(r"(?<=\w)['’‘ʼ`´](?=\w)")
_WITH_APOSTROPHE = re.compile(r"[^\W_]+(?:['’‘ʼ`´][^\W_]+)+")


class Field(IntEnum):
    """The part of a record a word stands in; kept in the database, so the numbers stay."""

    CODE = 1
    NAME = 2
    INSTITUTION = 3
    TITLE = 4
    TOPIC = 5
    ADDRESS = 6


#: Where typing errors are forgiven: the words people know by ear.
NAMES = (Field.NAME, Field.INSTITUTION)


class Entry(NamedTuple):
    """A word in a part of a record."""

    field: Field
    word: str


def entries(texts: Mapping[Field, Iterable[str]]) -> frozenset[Entry]:
    """Return every word of a record once for each part it stands in."""
    found = (Entry(field, word) for field, parts in texts.items() for text in parts for word in _words_in(field, text))
    return frozenset(found)


def name_words(texts: Mapping[Field, Iterable[str]]) -> dict[str, str]:
    """Return the words of names, institutions and places as they were typed, by their folded form."""
    parts = (text for field in NAMES for text in texts.get(field, ()))
    return {word: typed[:WORD_LIMIT] for text in parts for typed, whole in _typed_words(text) for word in _folded(whole)}


def words_of(text: str) -> list[str]:
    """Return the folded words of `text` as they follow one another."""
    return [word for typed in _WORD.findall(_plain(text)) for word in _folded(typed)]


def code_word(code: str) -> str:
    """Return the word by which a whole code is found."""
    return code.replace("-", "").lower()


def address_word(typed: str) -> str:
    """Return an e-mail address, or a piece of one, as one word: its parts, with full stops between them."""
    return ".".join(words_of(typed))[:WORD_LIMIT]


def _words_in(field: Field, text: str) -> Iterable[str]:
    if field is Field.CODE:
        return _code_words(text)
    if field is Field.ADDRESS:
        return _address_words(text)
    return [word for _typed, whole in _typed_words(text) for word in _folded(whole)]


def _typed_words(text: str) -> Iterable[tuple[str, str]]:
    """Tell each word as it was typed and as it is folded; one with an apostrophe in its parts, and joined as well."""
    plain = _plain(text)
    yield from ((typed, typed) for typed in _WORD.findall(plain))
    if _APOSTROPHES.search(plain):
        yield from ((found[0], _APOSTROPHES.sub("", found[0])) for found in _WITH_APOSTROPHE.finditer(plain))


def _code_words(code: str) -> list[str]:
    """The whole code exactly, and folded, with and without its letter, for those who remember a piece of it."""
    body = code.partition("-")[2]
    return [code_word(code), *words_of(code.replace("-", "")), *words_of(body)] if code else []


def _address_words(address: str) -> list[str]:
    """The address from each of its parts on, so that a part is the beginning of a word."""
    parts = words_of(address)
    return [".".join(parts[start:])[:WORD_LIMIT] for start in range(len(parts))]


def _plain(text: str) -> str:
    return seen_signs(without_marks(text))


@lru_cache(maxsize=8192)
def _folded(typed: str) -> tuple[str, ...]:
    return tuple(word[:WORD_LIMIT] for word in _FOLDED_WORD.findall(fold(typed)))
