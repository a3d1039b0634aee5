"""What somebody typed into a search box, read as words to find; what a found word is worth."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from biblionet_reg.domain.codes import CodeKind, read_code
from biblionet_reg.domain.search_words import Field, address_word, code_word, words_of

#: More words than anybody remembers narrow nothing further.
WORDS_LIMIT = 8
#: A question is cut here before it is looked at.
TEXT_LIMIT = 200
EVERYWHERE = tuple(Field)

#: A name outweighs a town, a town a title; within them a whole word outweighs a beginning, a beginning a guess.
WEIGHTS = {Field.CODE: 12, Field.NAME: 12, Field.INSTITUTION: 6, Field.TITLE: 4, Field.TOPIC: 2, Field.ADDRESS: 2}
WHOLE, BEGINNING, GUESS = 3, 2, 1

# One or two letters begin too many words: then only names are looked through for beginnings.
_SHORT = 2
# The letter of a code may be typed in either script; what follows its dash tells enough.
_PIECE_OF_CODE = re.compile(r"[RSPРСПЅ][-–‐‑](\w+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Term:
    """A word to find: whole, or as the beginning of another, or in one of the forms it may have been meant for."""

    word: str
    fields: tuple[Field, ...] = EVERYWHERE
    meant: tuple[str, ...] = ()

    @property
    def beginning_fields(self) -> tuple[Field, ...]:
        """Where a word may also begin with what was typed."""
        if len(self.word) > _SHORT:
            return self.fields
        return tuple(field for field in self.fields if field is Field.NAME)


@dataclass(frozen=True, slots=True)
class Question:
    """Text typed into one search box, and the parts of a record it is looked for in."""

    text: str
    fields: tuple[Field, ...] = EVERYWHERE


def read_terms(questions: Iterable[Question]) -> tuple[Term, ...]:
    """Return the words to find, each once, at most WORDS_LIMIT."""
    terms = (Term(word, question.fields) for question in questions for word in _words_typed(question.text[:TEXT_LIMIT]))
    return tuple(dict.fromkeys(terms))[:WORDS_LIMIT]


def read_codes(text: str, kinds: Sequence[CodeKind]) -> tuple[str, ...]:
    """Return the words of the codes that `text` as a whole may mean."""
    codes = (read_code(text[:TEXT_LIMIT], kind) for kind in kinds)
    return tuple(code_word(code) for code in codes if code)


def _words_typed(text: str) -> Iterable[str]:
    for piece in text.split():
        if "@" in piece:
            yield from filter(None, [address_word(piece)])
        else:
            code = _PIECE_OF_CODE.fullmatch(piece)
            yield from words_of(code.group(1) if code else piece)
