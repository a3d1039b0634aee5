"""What people typed into one field, in whatever language: institutions, places, titles, and free text.

Serbian is shown in the script of the reader; what is foreign stays as it was typed and is
marked as what it is. Free text (a comment, a need) is never converted: it is somebody's own words.
"""

from functools import lru_cache

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.person_name import converted_name, page_script
from biblionet_reg.domain.script import STANDARD_RULES, Script, ScriptRules, script_of, to_latin, without_marks
from biblionet_reg.domain.text import Said, in_script_of
from biblionet_reg.domain.tongue import foreign_name_tongue, tongue_of


@lru_cache(maxsize=4096)
def say_typed(text: str, lang: Lang, rules: ScriptRules = STANDARD_RULES) -> Said:
    """Return an institution, a partner or a title for a reader of `lang`."""
    foreign, tongue = foreign_name_tongue(text)
    if foreign:
        return Said(without_marks(text), tongue)
    if lang is Lang.EN:
        return Said(to_latin(text), Lang.SR_LATN if script_of(text) else lang)
    return in_script_of(text, lang, rules)


@lru_cache(maxsize=4096)
def say_place(place: str, lang: Lang, institution: str = "") -> Said:
    """Return the place of an institution: beside a foreign one that keeps its script, the place keeps its own."""
    keeps = script_of(institution) is Script.LATIN and tongue_of(institution) is not Lang.SR_LATN
    converted = None if lang is Lang.SR and keeps else converted_name(place, page_script(lang))
    shown = without_marks(place) if converted is None else converted
    return Said(shown, lang if script_of(shown) in (page_script(lang), None) else None)


def say_free(text: str, lang: Lang) -> Said:
    """Return free text as it was typed, with the language it seems to be in."""
    tongue = tongue_of(text)
    return Said(without_marks(text), tongue) if tongue else _foreign(text, lang, None)


def _foreign(text: str, lang: Lang, tongue: Lang | None) -> Said:
    shown = without_marks(text)
    if tongue is None and script_of(text) in (page_script(lang), None):
        return Said(shown, lang)
    return Said(shown, tongue)
