"""Names of people, and the names on their badges: told or suggested, in the script of the page, or in both scripts."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from markupsafe import Markup

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.person_name import Named, PersonName, say_badge, say_name, say_person
from biblionet_reg.domain.script import Script
from biblionet_reg.domain.text import Said
from biblionet_reg.i18n import current_lang
from biblionet_reg.shown.marks import marked


class Badged(Named, Protocol):
    """Whoever has a badge: a registration."""

    @property
    def badge_name(self) -> str: ...
    @property
    def other_badge_name(self) -> str: ...


def person_name(named: Named, *, family_first: bool = False, joined: str = " ") -> str:
    """Return a person's name, told or suggested, in the script of the current language."""
    return _person(named, family_first=family_first, joined=joined).text


def person_name_marked(named: Named, *, family_first: bool = False, joined: str = " ") -> str | Markup:
    return marked(_person(named, family_first=family_first, joined=joined))


def name_in_script(text: str) -> str:
    """Return a name that is kept as one text: staff, a chair, whoever speaks in a slot of their own."""
    return say_name(text, current_lang()).text


def name_in_script_marked(text: str) -> str | Markup:
    return marked(say_name(text, current_lang()))


def badge_name(badged: Badged) -> str:
    """Return what the badge says in the script of the current language."""
    return _badge(badged)(current_lang()).text


def badge_name_marked(badged: Badged) -> str | Markup:
    return marked(_badge(badged)(current_lang()))


def both_names(named: Named) -> list[str]:
    """Return a person's name as the page writes it and, where it has one, in the other script."""
    return [said.text for said in _both(partial(say_person, PersonName.of(named)))]


def both_names_marked(named: Named) -> list[str | Markup]:
    return [marked(said) for said in _both(partial(say_person, PersonName.of(named)))]


def both_badge_names(badged: Badged) -> list[str]:
    """Return the same of the name on the badge."""
    return [said.text for said in _both(_badge(badged))]


def both_badge_names_marked(badged: Badged) -> list[str | Markup]:
    return [marked(said) for said in _both(_badge(badged))]


def name_is_cyrillic(named: Named) -> bool:
    """Say whether a name was typed in Cyrillic."""
    return PersonName.of(named).script is Script.CYRILLIC


def _person(named: Named, *, family_first: bool, joined: str) -> Said:
    return say_person(PersonName.of(named), current_lang(), family_first=family_first, joined=joined)


def _badge(badged: Badged) -> Callable[[Lang], Said]:
    return partial(say_badge, badged.badge_name, badged.other_badge_name, PersonName.of(badged))


def _both(say_in: Callable[[Lang], Said]) -> list[Said]:
    """A name that stays as it is in the other script is told once."""
    here = say_in(current_lang())
    there = say_in(Lang.SR_LATN if current_lang() is Lang.SR else Lang.SR)
    return [here] if here.text == there.text else [here, there]
