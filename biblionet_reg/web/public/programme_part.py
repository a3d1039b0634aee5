"""The part of a programme that a visitor asked for: what a search finds, one subtopic, one day."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from flask import request

from biblionet_reg.domain.collation import sort_key
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.text import LocalText
from biblionet_reg.domain.timetable import Timetable
from biblionet_reg.domain.timetable_part import count_of, first_items, on_day, subtopic_key, subtopics_of, with_items
from biblionet_reg.domain.timetable_search import items_of
from biblionet_reg.i18n import current_lang
from biblionet_reg.queries import programme_versions as versions
from biblionet_reg.queries.programme_versions import Version
from biblionet_reg.queries.search import Closeness
from biblionet_reg.shown.texts import say
from biblionet_reg.web.forms.base import clean

#: Whoever finds more than that looks for something narrower.
MOST_SHOWN = 100
_TEXT_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for; what the programme does not have asks for nothing."""

    text: str = ""
    subtopic: str = ""
    day: date | None = None

    def __bool__(self) -> bool:
        return bool(self.text or self.subtopic or self.day)


@dataclass(frozen=True, slots=True)
class Part:
    """The part that is shown, how many items fit it, how many of them are shown, and what was taken for a mistyped name."""

    timetable: Timetable
    number: int
    shown: int
    closeness: Closeness | None


def asked_of(timetable: Timetable) -> Asked:
    """Read the address."""
    subtopic, day = request.args.get("subtopic", ""), request.args.get("day", "")
    return Asked(
        text=" ".join(clean(request.args.get("q", "")).split())[:_TEXT_LIMIT],
        subtopic=subtopic if subtopic in subtopics_of(timetable) else "",
        day=next((one.day for one in timetable.days if one.day.isoformat() == day), None),
    )


def part_of(version: Version, asked: Asked) -> Part:
    """Return the part of a published version that was asked for."""
    timetable, closeness = versions.published(version).timetable, None
    if asked.text:
        matches = versions.search_index(version).find(asked.text)
        wanted = {id(item) for position, item in enumerate(items_of(timetable)) if position in matches.positions}
        timetable = with_items(timetable, lambda item: id(item) in wanted)
        closeness = Closeness(asked.text, matches.shown) if matches.shown else None
    if asked.subtopic:
        timetable = with_items(timetable, lambda item: subtopic_key(item) == asked.subtopic)
    if asked.day:
        timetable = on_day(timetable, asked.day)
    number = count_of(timetable)
    if number > MOST_SHOWN and (asked.text or asked.subtopic):
        timetable = first_items(timetable, MOST_SHOWN)
    return Part(timetable, number, count_of(timetable), closeness)


def subtopics_in_order(timetable: Timetable) -> list[tuple[str, LocalText]]:
    """Return the subtopics of a programme by their names, in the reader's alphabet."""
    lang = current_lang()
    return sorted(subtopics_of(timetable).items(), key=lambda pair: _place(say(pair[1]), lang))


@lru_cache(maxsize=512)
def _place(subtopic: str, lang: Lang) -> str:
    return sort_key(subtopic, lang=lang)
