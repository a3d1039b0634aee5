"""What templates may call: filters for texts, days and names, and facts every page shows."""

from typing import Any

from flask import Flask, current_app, g, request

from biblionet_reg import clock, i18n, wording
from biblionet_reg.domain.language import OWN_NAMES, Lang
from biblionet_reg.web.locale import page_in
from biblionet_reg.web.rich_text import rich_text


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
        say=i18n.say_marked,
        say_plain=i18n.say,
        in_script=i18n.in_script,
        day=i18n.format_day,
        time=i18n.format_time,
        moment=i18n.format_moment,
        label=wording.label,
        rich_text=rich_text,
    )
    app.jinja_env.globals.update(days=i18n.format_days, person_name=i18n.person_name, now=clock.now)
    app.context_processor(_page_facts)
