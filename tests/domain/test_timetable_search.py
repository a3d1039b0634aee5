"""Finding presentations in a published programme."""

from dataclasses import replace
from datetime import date

import pytest

from biblionet_reg.domain.text import LocalText
from biblionet_reg.domain.timetable import ListedAuthor, ListedItem
from biblionet_reg.domain.timetable_part import count_of, first_items, on_day, subtopics_of, with_items
from biblionet_reg.domain.timetable_search import Matches, index_of
from tests.domain.test_timetable import AUTHOR, block, item, timetable

KOVACS = ListedAuthor("P-345678", "János", "Kovács", "Градска библиотека Панчево", "Панчево", is_presenter=True)


def titled(code: str, start: int, title: LocalText, *authors: ListedAuthor) -> ListedItem:
    return replace(item(code, start), title=title, authors=authors or (AUTHOR,))


SCHOOL = titled("S-222222", 0, LocalText(sr="Мала школа финансија", en="A small school of finance"))
ROUTES = titled("S-333333", 20, LocalText(sr="Biblioteka na putu"), KOVACS)
GREETING = replace(item("", 40), title=LocalText(sr="Поздрав"), presenter_name="др Зоран Најдић", authors=(), subtopic=LocalText())
INDEX = index_of(timetable(block(1, 0, 60, SCHOOL, ROUTES, GREETING)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("школа", {0}),
        ("SKOLA finans", {0}),
        ("small school", {0}),
        ("библиотека на путу", {1}),
        ("kovacs", {1}),
        ("Ђорђе Љубић", {0}),
        ("djordje ljubic", {0}),
        ("pancevo", {1}),
        ("najdic", {2}),
        ("поздрав", {2}),
        ("подтема", {0, 1}),
        ("S-222222", {0}),
        ("школа kovacs", set()),
        ("nothing like this", set()),
        ("!?", set()),
    ],
)
def test_every_word_must_be_there_in_either_script(text: str, found: set[int]) -> None:
    assert INDEX.find(text) == Matches(frozenset(found))


@pytest.mark.parametrize(("text", "found", "shown"), [("Kovasc", {1}, ("Kovács",)), ("Љубих школа", {0}, ("Љубић",))])
def test_mistyped_name_is_taken_for_the_closest(text: str, found: set[int], shown: tuple[str, ...]) -> None:
    assert INDEX.find(text) == Matches(frozenset(found), shown)


def test_part_of_a_programme_keeps_its_sessions_and_leaves_empty_ones_out() -> None:
    whole = timetable(block(1, 0, 60, SCHOOL, ROUTES), block(2, 60, 90, GREETING))

    part = with_items(whole, lambda one: one is ROUTES)

    assert part == timetable(block(1, 0, 60, ROUTES))
    assert (count_of(whole), count_of(part), count_of(on_day(whole, date(2020, 10, 2)))) == (3, 1, 0)
    assert first_items(whole, 2) == timetable(block(1, 0, 60, SCHOOL, ROUTES))


def test_subtopics_have_one_short_name_in_every_language() -> None:
    whole = timetable(block(1, 0, 60, SCHOOL, ROUTES, GREETING))

    assert subtopics_of(whole) == {"podtema": LocalText(sr="Подтема")}
