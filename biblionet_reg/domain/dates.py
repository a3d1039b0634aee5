"""Days, spans of days and times of day as print in each language writes them.

CLDR is not used for Serbian: it has no genitive („1. октобра“), and its intervals read „01.–03. октобар 2020.“, which nobody prints.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.script import to_latin

_MONTHS_EN = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
#: What a day alone means: something opens with its first second and closes with its last one.
DAY_BEGINS, DAY_ENDS = time.min, time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class _Serbian:
    """The words of Serbian dates: months in the nominative and the genitive, days of the week in lower case."""

    months: tuple[str, ...]
    of_months: tuple[str, ...]
    weekdays: tuple[str, ...]
    from_: str
    to: str
    of_year: str


_CYRILLIC = _Serbian(
    months=("јануар", "фебруар", "март", "април", "мај", "јун", "јул", "август", "септембар", "октобар", "новембар", "децембар"),
    of_months=(
        *("јануара", "фебруара", "марта", "априла", "маја", "јуна"),
        *("јула", "августа", "септембра", "октобра", "новембра", "децембра"),
    ),
    weekdays=("понедељак", "уторак", "среда", "четвртак", "петак", "субота", "недеља"),
    from_="од",
    to="до",
    of_year="године",
)
_LATIN = _Serbian(
    months=tuple(map(to_latin, _CYRILLIC.months)),
    of_months=tuple(map(to_latin, _CYRILLIC.of_months)),
    weekdays=tuple(map(to_latin, _CYRILLIC.weekdays)),
    from_=to_latin(_CYRILLIC.from_),
    to=to_latin(_CYRILLIC.to),
    of_year=to_latin(_CYRILLIC.of_year),
)
_WORDS = {Lang.SR: _CYRILLIC, Lang.SR_LATN: _LATIN}


def written_day(day: date, lang: Lang, *, weekday: bool = False, heading: bool = False, point: bool = True, with_year: bool = True) -> str:
    """Return „1. октобра 2020.“ (when something happens), as a `heading` „1. октобар 2020.“, or "1 October 2020".

    `point=False` leaves the last point out, as Serbian does before a comma, a bracket or a dash.
    """
    if lang is Lang.EN:
        text = f"{day.day} {_MONTHS_EN[day.month - 1]}" + (f" {day.year}" if with_year else "")
    else:
        words = _WORDS[lang]
        text = f"{day.day}. {(words.months if heading else words.of_months)[day.month - 1]}"
        if with_year:
            text += f" {day.year}" + ("." if point else "")
    return f"{written_weekday(day, lang)}, {text}" if weekday else text


def written_weekday(day: date, lang: Lang) -> str:
    """Return „четвртак“, "Thursday"."""
    return _WEEKDAYS_EN[day.weekday()] if lang is Lang.EN else _WORDS[lang].weekdays[day.weekday()]


def written_days(first: date, last: date, lang: Lang, *, heading: bool = False, point: bool = True) -> str:
    """Return „од 1. до 3. октобра 2020. године“, as a `heading` „1–3. октобар 2020.“, or "1–3 October 2020".

    What both days have in common is said once. `point=False` is as in `written_day`.
    """
    if lang is Lang.EN:
        return _english_days(first, last)
    if heading:
        return _heading_days(first, last, lang) + ("." if point else "")
    words = _WORDS[lang]
    if first == last:
        return f"{written_day(first, lang)} {words.of_year}"
    start = f"{first.day}."
    if (first.year, first.month) != (last.year, last.month):
        start += f" {words.of_months[first.month - 1]}"
    if first.year != last.year:
        start += f" {first.year}."
    return f"{words.from_} {start} {words.to} {written_day(last, lang)} {words.of_year}"


def _heading_days(first: date, last: date, lang: Lang) -> str:
    """Return the span without its last point; before the dash no ordinal number keeps its point."""
    end = written_day(last, lang, heading=True, point=False)
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    start = f"{first.day}. {_WORDS[lang].months[first.month - 1]}"
    return f"{start} {first.year} – {end}" if first.year != last.year else f"{start} – {end}"


def _english_days(first: date, last: date) -> str:
    end = written_day(last, Lang.EN)
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    start = f"{first.day} {_MONTHS_EN[first.month - 1]}"
    return f"{start} {first.year} – {end}" if first.year != last.year else f"{start} – {end}"


def short_day(day: date, lang: Lang, *, with_year: bool = True) -> str:
    """Return „1. 10. 2020.“ with its blanks and last point; in English "1 Oct 2020", which no reader takes for January."""
    if lang is Lang.EN:
        return f"{day.day} {_MONTHS_EN[day.month - 1][:3]}" + (f" {day.year}" if with_year else "")
    return f"{day.day}. {day.month}." + (f" {day.year}." if with_year else "")


def opens_a_day(moment: datetime) -> bool:
    """Say whether `moment`, as clocks show it where it matters, is the very beginning of its day."""
    return moment.time() == DAY_BEGINS


def last_day(closing: datetime) -> date | None:
    """Return the day that ends at `closing`: with its last second, or with the midnight after it; none where it falls within a day."""
    if opens_a_day(closing):
        return closing.date() - timedelta(days=1)
    return closing.date() if closing.time().replace(microsecond=0) == DAY_ENDS else None


def day_alone(moment: datetime, meaning: time) -> date | None:
    """Return the day that tells all of `moment`, where a day alone means DAY_BEGINS or DAY_ENDS; none where its time must be told."""
    if meaning == DAY_ENDS:
        return last_day(moment)
    return moment.date() if opens_a_day(moment) else None


def written_time(moment: time, lang: Lang) -> str:
    """Return the time of a day of 24 hours: „10.00“ in Serbian, "10:00" in English."""
    return f"{moment.hour:02}{':' if lang is Lang.EN else '.'}{moment.minute:02}"
