"""What templates may call: filters for texts, days and names, and facts every page shows."""

from collections.abc import MutableMapping
from typing import Any

from flask import Flask, current_app, g, request
from flask.templating import Environment

from biblionet_reg import clock, formats, wording
from biblionet_reg.domain.language import OWN_NAMES, Lang
from biblionet_reg.i18n import current_lang
from biblionet_reg.queries.organisers import organisers_of
from biblionet_reg.shown import in_templates as shown
from biblionet_reg.web.forms.summary import error_lines, kind_of, own_errors
from biblionet_reg.web.line_breaks import breakable, codes_whole, unbroken
from biblionet_reg.web.locale import page_in
from biblionet_reg.web.navigation import home_address, public_ways, url_if, work_ways
from biblionet_reg.web.paging import page_with, pages_near
from biblionet_reg.web.public.kept_slots import kept_slot
from biblionet_reg.web.public.linked_data import data_block, share_picture
from biblionet_reg.web.public.pictures import cover_of, emblem_address, emblem_in_letters
from biblionet_reg.web.public.theme import both_themes_address, readable_colour, theme_address
from biblionet_reg.web.rich_text import rich_text, say_rich

_FILTERS = {
    **shown.FILTERS,
    "capital": formats.capital,
    "day": formats.format_day,
    "weekday": formats.format_weekday,
    "time": formats.format_time,
    "short_day": formats.format_short_day,
    "moment": formats.format_moment,
    "opening": formats.format_opening,
    "closing": formats.format_closing,
    "deadline": formats.format_deadline,
    "short_moment": formats.format_short_moment,
    "zone": formats.format_zone,
    "number": formats.format_number,
    "score": formats.format_score,
    "ordinal": formats.format_ordinal,
    "money": formats.format_money,
    "inside_quotes": formats.inside_quotes,
    "label": wording.label,
    "label_of_many": wording.label_of_many,
    "refusal": wording.refusal,
    "breakable": breakable,
    "unbroken": unbroken,
    "codes_whole": codes_whole,
    "rich_text": rich_text,
    "say_rich": say_rich,
}
_GLOBALS = {
    **shown.GLOBALS,
    "days": formats.format_days,
    "times": formats.format_times,
    "span": formats.format_span,
    "now": clock.now,
    "organisers_of": organisers_of,
    "meeting_name": wording.meeting_name,
    "error_lines": error_lines,
    "kind_of": kind_of,
    "own_errors": own_errors,
    "page_with": page_with,
    "pages_near": pages_near,
    "readable_colour": readable_colour,
    "theme_address": theme_address,
    "both_themes_address": both_themes_address,
    "cover_of": cover_of,
    "emblem_address": emblem_address,
    "emblem_in_letters": emblem_in_letters,
    "data_block": data_block,
    "share_picture": share_picture,
    "kept_slot": kept_slot,
    "home_address": home_address,
    "url_if": url_if,
    "public_ways": public_ways,
    "work_ways": work_ways,
}


class Templates(Environment):
    """Templates know what all know, and nothing of their own: so no import asks a chain of names one by one."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return self.globals if d is None else super().make_globals(d)


def _page_facts() -> dict[str, Any]:
    return {
        "lang": current_lang(),
        "languages": [(lang, OWN_NAMES[lang], page_in(lang)) for lang in Lang] if request else [],
        "edition": g.get("edition"),
        "clock_is_set": clock.is_set(),
        "settings": current_app.extensions["settings"],
    }


def init_app(app: Flask) -> None:
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(_FILTERS)
    app.jinja_env.globals.update(_GLOBALS)
    app.context_processor(_page_facts)
