"""Everybody of a published programme in the reader's alphabet, under the letters of an index."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from biblionet_reg.domain.collation import heading
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.name_order import name_in_parts, person_key
from biblionet_reg.domain.person_name import Named
from biblionet_reg.domain.text import LocalText
from biblionet_reg.domain.timetable import ListedAuthor, ListedItem
from biblionet_reg.queries.programme_versions import Published


@dataclass(frozen=True, slots=True)
class Part:
    """What somebody has in the programme; `code` is empty for a slot with a title of its own."""

    code: str
    title: LocalText
    presents: bool


@dataclass(frozen=True, slots=True)
class Presenter:
    """Somebody who presents; whom only the programme names has no `code` and no page, and is shown as `written` there."""

    code: str
    name: Named
    written: str
    institution: str
    place: str
    parts: tuple[Part, ...]


def presenters(published: Published, lang: Lang) -> list[tuple[str, list[Presenter]]]:
    """Return the letters that anybody stands under, each with its people in order."""
    keyed = sorted(((person_key(one.name, lang=lang), one) for one in _everybody(published)), key=lambda pair: pair[0])
    return [(letter, [one for _key, one in pairs]) for letter, pairs in groupby(keyed, key=lambda pair: heading(pair[0], lang))]


def _everybody(published: Published) -> Iterable[Presenter]:
    for code, (author, places) in published.people.items():
        parts = tuple(Part(place.item.code, place.item.title, presents=_presents(place.item.authors, code)) for place in places)
        if any(part.presents for part in parts):
            yield Presenter(code, author, "", author.institution, author.place, parts)
    for name, items in _named_only(published).items():
        parts = tuple(Part("", item.title, presents=True) for item in items)
        yield Presenter("", name_in_parts(name), name, "", "", parts)


def _presents(authors: tuple[ListedAuthor, ...], code: str) -> bool:
    return any(author.code == code and author.is_presenter for author in authors)


def _named_only(published: Published) -> dict[str, list[ListedItem]]:
    """Return who speaks in slots with titles of their own."""
    found: dict[str, list[ListedItem]] = {}
    for item in (item for day in published.timetable.days for block in day.sessions for item in block.items):
        if item.presenter_name:
            found.setdefault(item.presenter_name, []).append(item)
    return found
