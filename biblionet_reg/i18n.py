"""Languages at work: which one is spoken now, and dates, times and names as it writes them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from zoneinfo import ZoneInfo

from flask import g, has_app_context
from flask_babel import force_locale, get_locale, gettext, lazy_gettext, lazy_pgettext, ngettext, pgettext
from markupsafe import Markup, escape

from biblionet_reg.domain.language import DEFAULT_LANG, Lang
from biblionet_reg.domain.script import is_cyrillic, to_latin
from biblionet_reg.domain.text import LocalText

__all__ = ["gettext", "lazy_gettext", "lazy_pgettext", "ngettext", "pgettext"]

_BY_LOCALE = {lang.locale: lang for lang in Lang}
# The genitive that print uses in dates; CLDR gives it for „1. октобра“ but not in intervals.
_MONTHS_SR = ["јануара", "фебруара", "марта", "априла", "маја", "јуна", "јула", "августа", "септембра", "октобра", "новембра", "децембра"]
_MONTHS_EN = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
_WEEKDAYS_SR = ["понедељак", "уторак", "среда", "четвртак", "петак", "субота", "недеља"]
_WEEKDAYS_EN = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def choose_locale() -> str:
    """Tell Flask-Babel the locale of this request or letter."""
    lang = g.get("lang", DEFAULT_LANG) if has_app_context() else DEFAULT_LANG
    return Lang(lang).locale


def current_lang() -> Lang:
    """Return the language now spoken (inside `speaking`, that one)."""
    locale = get_locale()
    return _BY_LOCALE.get(str(locale), DEFAULT_LANG) if locale else DEFAULT_LANG


@contextmanager
def speaking(lang: Lang) -> Iterator[None]:
    """Speak `lang` for a while: letters and documents are made in their reader's language."""
    with force_locale(lang.locale):
        yield


def say(text: LocalText) -> str:
    """Return `text` for the current language, plain."""
    return text.say(current_lang()).text


def say_marked(text: LocalText) -> str | Markup:
    """Return `text` for the current language; wrapped in its own `lang` where it falls back."""
    lang = current_lang()
    said = text.say(lang)
    if said.lang is lang or not said.text:
        return said.text
    return Markup('<span lang="{}">{}</span>').format(said.lang.value, escape(said.text))


def person_name(given: str, family: str) -> str:
    """Return the name in the order people write it, in the script of the current language."""
    return in_script(f"{given} {family}".strip())


def typed_marked(text: str) -> str | Markup:
    """Return free text as people typed it; Cyrillic on a page in Latin script is marked as Serbian."""
    if current_lang() is Lang.SR or not is_cyrillic(text):
        return text
    return Markup('<span lang="sr">{}</span>').format(text)


def in_script(text: str) -> str:
    """Return text that people typed (a name, a library) as the current language shows it."""
    if current_lang() is Lang.SR or not is_cyrillic(text):
        return text
    return to_latin(text)


def format_day(day: date, *, weekday: bool = False) -> str:
    """Return „четвртак, 1. октобар 2020.“ style: „1. октобра 2020.“, "1 October 2020"."""
    if current_lang() is Lang.EN:
        text = f"{day.day} {_MONTHS_EN[day.month - 1]} {day.year}"
        return f"{_WEEKDAYS_EN[day.weekday()]}, {text}" if weekday else text
    text = f"{day.day}. {_MONTHS_SR[day.month - 1]} {day.year}."
    return _serbian(f"{_WEEKDAYS_SR[day.weekday()]}, {text}" if weekday else text)


def format_days(first: date, last: date) -> str:
    """Return a span of days: „од 1. до 3. октобра 2020. године“, "1–3 October 2020"."""
    if first == last:
        return format_day(first)
    if current_lang() is Lang.EN:
        return _english_span(first, last)
    start = f"{first.day}."
    if (first.year, first.month) != (last.year, last.month):
        start += f" {_MONTHS_SR[first.month - 1]}"
    if first.year != last.year:
        start += f" {first.year}."
    return _serbian(f"од {start} до {last.day}. {_MONTHS_SR[last.month - 1]} {last.year}. године")


def _english_span(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{format_day(last)}"
    start = f"{first.day} {_MONTHS_EN[first.month - 1]}"
    if first.year != last.year:
        start += f" {first.year}"
    return f"{start} – {format_day(last)}"


def format_time(moment: datetime, time_zone: str) -> str:
    """Return the time of day in `time_zone`: „10.00“ in Serbian, "10:00" in English."""
    separator = ":" if current_lang() is Lang.EN else "."
    return moment.astimezone(ZoneInfo(time_zone)).strftime(f"%H{separator}%M")


def format_moment(moment: datetime, time_zone: str) -> str:
    """Return day and time in `time_zone`."""
    local = moment.astimezone(ZoneInfo(time_zone))
    return str(gettext("%(day)s at %(time)s", day=format_day(local.date()), time=format_time(moment, time_zone)))


def _serbian(text: str) -> str:
    return to_latin(text) if current_lang() is Lang.SR_LATN else text
