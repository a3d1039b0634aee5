"""What people told, as the current language shows it: names, institutions, texts; with `lang` where it is another's.

Every function comes in two forms: the plain one returns a string for letters in plain text, attributes and titles;
`…_marked` wraps in HTML what is not in the language and script of the page, and says so of a text that has no translation.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Protocol

from flask import g
from markupsafe import Markup

from biblionet_reg.domain import typed
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.person_name import Named, PersonName, say_badge, say_name, say_person
from biblionet_reg.domain.quotation import typeset_quotes
from biblionet_reg.domain.script import STANDARD_RULES, Script, ScriptRules, script_of, without_marks
from biblionet_reg.domain.search_words import words_of
from biblionet_reg.domain.text import LocalText, Said, as_typed
from biblionet_reg.fallback import beside_its_language, fallback_language
from biblionet_reg.finished_letter import letter_marked
from biblionet_reg.speech import current_lang

RulesReader = Callable[[], ScriptRules]


@contextmanager
def spelling_by(read: RulesReader) -> Iterator[None]:
    """Write by an edition's own rules for a while; they are read when the first word needs them."""
    before = g.get("script_rules"), g.get("script_rules_reader")
    spell_by(read)
    try:
        yield
    finally:
        g.script_rules, g.script_rules_reader = before


def spell_by(read: RulesReader) -> None:
    """Write by an edition's own rules from now on, for the rest of a request."""
    g.script_rules, g.script_rules_reader = None, read


def script_rules() -> ScriptRules:
    """Return the rules by which Latin text is now written in Cyrillic."""
    read: RulesReader | None = g.get("script_rules_reader") if g else None
    if read is None:
        return STANDARD_RULES
    rules: ScriptRules | None = g.get("script_rules")
    if rules is None:
        rules = g.script_rules = read()
    return rules


def marked(said: Said) -> str | Markup:
    """Return a text for HTML, in a `lang` of its own where it is not in the page's."""
    if said.lang is current_lang() or not said.text:
        return said.text
    return Markup('<span lang="{}">{}</span>').format(said.tag, said.text)


def said(text: LocalText, lang: str = "") -> Said:
    """Return `text` for the current language (or for `lang`), with the language it is in."""
    wanted = Lang(lang) if lang else current_lang()
    return _printed(text.say(wanted, _rules_for(text.sr, wanted)))


def _rules_for(text: str, lang: Lang) -> ScriptRules:
    """Only Latin text for a reader of Cyrillic is written by rules; for the rest nothing is read from the database."""
    return script_rules() if lang is Lang.SR and as_typed(text).lang is Lang.SR_LATN else STANDARD_RULES


def say(text: LocalText) -> str:
    return said(text).text


def say_marked(text: LocalText) -> str | Markup:
    return beside_its_language(found := said(text), marked(found))


def person_name(named: Named, *, family_first: bool = False, joined: str = " ") -> str:
    """Return a person's name, told or suggested, in the script of the current language."""
    return _person(named, family_first=family_first, joined=joined).text


def person_name_marked(named: Named, *, family_first: bool = False, joined: str = " ") -> str | Markup:
    return marked(_person(named, family_first=family_first, joined=joined))


def _person(named: Named, *, family_first: bool, joined: str) -> Said:
    return say_person(PersonName.of(named), current_lang(), family_first=family_first, joined=joined)


def name_in_script(text: str) -> str:
    """Return a name that is kept as one text: staff, a chair, whoever speaks in a slot of their own."""
    return say_name(text, current_lang()).text


def name_in_script_marked(text: str) -> str | Markup:
    return marked(say_name(text, current_lang()))


class Badged(Named, Protocol):
    """Whoever has a badge: a registration."""

    @property
    def badge_name(self) -> str: ...
    @property
    def other_badge_name(self) -> str: ...


def badge_name(badged: Badged) -> str:
    """Return what the badge says in the script of the current language."""
    return _badge(badged).text


def badge_name_marked(badged: Badged) -> str | Markup:
    return marked(_badge(badged))


def _badge(badged: Badged) -> Said:
    return say_badge(badged.badge_name, badged.other_badge_name, PersonName.of(badged), current_lang())


def both_names(named: Named) -> list[str]:
    """Return a person's name as the page writes it and, where it has one, in the other script."""
    return [said.text for said in _both(partial(say_person, PersonName.of(named)))]


