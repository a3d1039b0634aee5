"""What people typed into one field, in whatever language: institutions, places, titles, and free text.

Serbian is shown in the script of the reader; what is foreign, or cannot be told, stays as it was typed and is
marked as what it is. Free text (a comment, a need) is never converted: it is somebody's own words.
"""

from functools import lru_cache

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.person_name import converted_name, page_script
from biblionet_reg.domain.script import STANDARD_RULES, Script, ScriptRules, script_of, to_latin, without_marks
from biblionet_reg.domain.text import Said, in_serbian
from biblionet_reg.domain.tongue import tongue_of


@lru_cache(maxsize=4096)
def say_typed(text: str, lang: Lang, rules: ScriptRules = STANDARD_RULES) -> Said:
    """Return an institution, a partner or a title for a reader of `lang`."""
    tongue = tongue_of(text)
    if tongue not in (Lang.SR, Lang.SR_LATN):
        return _foreign(text, lang, tongue)
    if lang is Lang.EN:
        return Said(to_latin(text), Lang.SR_LATN)
    return in_serbian(text, lang, rules)


@lru_cache(maxsize=4096)
def say_place(place: str, lang: Lang, institution: str = "") -> Said:
    """Return the place of an institution: beside a foreign one that keeps its script, the place keeps its own."""
    keeps = script_of(institution) is Script.LATIN and tongue_of(institution) is not Lang.SR_LATN
    converted = None if lang is Lang.SR and keeps else converted_name(place, page_script(lang))
    shown = place if converted is None else converted
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
