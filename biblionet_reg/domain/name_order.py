"""People in alphabetical order: by family name, then given name, each as it is shown; titles never count.

A compound family name (Бабић Вукадинов, Јовановић-Трифуновић) and one with a prefix (von Neumann) stay whole: they stand where their
first word does. A name of one part stands by that part.
"""

import re

from biblionet_reg.domain.collation import DIGRAPH, sort_key
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.person_name import Named, PersonName, page_script
from biblionet_reg.domain.script import Script, to_latin, without_marks

_WHOLE_WORDS = r"(?:проф|prof|д?др|d?dr|мр|mr|mrs|ms|phd|ph\.\s?d|мсц|msc|m\.\s?sc|академик|akademik)\b\.?"
_WITH_POINT = (
    r"(?:доц|doc|акад|akad|асист|asist|инж|inž|ing|дипл|dipl|маст|mast|спец|spec|маг|mag|сц|sc|мед|med|прим|prim|ванр|vanr|ред|red)\."
)
_AFTER_COMMA = r"(?:ma|ba|bsc|mls|mlis|mba)\b\.?"
_TITLE = f"(?:{_WHOLE_WORDS}|{_WITH_POINT})"
_BEFORE = re.compile(rf"\W*(?:{_TITLE}[\s,]*)+", re.IGNORECASE)
_AFTER = re.compile(rf"(?:[\s,]+{_TITLE}|,\s*{_AFTER_COMMA})+\W*$", re.IGNORECASE)
_INITIAL = re.compile(r"(?:\w|[LNln]j|[Dd]ž)\.")


def person_key(named: Named, *, lang: Lang) -> str:
    """Return the key that sorts a person among others shown in `lang`."""
    family, given = _as_shown(_bare(named), lang)
    return sort_key(family, given, lang=lang) if _tells(family) else sort_key(given, "", lang=lang)


def person_keys(named: Named) -> dict[Lang, str]:
    """Return the key of a person in every order."""
    return {lang: person_key(named, lang=lang) for lang in Lang}


def name_in_parts(name: str) -> PersonName:
    """Return a name written in one line, given name first; initials between the names are left out."""
    first, *others = without_titles(without_marks(name)).split() or [""]
    family = [word for word in others if _INITIAL.fullmatch(word) is None] or others
    return PersonName(first, " ".join(family))


def without_titles(name: str) -> str:
    """Return a name without др, проф., Prof. Dr and the like before and after it; a name that is nothing else stays."""
    before = _BEFORE.match(name)
    bare = _AFTER.sub("", name[before.end() :] if before else name)
    return bare if _tells(bare) else name


def _bare(named: Named) -> PersonName:
    parts = named.given_name, named.family_name, named.other_given_name, named.other_family_name
    return PersonName(*(without_titles(part) if part else "" for part in parts))


def _as_shown(name: PersonName, lang: Lang) -> tuple[str, str]:
    """Return family and given name in the script of `lang`, or in the one they were typed in where that sorts alike."""
    if not (name.other_family_name or name.other_given_name) and (lang is not Lang.SR or name.script is not Script.LATIN):
        as_typed = name.unmarked()
        return as_typed.family_name, as_typed.given_name
    shown = name.in_script(page_script(lang))
    if lang is not Lang.SR_LATN or DIGRAPH.search(shown.whole.lower()) is None:
        return shown.family_name, shown.given_name
    own = name.in_script(Script.CYRILLIC)
    return _better_read(shown.family_name, own.family_name), _better_read(shown.given_name, own.given_name)


def _better_read(latin: str, cyrillic: str) -> str:
    """The Cyrillic form tells which letters of the Latin one are two; a name that differs in it stays."""
    return cyrillic if to_latin(cyrillic) == latin else latin


def _tells(name: str) -> bool:
    return any(char.isalnum() for char in name)
