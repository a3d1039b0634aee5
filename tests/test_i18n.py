"""Dates, times, names and texts as each language writes them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from flask import Flask

from biblionet_reg import i18n
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.text import LocalText

OCTOBER = date(2020, 10, 1)
BELGRADE = "Europe/Belgrade"


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
        (Lang.SR, "1. октобра 2020.", "четвртак, 1. октобра 2020."),
        (Lang.SR_LATN, "1. oktobra 2020.", "četvrtak, 1. oktobra 2020."),
        (Lang.EN, "1 October 2020", "Thursday, 1 October 2020"),
    ],
)
def test_day_is_written_as_print_writes_it(lang: Lang, plain: str, with_weekday: str) -> None:
    with i18n.speaking(lang):
        assert (i18n.format_day(OCTOBER), i18n.format_day(OCTOBER, weekday=True)) == (plain, with_weekday)


@pytest.mark.parametrize(
    ("first", "last", "serbian", "english"),
    [
        (OCTOBER, OCTOBER, "1. октобра 2020.", "1 October 2020"),
        (OCTOBER, date(2020, 10, 3), "од 1. до 3. октобра 2020. године", "1–3 October 2020"),
        (date(2020, 9, 30), OCTOBER, "од 30. септембра до 1. октобра 2020. године", "30 September – 1 October 2020"),
        (date(2020, 12, 31), date(2021, 1, 1), "од 31. децембра 2020. до 1. јануара 2021. године", "31 December 2020 – 1 January 2021"),
    ],
)
def test_days_say_the_common_part_once(first: date, last: date, serbian: str, english: str) -> None:
    in_serbian = i18n.format_days(first, last)
    with i18n.speaking(Lang.EN):
        in_english = i18n.format_days(first, last)

    assert (in_serbian, in_english) == (serbian, english)


def test_days_are_in_latin_for_who_reads_latin() -> None:
    with i18n.speaking(Lang.SR_LATN):
        assert i18n.format_days(OCTOBER, date(2020, 10, 3)) == "od 1. do 3. oktobra 2020. godine"


@pytest.mark.parametrize(
    ("moment", "english"),
    [
        (datetime(2020, 10, 1, 8, 5, tzinfo=UTC), "1 October 2020 at 10:05"),
        (datetime(2020, 10, 25, 0, 30, tzinfo=UTC), "25 October 2020 at 02:30"),
        (datetime(2020, 10, 25, 1, 30, tzinfo=UTC), "25 October 2020 at 02:30"),
        (datetime(2020, 12, 31, 23, 30, tzinfo=UTC), "1 January 2021 at 00:30"),
    ],
)
def test_moment_is_told_where_the_edition_is(moment: datetime, english: str) -> None:
    with i18n.speaking(Lang.EN):
        assert i18n.format_moment(moment, BELGRADE) == english


def test_time_has_a_point_in_serbian_and_a_colon_in_english() -> None:
    moment = datetime(2020, 10, 1, 8, 5, tzinfo=UTC)
    in_serbian = i18n.format_time(moment, BELGRADE)
    with i18n.speaking(Lang.EN):
        in_english = i18n.format_time(moment, BELGRADE)

    assert (in_serbian, in_english) == ("10.05", "10:05")


@pytest.mark.parametrize(
    ("given", "family", "lang", "shown"),
    [
        ("Ђорђе", "Његић", Lang.SR, "Ђорђе Његић"),
        ("Ђорђе", "Његић", Lang.SR_LATN, "Đorđe Njegić"),
        ("Ђорђе", "Његић", Lang.EN, "Đorđe Njegić"),
        ("Đorđe", "Njegić", Lang.SR, "Đorđe Njegić"),
        ("Siobhán", "O’Brien", Lang.SR, "Siobhán O’Brien"),
        ("Мадона", "", Lang.EN, "Madona"),
    ],
)
def test_person_name_is_as_typed_or_in_the_readers_script(given: str, family: str, lang: Lang, shown: str) -> None:
    with i18n.speaking(lang):
        assert i18n.person_name(given, family) == shown


def test_say_marks_the_language_of_what_falls_back() -> None:
    with i18n.speaking(Lang.EN):
        marked = i18n.say_marked(LocalText(sr="Књиге & <људи>"))
        plain = i18n.say(LocalText(sr="Књиге & <људи>"))

    assert (marked, plain) == ('<span lang="sr">Књиге &amp; &lt;људи&gt;</span>', "Књиге & <људи>")


def test_say_marks_nothing_in_the_readers_own_language() -> None:
    assert i18n.say_marked(LocalText(sr="Књиге", en="Books")) == "Књиге"


def test_say_marks_nothing_where_there_is_nothing() -> None:
    assert i18n.say_marked(LocalText()) == ""
