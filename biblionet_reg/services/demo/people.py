"""Synthetic people: Serbian names in Cyrillic, some in Latin, some told in both, and guests from abroad."""

from dataclasses import dataclass

from biblionet_reg.domain.codes import CodeKind
from biblionet_reg.domain.person_name import PersonName
from biblionet_reg.domain.script import Script, fold, to_latin
from biblionet_reg.extensions import db
from biblionet_reg.models.institution import Institution
from biblionet_reg.models.person import Person
from biblionet_reg.services.demo.stage import Stage
from biblionet_reg.services.demo.words import words
from biblionet_reg.services.people import name_key

_LATIN_EVERY = 9
_TOLD_IN_BOTH_EVERY = 13
_FOREIGN_EVERY = 17
_PLAIN = str.maketrans("ČčĆćŠšŽž", "CcCcSsZz")


@dataclass(frozen=True, slots=True)
class Character:
    """A person, the name in both forms, and where they work."""

    person: Person
    name: PersonName
    library: Institution


def make_people(stage: Stage, count: int) -> list[Character]:
    """Add `count` people and return them with their libraries."""
    cast = [_character(stage, number) for number in range(count)]
    db.session.add_all(character.person for character in cast)
    db.session.flush()
    return cast


def _character(stage: Stage, number: int) -> Character:
    name = _name(stage, number)
    address = f"{fold(name.given_name)}.{fold(name.family_name)}.{number}@example.org".replace(" ", "-").replace("..", ".")
    person = Person(
        code=stage.code(CodeKind.PERSON),
        given_name=name.given_name,
        family_name=name.family_name,
        email=address,
        name_key=name_key(name.given_name, name.family_name),
        is_demo=True,
        created_at=stage.now,
    )
    return Character(person, name, stage.dice.choice(stage.libraries))


def as_its_bearer_writes(one: Character, serbian: str) -> str:
    """Return a text in the script in which the person types."""
    return to_latin(serbian) if one.name.script is Script.LATIN else serbian


def _name(stage: Stage, number: int) -> PersonName:
    if number % _FOREIGN_EVERY == _FOREIGN_EVERY - 1:
        return stage.dice.choice(words().foreign_people)
    given, family = stage.dice.choice(words().given_names), stage.dice.choice(words().family_names)
    if number % _LATIN_EVERY == _LATIN_EVERY - 1:
        return PersonName(to_latin(given), to_latin(family))
    if number % _TOLD_IN_BOTH_EVERY == _TOLD_IN_BOTH_EVERY - 1:
        return PersonName(given, family, _without_marks(given), _without_marks(family))
    return PersonName(given, family)


def _without_marks(name: str) -> str:
    """Return a name as some people write theirs in Latin: Djordje Copic."""
    return to_latin(name).replace("Đ", "Dj").replace("đ", "dj").translate(_PLAIN)
