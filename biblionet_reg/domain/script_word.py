"""The words that an edition writes in its own way when Latin text is shown in Cyrillic."""

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum

from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.script import ScriptRules
from biblionet_reg.domain.script.alphabet import seen_signs

#: How long a word of the list, or a phrase, may be, in characters.
WORD_LIMIT = 60
_BLANK = re.compile(r"\s")
_BRACE = re.compile(r"[{}]")
_FEWEST_LETTERS = 2


class ScriptWordKind(StrEnum):
    """What happens to the word: it stays as it is (a phrase may too), or it has a Cyrillic form of its own."""

    PROTECTED = "protected"
    PAIR = "pair"


class ScriptWordFault(StrEnum):
    """What is wrong with a word of the list."""

    LATIN_MISSING = "latin_missing"
    LATIN_NOT_ONE_WORD = "latin_not_one_word"
    LATIN_WITH_BRACES = "latin_with_braces"
    LATIN_IN_CYRILLIC = "latin_in_cyrillic"
    LATIN_TOO_SHORT = "latin_too_short"
    CYRILLIC_MISSING = "cyrillic_missing"
    CYRILLIC_NOT_ONE_WORD = "cyrillic_not_one_word"
    CYRILLIC_IN_LATIN = "cyrillic_in_latin"
    CYRILLIC_OF_PROTECTED = "cyrillic_of_protected"

    @property
    def field(self) -> str:
        """Return the name of the field the fault belongs to."""
        return self.value.partition("_")[0]


class ScriptWordRefused(Refusal):
    """The word cannot stand in the list as it is."""

    def __init__(self, faults: tuple[ScriptWordFault, ...]) -> None:
        super().__init__(*faults)
        self.faults = faults


def rules_from(words: Iterable[tuple[ScriptWordKind, str, str]]) -> ScriptRules:
    """Return the rules that these words (kind, Latin, Cyrillic) make for the conversion to Cyrillic, unseen signs left out."""
    known = [(kind, seen_word(latin), seen_word(cyrillic)) for kind, latin, cyrillic in words]
    return ScriptRules(
        protected=frozenset(latin for kind, latin, _cyrillic in known if kind is ScriptWordKind.PROTECTED),
        pairs=tuple((latin, cyrillic) for kind, latin, cyrillic in known if kind is ScriptWordKind.PAIR),
    )


def seen_word(text: str) -> str:
    """Return a word of the list without the signs that nobody sees."""
    return seen_signs(text).strip()


def word_key(latin: str) -> str:
    """Return what tells the words of a list apart: the same for any case and any way to write signs and blanks."""
    return " ".join(unicodedata.normalize("NFKC", seen_word(latin)).casefold().split())


def faults_of(kind: ScriptWordKind, latin: str, cyrillic: str) -> tuple[ScriptWordFault, ...]:
    """Return what is wrong with a word, at most one fault a field."""
    return tuple(fault for fault in (_latin_fault(kind, latin), _cyrillic_fault(kind, cyrillic)) if fault is not None)


def _latin_fault(kind: ScriptWordKind, latin: str) -> ScriptWordFault | None:
    if _letters(latin, "CYRILLIC"):
        return ScriptWordFault.LATIN_IN_CYRILLIC
    if not _letters(latin, "LATIN"):
        return ScriptWordFault.LATIN_MISSING
    if _BRACE.search(latin):
        return ScriptWordFault.LATIN_WITH_BRACES
    return _pair_fault(latin) if kind is ScriptWordKind.PAIR else None


def _pair_fault(latin: str) -> ScriptWordFault | None:
    """A single letter would take over every word that begins with it."""
    if _BLANK.search(latin):
        return ScriptWordFault.LATIN_NOT_ONE_WORD
    return ScriptWordFault.LATIN_TOO_SHORT if len(_letters(latin, "LATIN")) < _FEWEST_LETTERS else None


def _cyrillic_fault(kind: ScriptWordKind, cyrillic: str) -> ScriptWordFault | None:
    if kind is ScriptWordKind.PROTECTED:
        return ScriptWordFault.CYRILLIC_OF_PROTECTED if cyrillic else None
    if _letters(cyrillic, "LATIN"):
        return ScriptWordFault.CYRILLIC_IN_LATIN
    if not _letters(cyrillic, "CYRILLIC"):
        return ScriptWordFault.CYRILLIC_MISSING
    return ScriptWordFault.CYRILLIC_NOT_ONE_WORD if _BLANK.search(cyrillic) or _BRACE.search(cyrillic) else None


def _letters(text: str, script: str) -> list[str]:
    """Return the letters of `text` in this script, by their names in Unicode."""
    return [char for char in text if char.isalpha() and unicodedata.name(char, "").startswith(script)]
