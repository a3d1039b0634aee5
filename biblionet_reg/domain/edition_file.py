"""An edition as its file says it: what `edition load` reads and `edition export` writes."""

from dataclasses import dataclass, field, fields
from datetime import date, datetime

from biblionet_reg.domain.edition_parts import (
    MealEntry,
    NewsEntry,
    OrganiserEntry,
    PartKind,
    RoomEntry,
    ScriptWordEntry,
    SectorEntry,
    SubtopicEntry,
)
from biblionet_reg.domain.picture import Pictures
from biblionet_reg.domain.text import LocalText

FORMAT = 1
_NONE = LocalText()


@dataclass(frozen=True, slots=True)
class Mending:
    """A word of a file that mixed two alphabets; `new` is empty where it was left as it stood."""

    path: str
    old: str
    new: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionFile:
    """`named` holds the fields the file gives: the others are left alone when it is loaded.

    `mended` tells of the words that reading put right; it is no part of what the file says. Without `pictures` those of the
    edition are left alone; with them it has these and no others.
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
    pictures: Pictures | None = None


#: Every field a file may give, in the order of the file; `pictures` stand behind them, where there are any.
FILE_FIELDS = tuple(one.name for one in fields(EditionFile) if one.name not in {"named", "mended", "pictures"})
#: The fields of the edition itself, without its lists.
DETAIL_FIELDS = tuple(name for name in FILE_FIELDS if name not in set(PartKind))
#: What a file must give.
REQUIRED_FIELDS = ("slug", "series", "meeting_kind", "theme", "host_name", "host_place", "starts_on", "ends_on", "time_zone")
#: What may be marked as an example.
EXAMPLE_FIELDS = frozenset(FILE_FIELDS) - {"slug", "examples", "time_zone", "words"}
