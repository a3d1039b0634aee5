"""Days, spans and times as print writes them, in three languages."""

from datetime import date, datetime, time, timedelta

import pytest
from babel.dates import format_date

from biblionet_reg.domain.dates import (
    DAY_BEGINS,
    DAY_ENDS,
    day_alone,
    last_day,
    opens_a_day,
    short_day,
    written_day,
    written_days,
    written_time,
    written_weekday,
)
from biblionet_reg.domain.language import Lang

FIRST = date(2020, 10, 1)
THIRD = date(2020, 10, 3)


@pytest.mark.parametrize(
    ("lang", "when", "heading", "before_a_comma"),
    [
        (Lang.SR, "1. октобра 2020.", "1. октобар 2020.", "1. октобра 2020"),
        (Lang.SR_LATN, "1. oktobra 2020.", "1. oktobar 2020.", "1. oktobra 2020"),
        (Lang.EN, "1 October 2020", "1 October 2020", "1 October 2020"),
    ],
)
def test_day_is_genitive_when_it_says_when_and_nominative_as_a_heading(lang: Lang, when: str, heading: str, before_a_comma: str) -> None:
    written = (written_day(FIRST, lang), written_day(FIRST, lang, heading=True), written_day(FIRST, lang, point=False))

    assert written == (when, heading, before_a_comma)


@pytest.mark.parametrize(
    ("lang", "written"),
    [
        (Lang.SR, "четвртак, 1. октобра 2020."),
        (Lang.SR_LATN, "četvrtak, 1. oktobra 2020."),
        (Lang.EN, "Thursday, 1 October 2020"),
    ],
)
def test_day_of_the_week_is_in_lower_case_in_serbian(lang: Lang, written: str) -> None:
    assert written_day(FIRST, lang, weekday=True) == written


def test_every_month_has_its_genitive() -> None:
    months = [written_day(date(2021, month, 2), Lang.SR).split()[1] for month in range(1, 13)]

    assert " ".join(months) == "јануара фебруара марта априла маја јуна јула августа септембра октобра новембра децембра"


@pytest.mark.parametrize(("lang", "locale"), [(Lang.SR, "sr"), (Lang.SR_LATN, "sr_Latn"), (Lang.EN, "en_GB")])
def test_headings_and_days_of_the_week_are_those_of_cldr(lang: Lang, locale: str) -> None:
    days = [date(2020, 1, 1) + timedelta(days=29 * step) for step in range(20)]

    ours = [written_day(day, lang, weekday=True, heading=True) for day in days]

    months_and_weekdays = [[format_date(day, pattern, locale=locale) for pattern in ("EEEE", "LLLL")] for day in days]
    assert [[line.split(",")[0], line.split()[2]] for line in ours] == months_and_weekdays


@pytest.mark.parametrize(
    ("first", "last", "serbian", "latin", "english"),
    [
        (FIRST, FIRST, "1. октобра 2020. године", "1. oktobra 2020. godine", "1 October 2020"),
        (FIRST, THIRD, "од 1. до 3. октобра 2020. године", "od 1. do 3. oktobra 2020. godine", "1–3 October 2020"),
        (
            date(2020, 9, 30),
            FIRST,
            "од 30. септембра до 1. октобра 2020. године",
            "od 30. septembra do 1. oktobra 2020. godine",
            "30 September – 1 October 2020",
        ),
        (
            date(2020, 12, 31),
            date(2021, 1, 1),
            "од 31. децембра 2020. до 1. јануара 2021. године",
            "od 31. decembra 2020. do 1. januara 2021. godine",
            "31 December 2020 – 1 January 2021",
        ),
    ],
)
def test_days_say_the_common_part_once(first: date, last: date, serbian: str, latin: str, english: str) -> None:
    assert [written_days(first, last, lang) for lang in Lang] == [serbian, latin, english]


@pytest.mark.parametrize(
    ("first", "last", "serbian", "latin", "english"),
    [
        (FIRST, FIRST, "1. октобар 2020.", "1. oktobar 2020.", "1 October 2020"),
        (FIRST, THIRD, "1–3. октобар 2020.", "1–3. oktobar 2020.", "1–3 October 2020"),
        (date(2020, 9, 30), FIRST, "30. септембар – 1. октобар 2020.", "30. septembar – 1. oktobar 2020.", "30 September – 1 October 2020"),
        (
            date(2020, 12, 31),
            date(2021, 1, 1),
            "31. децембар 2020 – 1. јануар 2021.",
            "31. decembar 2020 – 1. januar 2021.",
            "31 December 2020 – 1 January 2021",
        ),
    ],
)
def test_days_as_a_heading_are_short_and_nominative(first: date, last: date, serbian: str, latin: str, english: str) -> None:
    assert [written_days(first, last, lang, heading=True) for lang in Lang] == [serbian, latin, english]


def test_days_as_a_heading_lose_their_point_before_a_comma() -> None:
    assert f"{written_days(FIRST, THIRD, Lang.SR, heading=True, point=False)}, Врање" == "1–3. октобар 2020, Врање"


def test_short_day_has_blanks_and_a_last_point_in_serbian() -> None:
    assert [short_day(FIRST, lang) for lang in Lang] == ["1. 10. 2020.", "1. 10. 2020.", "1 Oct 2020"]


def test_a_day_without_its_year_stands_under_its_day_of_the_week() -> None:
    written = [(written_weekday(FIRST, lang), written_day(FIRST, lang, heading=True, with_year=False)) for lang in Lang]

    assert written == [("четвртак", "1. октобар"), ("četvrtak", "1. oktobar"), ("Thursday", "1 October")]


def test_time_has_a_point_in_serbian_and_a_colon_in_english() -> None:
    assert [written_time(time(9, 5), lang) for lang in Lang] == ["09.05", "09.05", "09:05"]


@pytest.mark.parametrize(
    ("moment", "opening", "last"),
    [
        ("2020-10-01T00:00:00", FIRST, date(2020, 9, 30)),
        ("2020-10-01T00:00:01", None, None),
        ("2020-10-01T23:59:00", None, None),
        ("2020-10-01T23:59:59", None, FIRST),
        ("2020-10-01T23:59:59.999999", None, FIRST),
    ],
)
def test_a_day_opens_with_its_midnight_and_ends_with_its_last_second(moment: str, opening: date | None, last: date | None) -> None:
    here = datetime.fromisoformat(moment)

    assert (opens_a_day(here), last_day(here)) == (opening is not None, last)
    assert (day_alone(here, DAY_BEGINS), day_alone(here, DAY_ENDS)) == (opening, last)
