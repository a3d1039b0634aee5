"""What people typed into one field, in whatever language: institutions, places, titles, and free text.

Serbian is shown in the script of the reader; what is foreign stays as it was typed and is
marked as what it is. Free text (a comment, a need) goes only the exact way, from Cyrillic to Latin: the way back
is by rules, and nobody is to read in somebody's own words what they did not write.
"""

from functools import lru_cache

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.person_name import converted_name, page_script, reads_in
from biblionet_reg.domain.script import STANDARD_RULES, Script, ScriptRules, script_of, to_latin, without_marks
from biblionet_reg.domain.text import Said, foreign_said, in_script_of
from biblionet_reg.domain.tongue import foreign_name_tongue, tongue_of


@lru_cache(maxsize=4096)
def say_typed(text: str, lang: Lang, rules: ScriptRules = STANDARD_RULES) -> Said:
    """Return an institution, a partner or a title for a reader of `lang`."""
    foreign, tongue = foreign_name_tongue(text)
    if foreign:
        return foreign_said(text, lang, tongue)
    if lang is Lang.EN:
        return Said(to_latin(text), Lang.SR_LATN if script_of(text) else lang)
    return in_script_of(text, lang, rules)


@lru_cache(maxsize=4096)
def say_place(place: str, lang: Lang, institution: str = "") -> Said:
    """Return the place of an institution: beside a foreign one that keeps its script, the place keeps its own."""
    keeps = script_of(institution) is Script.LATIN and foreign_name_tongue(institution)[0]
    converted = None if lang is Lang.SR and keeps else converted_name(place, page_script(lang))
    shown = without_marks(place) if converted is None else converted
    return Said(shown, lang if reads_in(lang, shown) else None)


def say_free(text: str, lang: Lang) -> Said:
    """Return free text for a reader of `lang`: Cyrillic Serbian in Latin for who reads Latin, all the rest as it was typed."""
    found = free_as_typed(text, lang)
    return Said(to_latin(text), Lang.SR_LATN) if found.lang is Lang.SR and lang is not Lang.SR else found


def free_as_typed(text: str, lang: Lang) -> Said:
    """Return free text as it was typed, with the language it seems to be in; what tells nothing is taken for the reader's."""
    tongue, shown = tongue_of(text), without_marks(text)
    if tongue is None and script_of(text) is not Script.CYRILLIC and reads_in(lang, text):
        return Said(shown, lang)
    return Said(shown, tongue)
