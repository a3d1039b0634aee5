"""A library is found by a few letters, with its town and kind, by the keyboard alone; without JavaScript a button finds it."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.visitor import Visitor

Visit = Callable[..., Visitor]


@pytest.mark.parametrize(("path", "row"), [("/en/2020/register", ""), ("/en/2020/submit/authors", "authors-1-")])
def test_library_is_found_and_chosen_with_the_keyboard(visit: Visit, path: str, row: str) -> None:
    visitor = visit()
    page = visitor.page
    page.set_viewport_size({"width": 360, "height": 800})
    visitor.open(path)
    if row:
        visitor.press("main button[name='do'][value='add-author']")
    search, chosen = page.locator(f"#{row}institution_search"), page.locator(f"#{row}institution")
    part = page.locator(f"[data-list='{row}institution']")
    heard, hits = part.locator("[role=status]"), part.locator("[role=radiogroup] .choice")

    search.focus()
    page.keyboard.type("Врањ")
    expect(heard).to_have_text(re.compile(r"Found: \d+\. Choose one\."))
    expect(hits.first).to_contain_text("Vranje · Library")
    expect(chosen).to_have_value("")
    page.keyboard.press("Enter")
    expect(hits.first.locator("input")).to_be_focused()
    expect(chosen).to_have_value(re.compile(r"\|"))
    first = chosen.input_value()

    search.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("Бео")
    expect(hits.first).to_contain_text("Beograd")
    expect(chosen).to_have_value(first)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    expect(chosen).not_to_have_value(first)
    second = chosen.input_value()
    chosen.select_option(first)
    expect(part.locator("[role=radiogroup] input:checked")).to_have_count(0)

    search.focus()
    page.keyboard.type("qqqqqqqqqq")
    expect(heard).to_have_text(re.compile("^Nothing found."))
    expect(page.locator(f"#{row}institution_name")).to_be_visible()
    page.keyboard.press("Escape")
    expect(heard).to_have_text("")
    expect(search).to_have_value("")
    assert chosen.input_value() == first != second
    assert page.url.removeprefix(visitor.base) == visitor.path


def test_without_javascript_a_button_finds_it(visit: Visit) -> None:
    visitor = visit(javascript=False)
    page = visitor.page
    visitor.open("/en/2020/register")

    page.locator("#institution_search").fill("vranje")
    page.locator("button[value='find-institution_search']").click()

    expect(page.locator(".list-search__found")).to_have_text("Found: 1. Choose one.")
    expect(page.locator(".list-search__hits input")).to_be_focused()
    expect(page.locator(".list-search__hits .choice")).to_contain_text("Vranje · Library")


def test_where_scripts_run_there_is_no_button(visit: Visit) -> None:
    visitor = visit()
    visitor.open("/en/2020/register")

    expect(visitor.page.locator("#institution_search")).to_be_visible()
    expect(visitor.page.locator("button[value='find-institution_search']")).to_be_hidden()
