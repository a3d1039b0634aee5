"""Dates, times, numbers and money as the language spoken writes them."""

import re
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import get_timezone_location

from biblionet_reg import clock
from biblionet_reg.domain import dates
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.money import Money, written_money
from biblionet_reg.domain.number import ordinal, written_number
from biblionet_reg.domain.quotation import typeset_quotes
from biblionet_reg.i18n import current_lang, gettext

#: A number and the month or the year after it: „1. октобра“, „2020. године“, "1 October"; no small word between two numbers.
_NUMBER_OF = re.compile(r"(\d\.?) (?=[^\W\d]{3})")


def format_day(day: date, *, weekday: bool = False, heading: bool = False, point: bool = True, with_year: bool = True) -> str:
    """Return „1. октобра 2020.“, "1 October 2020"; what the options do stands in `domain.dates`."""
    return _whole(dates.written_day(day, current_lang(), weekday=weekday, heading=heading, point=point, with_year=with_year))


def format_weekday(day: date) -> str:
    """Return the day of the week alone: „четвртак“, "Thursday"."""
    return dates.written_weekday(day, current_lang())


def format_days(first: date, last: date, *, heading: bool = False, point: bool = True) -> str:
    """Return a span of days: „од 1. до 3. октобра 2020. године“, as a heading „1–3. октобар 2020.“, "1–3 October 2020"."""
    return _whole(dates.written_days(first, last, current_lang(), heading=heading, point=point))


def format_short_day(day: date) -> str:
    """Return „1. 10. 2020.“, "1 Oct 2020"."""
    return dates.short_day(day, current_lang())


def format_time(moment: datetime, time_zone: str) -> str:
    """Return the time of day in `time_zone`: „10.00“ in Serbian, "10:00" in English."""
    return _written_time(moment, time_zone, current_lang())


@lru_cache(maxsize=4096)
def _written_time(moment: datetime, time_zone: str, lang: Lang) -> str:
    """Write once what a programme repeats in every room."""
    return dates.written_time(moment.astimezone(ZoneInfo(time_zone)).time(), lang)


def format_times(start: datetime, end: datetime, time_zone: str) -> str:
    """Return from when till when: „10.00–11.30“, "10:00–11:30"."""
    return f"{format_time(start, time_zone)}–{format_time(end, time_zone)}"


def format_moment(moment: datetime, time_zone: str) -> str:
    """Return day and time in `time_zone`."""
    return _moment(format_day(moment.astimezone(ZoneInfo(time_zone)).date()), format_time(moment, time_zone))


def format_short_moment(moment: datetime, time_zone: str) -> str:
    """Return day and time for a table: „1. 10. у 10.00“, "1 Oct at 10:00", with a year that is not this one; the day is never broken."""
    day = moment.astimezone(ZoneInfo(time_zone)).date()
    with_year = day.year != clock.today(time_zone).year
    written = dates.short_day(day, current_lang(), with_year=with_year).replace(" ", "\N{NO-BREAK SPACE}")
    return _moment(written, format_time(moment, time_zone))


def format_opening(moment: datetime, time_zone: str) -> str:
    """Return when something opens: the day alone where it opens with the day, else day and time."""
    here = moment.astimezone(ZoneInfo(time_zone))
    return format_day(here.date()) if dates.opens_a_day(here) else format_moment(moment, time_zone)


def format_closing(moment: datetime, time_zone: str) -> str:
    """Return when something closes: the day alone where it closes with the day, else day and time."""
    last = dates.last_day(moment.astimezone(ZoneInfo(time_zone)))
    return format_day(last) if last else format_moment(moment, time_zone)


def format_deadline(moment: datetime, time_zone: str) -> str:
    """Return until when, as it follows that word: „краја дана 31. августа 2020.“ where a day ends with it, else day and time."""
    last = dates.last_day(moment.astimezone(ZoneInfo(time_zone)))
    return str(gettext("the end of %(day)s", day=format_day(last))) if last else format_moment(moment, time_zone)


def _moment(day: str, time: str) -> str:
    """Return day and time; the little word between them goes to the next line with the time."""
    return str(gettext("%(day)s at %(time)s", day=day, time=time)).replace(f" {time}", f"\N{NO-BREAK SPACE}{time}")


def _whole(text: str) -> str:
    """Return a date whose numbers stay with the word they belong to: no line ends in „1.“ and the next begins with „октобра“."""
    return _NUMBER_OF.sub("\\1\N{NO-BREAK SPACE}", text)


def format_span(start: datetime, end: datetime, time_zone: str) -> str:
    """Return a day with its times: „1. октобра 2020. од 10.00 до 11.30“, "1 October 2020, from 10:00 to 11:30"."""
    day = format_day(start.astimezone(ZoneInfo(time_zone)).date())
    times = {"start": format_time(start, time_zone), "end": format_time(end, time_zone)}
    return str(gettext("%(day)s, from %(start)s to %(end)s", day=day, **times))


def format_zone(time_zone: str) -> str:
    """Return the place whose time it is: „Београд“, "Belgrade"."""
    return str(get_timezone_location(time_zone, locale=current_lang().locale, return_city=True))


def capital(text: str) -> str:
    """Return `text` with its first letter capital, as a heading begins: „Четвртак, 1. октобар 2020.“"""
    return text[:1].upper() + text[1:]


def format_number(number: int | Decimal) -> str:
    """Return „1.234,50“, "1,234.50"."""
    return written_number(number, current_lang())


def format_score(score: float | None) -> str:
    """Return a mean with one decimal: „4,0“, "4.0"; a dash where there is none."""
    return "–" if score is None else format_number(Decimal(f"{score:.1f}"))


def format_ordinal(number: int) -> str:
    """Return „14.“, "14th"."""
    return ordinal(number, current_lang())


def format_money(money: Money) -> str:
    """Return „3.500,50 РСД“, "RSD 3,500.50"."""
    return written_money(money, current_lang())


def inside_quotes(text: str) -> str:
    """Return `text` to be put into quotation marks: its own become inner ones, „Библиотека ’Бора Станковић’“."""
    return typeset_quotes(text, current_lang(), is_inside=True)
