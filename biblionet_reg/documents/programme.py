"""The programme booklet: A5, made of a published timetable and the facts of its edition."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from flask import render_template
from markupsafe import Markup

from biblionet_reg.documents import assets
from biblionet_reg.documents.assets import Picture
from biblionet_reg.documents.colour import accent
from biblionet_reg.documents.fitting import Box, fit
from biblionet_reg.documents.order import Limits
from biblionet_reg.documents.plain import one_line, paragraphs, printable
from biblionet_reg.documents.press import press
from biblionet_reg.domain.collation import heading
from biblionet_reg.domain.edition import EditionFacts
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.name_order import person_key
from biblionet_reg.domain.number import ordinal
from biblionet_reg.domain.timetable import ListedAuthor, Timetable
from biblionet_reg.i18n import current_lang, speaking
from biblionet_reg.shown.names import person_name_marked
from biblionet_reg.shown.texts import said, say, say_marked

_MAX_PAGES = 1000
#: The room of the theme on the cover.
_THEME = Box(114, 74, assets.SERIF_SEMIBOLD, (25, 23, 21, 19, 17, 15, 13, 11, 9), line_height=1.2)
#: The same, where a picture stands above it.
_THEME_BESIDE = Box(114, 44, assets.SERIF_SEMIBOLD, (22, 20, 18, 16, 14, 12, 10.5, 9), line_height=1.2)
#: Meetings that have a Roman number on their cover.
_NUMBERED = range(1, 40)
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A person in the index and the codes of their presentations, in programme order."""

    name: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CoverPictures:
    """What the edition brings for its cover: an emblem of its own, a picture, both or none."""

    emblem: Picture | None = None
    cover: Picture | None = None

    def all(self) -> list[Picture]:
        return [picture for picture in (self.emblem, self.cover) if picture is not None]


_NO_PICTURES = CoverPictures()


def programme_pdf(
    timetable: Timetable,
    *,
    edition: EditionFacts,
    lang: Lang,
    version_name: str,
    published_at: datetime | None,
    is_demo: bool = False,
    pictures: CoverPictures = _NO_PICTURES,
) -> bytes:
    """Return the programme as a tagged PDF; without sessions, a booklet that says it is still to come. Raises RenderFailed."""
    html = programme_html(
        timetable,
        edition=edition,
        lang=lang,
        version_name=version_name,
        published_at=published_at,
        is_demo=is_demo,
        pictures=pictures,
    )
    count = len(timetable.presentations())
    limits = Limits(cpu_seconds=60 + count // 2, wall_seconds=120 + count, memory_mb=1500 + count, max_pages=_MAX_PAGES)
    return press([html], limits=limits, variant="pdf/ua-1", pictures=pictures.all())


def programme_html(
    timetable: Timetable,
    *,
    edition: EditionFacts,
    lang: Lang,
    version_name: str,
    published_at: datetime | None,
    is_demo: bool = False,
    pictures: CoverPictures = _NO_PICTURES,
) -> str:
    """Return the programme as the HTML that is printed; `is_demo` marks every page as a demonstration."""
    with speaking(lang):
        html = render_template(
            "documents/programme.html",
            days_listed=[day for day in timetable.days if day.sessions],
            zone=timetable.time_zone,
            index=index_of(timetable, lang),
            kind=meeting_kind(edition),
            edition=edition,
            accent=accent(edition),
            lang=lang,
            version_name=version_name,
            published_at=published_at,
            one_line=one_line,
            paragraphs=paragraphs,
            people_by_institution=people_by_institution,
            theme_size=fit(one_line(say(edition.theme)), _THEME_BESIDE if pictures.cover else _THEME).size,
            pictures=pictures,
            is_demo=is_demo,
        )
    return printable(html)


def people_by_institution(authors: Iterable[ListedAuthor]) -> list[tuple[list[ListedAuthor], str, str]]:
    """Return neighbours from one institution together: (authors, institution, place)."""
    grouped = groupby(authors, key=lambda author: (author.institution, author.place))
    return [(list(people), institution, place) for (institution, place), people in grouped]


def index_of(timetable: Timetable, lang: Lang) -> list[tuple[str, list[IndexEntry]]]:
    """Return the authors under the letters of the alphabet of `lang`, each with their presentations."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for item in timetable.presentations():
        for author in item.authors:
            found.setdefault((person_key(author, lang=lang), author.code, _index_name(author)), []).append(item.code)
    letters = groupby(sorted(found), key=lambda person: heading(person[0], lang))
    return [(letter, [IndexEntry(person[2], tuple(dict.fromkeys(found[person]))) for person in under]) for letter, under in letters]


def _index_name(author: ListedAuthor) -> str:
    return one_line(person_name_marked(author, family_first=True, joined=", "))


def meeting_kind(edition: EditionFacts) -> str | Markup:
    """Return which meeting of its kind it is: „XIV стручно-научни скуп“, "14th professional meeting"; the kind alone without a number."""
    number = roman(edition.number)
    kind = say(edition.meeting_kind)
    if not number or not kind or said(edition.meeting_kind).lang is not current_lang():
        return say_marked(edition.meeting_kind)
    if current_lang() is Lang.EN:
        number = ordinal(edition.number or 0, Lang.EN)
    begins_sentence = kind[:1].isupper() and not kind[1:2].isupper()
    return f"{number} {kind[:1].lower() + kind[1:] if begins_sentence else kind}"


def roman(number: int | None) -> str:
    """Return the number of a meeting as it stands on a cover; empty when unknown or out of all proportion."""
    if number is None or number not in _NUMBERED:
        return ""
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text
