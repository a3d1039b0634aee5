"""What templates may call: filters for texts, days and names, and facts every page shows."""

from typing import Any

from flask import Flask, current_app, g, request

from biblionet_reg import clock, i18n, shown, wording
from biblionet_reg.domain.language import OWN_NAMES, Lang
from biblionet_reg.web.forms.summary import error_lines, kind_of, own_errors
from biblionet_reg.web.locale import page_in
from biblionet_reg.web.navigation import home_address, public_ways, url_if, work_ways
from biblionet_reg.web.paging import page_with, pages_near
from biblionet_reg.web.public.theme import readable_colour, theme_address
from biblionet_reg.web.rich_text import rich_text, say_rich


def _page_facts() -> dict[str, Any]:
    return {
        "lang": i18n.current_lang(),
        "languages": [(lang, OWN_NAMES[lang], page_in(lang)) for lang in Lang] if request else [],
        "edition": g.get("edition"),
        "clock_is_set": clock.is_set(),
        "settings": current_app.extensions["settings"],
    }


def init_app(app: Flask) -> None:
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(
        **shown.FILTERS,
        capital=i18n.capital,
        day=i18n.format_day,
        time=i18n.format_time,
        moment=i18n.format_moment,
        zone=i18n.format_zone,
        number=i18n.format_number,
        ordinal=i18n.format_ordinal,
        money=i18n.format_money,
        inside_quotes=i18n.inside_quotes,
        label=wording.label,
        refusal=wording.refusal,
        rich_text=rich_text,
        say_rich=say_rich,
    )
    app.jinja_env.globals.update(
        days=i18n.format_days,
        meeting_name=wording.meeting_name,
        times=i18n.format_times,
        **shown.NAMES,
        now=clock.now,
        error_lines=error_lines,
        kind_of=kind_of,
        own_errors=own_errors,
        page_with=page_with,
        pages_near=pages_near,
        readable_colour=readable_colour,
        theme_address=theme_address,
        home_address=home_address,
        url_if=url_if,
        public_ways=public_ways,
        work_ways=work_ways,
    )
    app.context_processor(_page_facts)
