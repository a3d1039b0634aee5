"""Synthetic people: Serbian names in Cyrillic, some in Latin, and guests from abroad."""

from dataclasses import dataclass

from biblionet_reg.domain.codes import CodeKind
from biblionet_reg.domain.script import fold, to_latin
from biblionet_reg.extensions import db
from biblionet_reg.models.institution import Institution
from biblionet_reg.models.person import Person
from biblionet_reg.services.demo.stage import Stage
from biblionet_reg.services.demo.words import words
from biblionet_reg.services.people import name_key

_LATIN_EVERY = 9
_FOREIGN_EVERY = 17


@dataclass(frozen=True, slots=True)
class Character:
    """A person and where they work."""

    person: Person
    library: Institution


def make_people(stage: Stage, count: int) -> list[Character]:
    """Add `count` people and return them with their libraries."""
    cast = [Character(_person(stage, number), stage.dice.choice(stage.libraries)) for number in range(count)]
    db.session.add_all(character.person for character in cast)
    db.session.flush()
    return cast


def _person(stage: Stage, number: int) -> Person:
    given, family = _name(stage, number)
    address = f"{fold(given)}.{fold(family)}.{number}@example.org".replace(" ", "-").replace("..", ".")
    return Person(
        code=stage.code(CodeKind.PERSON),
        given_name=given,
        family_name=family,
        email=address,
        name_key=name_key(given, family),
        is_demo=True,
        created_at=stage.now,
    )


def _name(stage: Stage, number: int) -> tuple[str, str]:
    if number % _FOREIGN_EVERY == _FOREIGN_EVERY - 1:
        return stage.dice.choice(words().foreign_people)
    given, family = stage.dice.choice(words().given_names), stage.dice.choice(words().family_names)
    if number % _LATIN_EVERY == _LATIN_EVERY - 1:
        return to_latin(given), to_latin(family)
    return given, family
