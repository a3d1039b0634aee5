"""Institutions and their places; so are partners and professional titles shown."""

from markupsafe import Markup

from biblionet_reg.domain import typed
from biblionet_reg.domain.script import script_of
from biblionet_reg.domain.search_words import words_of
from biblionet_reg.domain.text import Said
from biblionet_reg.i18n import current_lang
from biblionet_reg.shown.marks import marked
from biblionet_reg.shown.script_rules import rules_for
from biblionet_reg.shown.texts import with_quotes

#: The endings of a place in its cases are no longer than that: Крагујевац, Крагујевцу; Карловци, Карловцима.
_ENDING = 2


def in_script(text: str) -> str:
    """Return an institution, a partner or a professional title: Serbian in the script of the page, the rest as typed."""
    return _typed(text).text


def in_script_marked(text: str) -> str | Markup:
    return marked(_typed(text))


def place(text: str, institution: str = "") -> str:
    """Return the place of `institution`."""
    return typed.say_place(text, current_lang(), institution).text


def place_marked(text: str, institution: str = "") -> str | Markup:
    return marked(typed.say_place(text, current_lang(), institution))


def where(institution: str, place_name: str) -> str:
    """Return an institution and its place, unless its name says it already: „Народна библиотека Србије, Београд“."""
    return ", ".join(part.text for part in _where(institution, place_name))


def where_marked(institution: str, place_name: str) -> str | Markup:
    parts = _where(institution, place_name)
    if len({part.lang for part in parts}) == 1:
        return marked(Said(", ".join(part.text for part in parts), parts[0].lang))
    return Markup(", ").join(marked(part) for part in parts)


def _typed(text: str) -> Said:
    return with_quotes(typed.say_typed(text, current_lang(), rules_for(text, current_lang())))


def _where(institution: str, place_name: str) -> list[Said]:
    house = _typed(institution)
    town = typed.say_place(place_name, current_lang(), institution)
    if script_of(house.text) is script_of(town.text):
        town = Said(town.text, house.lang)
    return [part for part in (house, town) if part.text and not (part is town and _tells_of(institution, place_name))]


def _tells_of(institution: str, place_name: str) -> bool:
    """Say whether an institution's name tells its place, in whichever script, also as „Библиотека у Новом Саду“."""
    house, town = words_of(institution), words_of(place_name)
    starts = range(len(house) - len(town) + 1)
    return bool(town) and any(house[at : at + len(town)] == town or _is_in(house[:at], house[at : at + len(town)], town) for at in starts)


def _is_in(before: list[str], words: list[str], town: list[str]) -> bool:
    """Say whether `words`, behind „у“, are the locative of `town`: they differ from it by their endings only."""
    return before[-1:] == ["u"] and all(_is_case_of(name, word) for word, name in zip(words, town, strict=True))


def _is_case_of(name: str, word: str) -> bool:
    return word.startswith(name[: max(3, len(name) - _ENDING)]) and len(word) <= len(name) + _ENDING
