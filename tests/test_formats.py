"""Dates, times, names and texts as each language writes them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from flask import Flask, render_template_string

from biblionet_reg import formats, i18n
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.money import Money
from biblionet_reg.domain.number import written_number
from biblionet_reg.domain.script import to_latin

OCTOBER = date(2020, 10, 1)
BELGRADE = "Europe/Belgrade"

NO_BREAK = "\N{NO-BREAK SPACE}"


def unbroken(text: str) -> str:
    """Return `text` with its ~ as spaces where no line ends."""
    return text.replace("~", NO_BREAK)


@pytest.fixture(autouse=True)
def _context(app: Flask) -> Iterator[None]:
    with app.app_context():
        yield


def test_current_lang_is_serbian_until_told() -> None:
    assert i18n.current_lang() is Lang.SR


@pytest.mark.parametrize("lang", list(Lang))
def test_speaking_changes_the_language_for_a_while(lang: Lang) -> None:
    with i18n.speaking(lang):
        inside = i18n.current_lang()

    assert (inside, i18n.current_lang()) == (lang, Lang.SR)


@pytest.mark.parametrize(
    ("lang", "plain", "with_weekday"),
    [
        (Lang.SR, "1.~октобра 2020.", "четвртак, 1.~октобра 2020."),
        (Lang.SR_LATN, "1.~oktobra 2020.", "četvrtak, 1.~oktobra 2020."),
        (Lang.EN, "1~October 2020", "Thursday, 1~October 2020"),
    ],
)
def test_day_is_written_as_print_writes_it(lang: Lang, plain: str, with_weekday: str) -> None:
    with i18n.speaking(lang):
        assert (formats.format_day(OCTOBER), formats.format_day(OCTOBER, weekday=True)) == (unbroken(plain), unbroken(with_weekday))


def test_days_are_written_in_the_language_spoken() -> None:
    spans = []
    for lang in Lang:
        with i18n.speaking(lang):
            spans.append((formats.format_days(OCTOBER, date(2020, 10, 3)), formats.format_days(OCTOBER, date(2020, 10, 3), heading=True)))

    assert [(plain.replace(NO_BREAK, "~"), heading.replace(NO_BREAK, "~")) for plain, heading in spans] == [
        ("од 1. до 3.~октобра 2020.~године", "1–3.~октобар 2020."),
        ("od 1. do 3.~oktobra 2020.~godine", "1–3.~oktobar 2020."),
        ("1–3~October 2020", "1–3~October 2020"),
    ]


@pytest.mark.parametrize(
    ("moment", "english"),
    [
        (datetime(2020, 10, 1, 8, 5, tzinfo=UTC), "1~October 2020 at~10:05"),
        (datetime(2020, 10, 25, 0, 30, tzinfo=UTC), "25~October 2020 at~02:30"),
        (datetime(2020, 10, 25, 1, 30, tzinfo=UTC), "25~October 2020 at~02:30"),
        (datetime(2020, 12, 31, 23, 30, tzinfo=UTC), "1~January 2021 at~00:30"),
    ],
)
def test_moment_is_told_where_the_edition_is(moment: datetime, english: str) -> None:
    with i18n.speaking(Lang.EN):
        assert formats.format_moment(moment, BELGRADE) == unbroken(english)


def test_time_has_a_point_in_serbian_and_a_colon_in_english() -> None:
    moment = datetime(2020, 10, 1, 8, 5, tzinfo=UTC)
    in_serbian = formats.format_time(moment, BELGRADE)
    with i18n.speaking(Lang.EN):
        in_english = formats.format_time(moment, BELGRADE)

    assert (in_serbian, in_english) == ("10.05", "10:05")


def test_times_and_short_days_are_written_in_the_language_spoken() -> None:
    start, end = datetime(2020, 10, 1, 8, 0, tzinfo=UTC), datetime(2020, 10, 1, 9, 30, tzinfo=UTC)
    written = []
    for lang in Lang:
        with i18n.speaking(lang):
            written.append((formats.format_times(start, end, BELGRADE), formats.format_short_day(OCTOBER)))

    assert written == [("10.00–11.30", "1. 10. 2020."), ("10.00–11.30", "1. 10. 2020."), ("10:00–11:30", "1 Oct 2020")]


def test_span_within_a_day_is_a_sentence_in_the_language_spoken() -> None:
    start, end = datetime(2020, 10, 1, 9, 20, tzinfo=UTC), datetime(2020, 10, 1, 9, 40, tzinfo=UTC)
    written = []
    for lang in Lang:
        with i18n.speaking(lang):
            written.append(formats.format_span(start, end, BELGRADE))

    assert [text.replace(NO_BREAK, "~") for text in written] == [
        "1.~октобра 2020. од 11.20 до 11.40",
        "1.~oktobra 2020. od 11.20 do 11.40",
        "1~October 2020, from 11:20 to 11:40",
    ]


def test_a_day_of_the_week_stands_apart_from_its_day() -> None:
    written = []
    for lang in Lang:
        with i18n.speaking(lang):
            day = formats.format_day(OCTOBER, heading=True, with_year=False)
            written.append((formats.format_weekday(OCTOBER), day.replace(NO_BREAK, "~")))

    assert written == [("четвртак", "1.~октобар"), ("četvrtak", "1.~oktobar"), ("Thursday", "1~October")]


def test_money_numbers_and_quotes_are_written_in_the_language_spoken() -> None:
    written = []
    for lang in Lang:
        with i18n.speaking(lang):
            money = formats.format_money(Money(350050)).replace("\N{NO-BREAK SPACE}", " ")
            written.append((money, formats.format_number(1234), formats.format_ordinal(14), formats.inside_quotes('а "б"')))

    assert written == [
        ("3.500,50 РСД", "1.234", "14.", "а ’б’"),
        ("3.500,50 RSD", "1.234", "14.", "а ’б’"),
        ("RSD 3,500.50", "1,234", "14th", "а ‘б’"),
    ]


ONE_FEW_OTHER = {"писмо": (1, 21, 101, 1001), "писма": (2, 4, 22, 104), "писама": (0, 5, 11, 12, 14, 20, 25, 111, 112)}


@pytest.mark.parametrize(("number", "word"), [(number, word) for word, numbers in ONE_FEW_OTHER.items() for number in numbers])
def test_serbian_has_one_few_and_other_in_both_scripts(number: int, word: str) -> None:
    said = []
    for lang in (Lang.SR, Lang.SR_LATN):
        with i18n.speaking(lang):
            said.append(i18n.ngettext("%(num)s letter", "%(num)s letters", number).split())

    assert said == [[written_number(number, Lang.SR), word], [written_number(number, Lang.SR), to_latin(word)]]


@pytest.mark.parametrize(
    ("lang", "written"), [(Lang.SR, "5.001 пријава"), (Lang.SR_LATN, "5.001 prijava"), (Lang.EN, "5,001 registrations")]
)
def test_numbers_in_messages_are_written_as_the_language_writes_them(app: Flask, lang: Lang, written: str) -> None:
    with i18n.speaking(lang):
        in_code = i18n.ngettext("%(num)s registration", "%(num)s registrations", 5001)
        in_page = render_template_string("{{ ngettext('%(num)s registration', '%(num)s registrations', 5001) }}")

    assert (in_code, in_page) == (written, written.replace(" ", NO_BREAK))


@pytest.mark.parametrize(
    ("moment", "serbian", "english"),
    [
        (
            datetime.fromisoformat("2020-06-15T00:00:00+02:00"),
            ("15.~јуна 2020.", "14.~јуна 2020.", "краја дана 14.~јуна 2020."),
            ("15~June 2020", "14~June 2020", "the end of 14~June 2020"),
        ),
        (
            datetime.fromisoformat("2020-08-31T23:59:59+02:00"),
            ("31.~августа 2020. у~23.59", "31.~августа 2020.", "краја дана 31.~августа 2020."),
            ("31~August 2020 at~23:59", "31~August 2020", "the end of 31~August 2020"),
        ),
        (
            datetime.fromisoformat("2020-08-31T23:59:00+02:00"),
            ("31.~августа 2020. у~23.59",) * 3,
            ("31~August 2020 at~23:59",) * 3,
        ),
        (
            datetime.fromisoformat("2020-09-01T00:00:00+00:00"),
            ("1.~септембра 2020. у~02.00",) * 3,
            ("1~September 2020 at~02:00",) * 3,
        ),
    ],
)
def test_what_opens_or_closes_with_a_day_is_told_by_the_day(moment: datetime, serbian: tuple[str, ...], english: tuple[str, ...]) -> None:
    expected = {Lang.SR: serbian, Lang.SR_LATN: tuple(map(to_latin, serbian)), Lang.EN: english}
    written = {}
    for lang in Lang:
        with i18n.speaking(lang):
            formatters = (formats.format_opening, formats.format_closing, formats.format_deadline)
            written[lang] = tuple(formatter(moment, BELGRADE).replace(NO_BREAK, "~") for formatter in formatters)

    assert written == expected


@pytest.mark.parametrize(
    ("year", "written"),
    [
        (2020, ["1._10. у_10.05", "1._10. u_10.05", "1_Oct at_10:05"]),
        (2019, ["1._10._2019. у_10.05", "1._10._2019. u_10.05", "1_Oct_2019 at_10:05"]),
    ],
)
def test_moment_in_a_table_is_short_and_tells_only_another_year(year: int, written: list[str]) -> None:
    moments = []
    for lang in Lang:
        with i18n.speaking(lang):
            moments.append(formats.format_short_moment(datetime(year, 10, 1, 8, 5, tzinfo=UTC), BELGRADE))

    assert [moment.replace("\N{NO-BREAK SPACE}", "_") for moment in moments] == written
