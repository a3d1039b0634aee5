"""A text kept in its languages: Serbian as written, in either script, and English.

The other script of Serbian is derived when it is shown (Latin may be given instead); what was typed is never changed.
A foreign title in the place of the Serbian one stays as it was typed.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.script import STANDARD_RULES, Script, ScriptRules, script_of, to_cyrillic, to_latin, without_marks
from biblionet_reg.domain.tongue import foreign_tongue

#: The language of a text that is in none of ours (BCP 47).
UNKNOWN_TAG = "und"
#: What a mark leaves as it is says nothing about the script of the text around it.
_MARKED = re.compile(r"-\{.*?\}-", re.DOTALL)
#: Blanks, controls and signs without a form; letters and signs that are drawn as a blank (Hangul fillers, the empty Braille cell).
_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_BLANKS = frozenset("\u034f\u115f\u1160\u2800\u3164\ufe0e\ufe0f\uffa0")


@dataclass(frozen=True, slots=True)
class Said:
    """What is shown, and the language it is really in (for the `lang` attribute); None is one we do not know."""

    text: str
    lang: Lang | None

    @property
    def tag(self) -> str:
        """The language as HTML writes it."""
        return self.lang.value if self.lang else UNKNOWN_TAG

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class LocalText:
    """Serbian (`sr`), English (`en`) and, where the derived one will not do, Latin (`sr_latn`)."""

    sr: str = ""
    en: str = ""
    sr_latn: str = ""

    def say(self, lang: Lang, rules: ScriptRules = STANDARD_RULES) -> Said:
        """Return the text for a reader of `lang`; a missing one falls back to what there is, as it was typed."""
        if lang is Lang.EN and not self.en:
            return as_typed(self.sr)
        if lang is Lang.EN or not self.sr:
            return Said(without_marks(self.en), Lang.EN)
        if lang is Lang.SR_LATN and self.sr_latn:
            return Said(without_marks(self.sr_latn), lang)
        return in_serbian(self.sr, lang, rules)

    def as_dict(self) -> dict[str, str]:
        """Return the parts that are filled, under the names the edition file uses."""
        parts = {"sr": self.sr, "en": self.en, "sr-Latn": self.sr_latn}
        return {name: value for name, value in parts.items() if value}

    @classmethod
    def from_dict(cls, parts: Mapping[str, str] | None) -> "LocalText":
        """Read what `as_dict` writes; None and missing parts are empty."""
        parts = parts or {}
        return cls(sr=parts.get("sr", ""), en=parts.get("en", ""), sr_latn=parts.get("sr-Latn", ""))

    def __bool__(self) -> bool:
        return bool(self.sr or self.en or self.sr_latn)


def shows_nothing(text: str) -> bool:
    """Say whether nothing of `text` can be seen when it is shown: it is blank, or a mark that holds nothing."""
    return all(char in _BLANKS or unicodedata.category(char) in _UNSEEN for char in without_marks(text))


@lru_cache(maxsize=4096)
def as_typed(serbian: str) -> Said:
    """Return a text given as Serbian as it was typed, with the script it is in; with its own language where it is surely foreign."""
    foreign, tongue = foreign_tongue(serbian)
    if foreign:
        return Said(without_marks(serbian), tongue)
    is_latin = script_of(_MARKED.sub("", serbian)) is Script.LATIN
    return Said(without_marks(serbian), Lang.SR_LATN if is_latin else Lang.SR)


@lru_cache(maxsize=4096)
def in_serbian(serbian: str, lang: Lang, rules: ScriptRules = STANDARD_RULES) -> Said:
    """Return a text given as Serbian in the script of `lang`, which is one of the two; as typed where it is surely foreign."""
    typed = as_typed(serbian)
    if typed.lang not in (Lang.SR, Lang.SR_LATN):
        return foreign_said(serbian, lang, typed.lang)
    return in_script_of(serbian, lang, rules)


def foreign_said(text: str, lang: Lang, tongue: Lang | None) -> Said:
    """Return foreign text as it was typed; for readers of Latin its Cyrillic words are Latin: „Музеј Goethe-Institut“."""
    is_mixed = lang is not Lang.SR and script_of(text) is Script.LATIN
    return Said(to_latin(text) if is_mixed else without_marks(text), tongue)


@lru_cache(maxsize=4096)
def in_script_of(serbian: str, lang: Lang, rules: ScriptRules = STANDARD_RULES) -> Said:
    """Return Serbian text in the script of `lang`, which is one of the two."""
    if lang is Lang.SR_LATN:
        return Said(to_latin(serbian), lang)
    is_latin = script_of(_MARKED.sub("", serbian)) is Script.LATIN
    return Said(to_cyrillic(serbian, rules) if is_latin else without_marks(serbian), lang)