def both_names_marked(named: Named) -> list[str | Markup]:
    return [marked(said) for said in _both(partial(say_person, PersonName.of(named)))]


def name_is_cyrillic(named: Named) -> bool:
    """Say whether a name was typed in Cyrillic."""
    return PersonName.of(named).script is Script.CYRILLIC


def both_badge_names(badged: Badged) -> list[str]:
    """Return the same of the name on the badge."""
    return [said.text for said in _both(partial(say_badge, badged.badge_name, badged.other_badge_name, PersonName.of(badged)))]


def both_badge_names_marked(badged: Badged) -> list[str | Markup]:
    return [marked(said) for said in _both(partial(say_badge, badged.badge_name, badged.other_badge_name, PersonName.of(badged)))]


def _both(say_in: Callable[[Lang], Said]) -> list[Said]:
    """A name that stays as it is in the other script is told once."""
    here = say_in(current_lang())
    there = say_in(Lang.SR_LATN if current_lang() is Lang.SR else Lang.SR)
    return [here] if here.text == there.text else [here, there]


def in_script(text: str) -> str:
    """Return an institution, a partner or a professional title: Serbian in the script of the page, the rest as typed."""
    return _typed(text).text


def in_script_marked(text: str) -> str | Markup:
    return marked(_typed(text))


def _typed(text: str) -> Said:
    return _printed(typed.say_typed(text, current_lang(), _rules_for(text, current_lang())))


def _printed(found: Said) -> Said:
    """Return what is shown with the quotation marks of its language, whichever were typed."""
    if found.lang is None:
        return found
    text = typeset_quotes(found.text, found.lang)
    return found if text == found.text else Said(text, found.lang)


def place(text: str, institution: str = "") -> str:
    """Return the place of `institution`."""
    return typed.say_place(text, current_lang(), institution).text


def where(institution: str, place_name: str) -> str:
    """Return an institution and its place, unless its name says it already: „Народна библиотека Србије, Београд“."""
    return ", ".join(part.text for part in _where(institution, place_name))


def where_marked(institution: str, place_name: str) -> str | Markup:
    parts = _where(institution, place_name)
    if len({part.lang for part in parts}) == 1:
        return marked(Said(", ".join(part.text for part in parts), parts[0].lang))
    return Markup(", ").join(marked(part) for part in parts)


def _where(institution: str, place_name: str) -> list[Said]:
    house = _typed(institution)
    town = typed.say_place(place_name, current_lang(), institution)
    if script_of(house.text) is script_of(town.text):
        town = Said(town.text, house.lang)
    return [part for part in (house, town) if part.text and not (part is town and _tells_of(institution, place_name))]


def _tells_of(institution: str, place_name: str) -> bool:
    """Say whether the words of a place stand in the name of its institution, whichever script each was typed in."""
    return f" {' '.join(words_of(place_name))} " in f" {' '.join(words_of(institution))} "


def typed_marked(text: str) -> str | Markup:
    """Return free text as people typed it, marked as what it seems to be."""
    return marked(typed.say_free(text, current_lang()))


def verbatim_marked(text: str) -> Markup:
    """Return what somebody typed letter for letter, for HTML: marked as what it seems to be, and not to be translated."""
    said_as = typed.say_free(text, current_lang()).tag
    return Markup('<bdi lang="{}" translate="no">{}</bdi>').format(said_as, text)


#: What templates call them; in HTML the plain ones are for titles, attributes and options.
FILTERS = {
    "say": say_marked,
    "say_plain": say,
    "in_script": in_script_marked,
    "in_script_plain": in_script,
    "name": name_in_script_marked,
    "name_plain": name_in_script,
    "typed": typed_marked,
    "typed_plain": without_marks,
    "verbatim": verbatim_marked,
    "letter": letter_marked,
}
NAMES = {
    "said": said,
    "as_typed": as_typed,
    "person_name": person_name_marked,
    "person_name_plain": person_name,
    "badge_name": badge_name_marked,
    "badge_name_plain": badge_name,
    "both_names": both_names_marked,
    "both_names_plain": both_names,
    "name_is_cyrillic": name_is_cyrillic,
    "both_badge_names": both_badge_names_marked,
    "both_badge_names_plain": both_badge_names,
    "where": where_marked,
    "where_plain": where,
    "fallback_language": fallback_language,
}
