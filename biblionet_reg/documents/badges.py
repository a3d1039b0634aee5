"""Badges: plain rows in, a PDF of single badges or of A4 sheets with cutting marks out."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import render_template

from biblionet_reg.documents import assets
from biblionet_reg.documents.assets import Picture
from biblionet_reg.documents.colour import accent
from biblionet_reg.documents.fitting import Box, Fitted, fit
from biblionet_reg.documents.order import Limits
from biblionet_reg.documents.plain import one_line
from biblionet_reg.documents.press import press
from biblionet_reg.documents.qr import qr_path
from biblionet_reg.documents.sheets import LAYOUTS, Layout, Sheet
from biblionet_reg.domain.edition import EditionFacts
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.person_name import say_name
from biblionet_reg.domain.registration import ParticipantRole
from biblionet_reg.i18n import current_lang, speaking
from biblionet_reg.shown.institutions import in_script
from biblionet_reg.shown.institutions import place as place_in_script
from biblionet_reg.wording import label

#: Layout takes more than linear time in pages, so longer jobs are laid out in parts and joined.
_PAGES_PER_CHUNK = 200
_NAME_SIZES = (26, 24, 22, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7)
_INSTITUTION_SIZES = (11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6)
_PLACE_SIZES = (9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6)


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeRow:
    """One badge: the name as the person wants it printed in the script of the sheet, and what stands around it.

    `role_label` replaces the usual word for the role where an edition has its own.
    """

    code: str
    name: str
    institution: str
    place: str
    role: ParticipantRole
    role_label: str = ""
    is_demo: bool = False


@dataclass(frozen=True, slots=True)
class _Face:
    """What the template places on one badge."""

    left: float
    top: float
    code: str
    name: Fitted
    name_tag: str
    institution: Fitted | None
    place: Fitted | None
    role: str
    role_label: str
    qr: str
    qr_side: int
    is_demo: bool


def badge_pdf(rows: Sequence[BadgeRow], *, edition: EditionFacts, sheet: Sheet, lang: Lang, emblem: Picture | None = None) -> bytes:
    """Return the badges as a PDF, in the order of `rows`, with the edition's own emblem if it has one. Raises RenderFailed."""
    chunks = badge_chunks(rows, edition=edition, sheet=sheet, lang=lang, emblem=emblem)
    pages = -(-len(rows) // LAYOUTS[sheet].per_page)
    limits = Limits(cpu_seconds=60 + len(rows) // 8, wall_seconds=120 + len(rows) / 4, memory_mb=1000 + len(rows), max_pages=max(pages, 1))
    return press(chunks, limits=limits, pictures=[emblem] if emblem else [])


def badge_chunks(rows: Sequence[BadgeRow], *, edition: EditionFacts, sheet: Sheet, lang: Lang, emblem: Picture | None = None) -> list[str]:
    """Return the badges as finished HTML, in parts of at most 200 pages; without rows, a page that says so."""
    layout = LAYOUTS[sheet]
    step = layout.per_page * _PAGES_PER_CHUNK
    parts = [rows[start : start + step] for start in range(0, len(rows), step)] or [()]
    with speaking(lang):
        return [_html(part, edition=edition, layout=layout, lang=lang, emblem=emblem) for part in parts]


def _html(rows: Sequence[BadgeRow], *, edition: EditionFacts, layout: Layout, lang: Lang, emblem: Picture | None) -> str:
    step = layout.per_page
    pages = [[_face(row, layout, index) for index, row in enumerate(rows[start : start + step])] for start in range(0, len(rows), step)]
    facts = {"edition": edition, "accent": accent(edition), "own_emblem": emblem, "lang": lang}
    return render_template("documents/badges.html", pages=pages, layout=layout, marks=layout.marks(), **facts)


def _face(row: BadgeRow, layout: Layout, index: int) -> _Face:
    left, top = layout.place(index)
    width, height = layout.badge
    name = say_name(row.name, current_lang())
    institution, place = one_line(in_script(row.institution)), one_line(place_in_script(row.place, row.institution))
    qr, qr_side = qr_path(row.code)
    return _Face(
        left=left,
        top=top,
        code=row.code,
        name_tag="" if name.lang is current_lang() else name.tag,
        name=fit(one_line(name.text), Box(width - 8, height - 38, assets.SANS_BOLD, _NAME_SIZES, 1.08)),
        institution=fit(institution, Box(width - 27, 10.4, assets.SANS_REGULAR, _INSTITUTION_SIZES)) if institution else None,
        place=fit(place, Box(width - 27, 4, assets.SANS_SEMIBOLD, _PLACE_SIZES)) if place else None,
        role=row.role.value,
        role_label=one_line(row.role_label) or label(row.role),
        qr=qr,
        qr_side=qr_side,
        is_demo=row.is_demo,
    )
