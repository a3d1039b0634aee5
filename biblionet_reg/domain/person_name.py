"""A person's name: kept as it was typed, shown in the script of whoever reads.

The form in the other script is the person's own where they told it (`other_*`), else the one the two-script
engine suggests. A foreign name has no Cyrillic form unless its bearer tells one, and stays as it is; so does what
stands in the mark `-{…}-`, which is kept but never shown.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.script import Script, is_in_another, name_to_cyrillic, name_to_latin, outside_marks, script_of, without_marks
from biblionet_reg.domain.text import Said

#: O’Brien and d'Angelo are not Serbian, and what no name has (markup, figures) is left alone.
_NOT_SERBIAN = re.compile(r"[’'`<>{}\[\]@#&*=|\\~;_\d]")
_MARK = "-{"
_MARKED = re.compile(r"-\{.*?\}-", re.DOTALL)
_SCRIPT_OF_PAGE = {Lang.SR: Script.CYRILLIC, Lang.SR_LATN: Script.LATIN, Lang.EN: Script.LATIN}


class Named(Protocol):
    """Whatever has a name in two forms: a registration, an author, an author in a published programme."""

    @property
    def given_name(self) -> str: ...
    @property
    def family_name(self) -> str: ...
    @property
    def other_given_name(self) -> str: ...
    @property
    def other_family_name(self) -> str: ...


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name as typed and, where its bearer told it, in the other script."""

    given_name: str
    family_name: str
    other_given_name: str = ""
    other_family_name: str = ""

    @classmethod
    def of(cls, named: Named) -> "PersonName":
        """Return the name of a row."""
        return cls(named.given_name, named.family_name, named.other_given_name, named.other_family_name)

    @property
    def whole(self) -> str:
        """The name as typed, in the order people write it."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def script(self) -> Script | None:
        """The script in which it was typed, by what stands outside marks where anything does; None for neither of ours."""
        if _MARK in self.whole:
            return script_of(_outside(self.whole)) or script_of(without_marks(self.whole))
        return script_of(self.whole)

    def unmarked(self) -> "PersonName":
        """Return the name as typed, to be shown: without the marks and without the other form."""
        return PersonName(without_marks(self.given_name), without_marks(self.family_name))

    def in_script(self, script: Script) -> "PersonName":
        """Return the name as it is written in `script`; as typed where it has no such form."""
        if self.script is script:
            return self.unmarked()
        if script_of(f"{self.other_given_name} {self.other_family_name}") is script:
            given = without_marks(self.other_given_name) or converted_name(self.given_name, script)
            family = without_marks(self.other_family_name) or converted_name(self.family_name, script)
        else:
            given, family = converted_name(self.given_name, script), converted_name(self.family_name, script)
        if given is None or family is None:
            return self.unmarked()
        return PersonName(given, family)

    def other(self) -> "PersonName | None":
        """Return the form in the other script, told or suggested; None for a name that has none."""
        if self.script is None:
            told = PersonName(self.other_given_name or self.given_name, self.other_family_name or self.family_name).unmarked()
            return told if told.whole != self.unmarked().whole else None
        shown = self.in_script(other_script(self.script))
        return shown if shown.script is not self.script else None


def other_script(script: Script) -> Script:
    """Return Latin for Cyrillic, and Cyrillic for Latin."""
    return Script.LATIN if script is Script.CYRILLIC else Script.CYRILLIC


def page_script(lang: Lang) -> Script:
    """Return the script in which pages, letters and documents of `lang` are written."""
    return _SCRIPT_OF_PAGE[lang]


def reads_in(lang: Lang, text: str) -> bool:
    """Say whether `text` is in the script of pages of `lang`, or in none at all, as figures and signs are."""
    return script_of(text) in (page_script(lang), None) and not is_in_another(text)


def converted_name(text: str, script: Script) -> str | None:
    """Return a name, or a part of one, in `script` by the engine, without its marks; None when it is foreign to it."""
    if _MARK not in text:
        return _converted(text, script)
    if _converted(_outside(text), script) is None:
        return None
    return outside_marks(text, lambda piece: _converted(piece, script) or piece)


def _outside(text: str) -> str:
    return _MARKED.sub(" ", text)


def _converted(text: str, script: Script) -> str | None:
    if not text or script_of(text) in (script, None):
        return text
    if script is Script.LATIN:
        return name_to_latin(text)
    return None if _NOT_SERBIAN.search(text) else name_to_cyrillic(text)


@lru_cache(maxsize=8192)
def say_person(name: PersonName, lang: Lang, *, family_first: bool = False, joined: str = " ") -> Said:
    """Return a person's name for a reader of `lang`, in the order people write it or as lists do."""
    shown = name.in_script(page_script(lang))
    parts = (shown.family_name, shown.given_name) if family_first else (shown.given_name, shown.family_name)
    return _said(joined.join(part for part in parts if part), lang)


@lru_cache(maxsize=1024)
def say_name(text: str, lang: Lang) -> Said:
    """Return a name kept as one text (staff, a chair, whoever speaks) for a reader of `lang`."""
    converted = converted_name(text, page_script(lang))
    return _said(without_marks(text) if converted is None else converted, lang)


def badge_in(script: Script, badge_name: str, other_badge_name: str, name: PersonName) -> str:
    """Return what a badge in `script` says: told, or made from the name on the other badge with what was told of the name."""
    if PersonName(badge_name, "").script is script:
        return without_marks(badge_name)
    if other_badge_name and script_of(other_badge_name) in (script, None):
        return without_marks(other_badge_name)
    if badge_name == name.whole:
        return name.in_script(script).whole
    return _badge_from_parts(script, badge_name, name)


def _badge_from_parts(script: Script, badge_name: str, name: PersonName) -> str:
    shown = name.in_script(script)
    told = {name.given_name: shown.given_name, name.family_name: shown.family_name} if shown.script is script else {}
    known = [re.escape(part) for part in told if part]
    pieces = re.split(rf"\b({'|'.join(known)})\b", badge_name) if known and _MARK not in badge_name else [badge_name]
    written = [told[piece] if piece in told else converted_name(piece, script) for piece in pieces]
    return without_marks(badge_name) if None in written else "".join(piece or "" for piece in written)


def say_badge(badge_name: str, other_badge_name: str, name: PersonName, lang: Lang) -> Said:
    """Return the name on the badge for a reader of `lang`."""
    return _said(badge_in(page_script(lang), badge_name, other_badge_name, name), lang)


def _said(text: str, lang: Lang) -> Said:
    """A name in another script than its page's is in a language nobody told us."""
    return Said(text, lang if reads_in(lang, text) else None)
