"""An edition as its file says it: what `edition load` reads and `edition export` writes."""

from dataclasses import dataclass, field, fields
from datetime import date, datetime
from enum import StrEnum

from biblionet_reg.domain.edition import OrganiserRole
from biblionet_reg.domain.script_word import WORD_LIMIT, ScriptWordKind, word_key
from biblionet_reg.domain.text import LocalText

FORMAT = 1
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
class RoomEntry:
    """A room."""

    code: str
    name: LocalText
    place: LocalText = _NONE
    seats: int | None = None

    @property
    def key(self) -> str:
        return self.code


@dataclass(frozen=True, slots=True, kw_only=True)
class SubtopicEntry:
    """A subtopic of the theme."""

    code: str
    title: LocalText
    scope: LocalText = _NONE

    @property
    def key(self) -> str:
        return self.code


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorEntry:
    """A sector that partners may come from."""

    code: str
    title: LocalText

    @property
    def key(self) -> str:
        return self.code


@dataclass(frozen=True, slots=True, kw_only=True)
class MealEntry:
    """A meal on one of the edition's days."""

    code: str
    day: date
    title: LocalText

    @property
    def key(self) -> str:
        return self.code


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
#: Entries without a code: they are told apart by what they say.
UNCODED = (OrganiserEntry, NewsEntry, ScriptWordEntry)
#: Lists that order themselves: nobody moves their rows.
SELF_ORDERED = frozenset({PartKind.NEWS, PartKind.WORDS})
LIST_LIMIT = 500


@dataclass(frozen=True, slots=True)
class Mending:
    """A word of a file that mixed two alphabets; `new` is empty where it was left as it stood."""

    path: str
    old: str
    new: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionFile:
    """`named` holds the fields the file gives: the others are left alone when it is loaded.

    `mended` tells of the words that reading put right; it is no part of what the file says.
    """

    named: frozenset[str]
    mended: tuple[Mending, ...] = field(default=(), compare=False)
    slug: str
    number: int | None = None
    series: LocalText = _NONE
    meeting_kind: LocalText = _NONE
    theme: LocalText = _NONE
    idea: LocalText = _NONE
    host_name: LocalText = _NONE
    host_place: LocalText = _NONE
    host_website: str = ""
    starts_on: date
    ends_on: date
    time_zone: str
    venue_name: LocalText = _NONE
    venue_address: LocalText = _NONE
    travel: LocalText = _NONE
    stay: LocalText = _NONE
    office_hours: LocalText = _NONE
    contact_email: str = ""
    contact_phone: str = ""
    call_opens_at: datetime | None = None
    call_closes_at: datetime | None = None
    decisions_due_on: date | None = None
    registration_opens_at: datetime | None = None
    registration_closes_at: datetime | None = None
    participant_limit: int | None = None
    abstract_limit: int = 3000
    authors_limit: int = 10
    fee_note: LocalText = _NONE
    colour: str = "#7a1f3d"
    examples: tuple[str, ...] = ()
    rooms: tuple[RoomEntry, ...] = ()
    subtopics: tuple[SubtopicEntry, ...] = ()
    sectors: tuple[SectorEntry, ...] = ()
    meals: tuple[MealEntry, ...] = ()
    organisers: tuple[OrganiserEntry, ...] = ()
    news: tuple[NewsEntry, ...] = ()
    words: tuple[ScriptWordEntry, ...] = ()


#: Every field a file may give, in the order of the file.
FILE_FIELDS = tuple(one.name for one in fields(EditionFile) if one.name not in {"named", "mended"})
#: The fields of the edition itself, without its lists.
DETAIL_FIELDS = tuple(name for name in FILE_FIELDS if name not in set(PartKind))
#: What a file must give.
REQUIRED_FIELDS = ("slug", "series", "meeting_kind", "theme", "host_name", "host_place", "starts_on", "ends_on", "time_zone")
#: What may be marked as an example.
EXAMPLE_FIELDS = frozenset(FILE_FIELDS) - {"slug", "examples", "time_zone", "words"}

#: How long a text may be, in characters; in parts of an edition as `list.field`.
TEXT_LIMITS = {
    "series": 120,
    "meeting_kind": 300,
    "theme": 300,
    "idea": 12_000,
    "host_name": 200,
    "host_place": 100,
    "host_website": 300,
    "venue_name": 200,
    "venue_address": 300,
    "travel": 4_000,
    "stay": 4_000,
    "office_hours": 1_000,
    "contact_email": 254,
    "contact_phone": 60,
    "fee_note": 2_000,
    "rooms.name": 120,
    "rooms.place": 200,
    "subtopics.title": 300,
    "subtopics.scope": 1_000,
    "sectors.title": 120,
    "meals.title": 120,
    "organisers.name": 300,
    "organisers.duty": 500,
    "news.title": 200,
    "news.body": 6_000,
    "words.latin": WORD_LIMIT,
    "words.cyrillic": WORD_LIMIT,
}

#: The lowest and highest number a field may hold.
NUMBER_LIMITS = {
    "number": (1, 999),
    "participant_limit": (0, 100_000),
    "abstract_limit": (200, 20_000),
    "authors_limit": (1, 50),
    "rooms.seats": (1, 100_000),
}


class DifferenceKind(StrEnum):
    """What loading a file does, or would do, at one place."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where a file and the edition differ; KEPT is what is in use and so was not removed."""

    kind: DifferenceKind
    path: str
    old: str = ""
    new: str = ""
