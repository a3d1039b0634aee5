"""The lists of an edition, and the entries they are made of."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from biblionet_reg.domain.edition import OrganiserRole
from biblionet_reg.domain.script_word import ScriptWordKind, word_key
from biblionet_reg.domain.text import LocalText

_NONE = LocalText()


class PartKind(StrEnum):
    """The lists of an edition, by the name of their field."""

    ROOMS = "rooms"
    SUBTOPICS = "subtopics"
    SECTORS = "sectors"
    MEALS = "meals"
    ORGANISERS = "organisers"
    NEWS = "news"
    WORDS = "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedEntry:
    """An entry that its code tells apart; the others are told apart by what they say."""

    code: str

    @property
    def key(self) -> str:
        return self.code


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomEntry(CodedEntry):
    """A room."""

    name: LocalText
    place: LocalText = _NONE
    seats: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SubtopicEntry(CodedEntry):
    """A subtopic of the theme."""

    title: LocalText
    scope: LocalText = _NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorEntry(CodedEntry):
    """A sector that partners may come from."""

    title: LocalText


@dataclass(frozen=True, slots=True, kw_only=True)
class MealEntry(CodedEntry):
    """A meal on one of the edition's days."""

    day: date
    title: LocalText


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganiserEntry:
    """An organising body with its part and its duty."""

    role: OrganiserRole
    name: LocalText
    duty: LocalText = _NONE

    @property
    def key(self) -> str:
        return f"{self.role.value}/{self.name.sr or self.name.en}"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsEntry:
    """A piece of news."""

    published_on: date
    title: LocalText
    body: LocalText = _NONE

    @property
    def key(self) -> str:
        return f"{self.published_on.isoformat()}/{self.title.sr or self.title.en}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptWordEntry:
    """A word with a script of its own: it stays in Latin, or has a given Cyrillic form."""

    kind: ScriptWordKind
    latin: str
    cyrillic: str = ""

    @property
    def key(self) -> str:
        return word_key(self.latin)


#: One thing in a list of an edition.
PartEntry = RoomEntry | SubtopicEntry | SectorEntry | MealEntry | OrganiserEntry | NewsEntry | ScriptWordEntry
#: Lists that order themselves: nobody moves their rows.
SELF_ORDERED = frozenset({PartKind.NEWS, PartKind.WORDS})
