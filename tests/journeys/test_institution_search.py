"""A library is found by a few letters above the list of libraries, with the keyboard alone; without JavaScript the list is as it was."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys.visitor import Visitor

Visit = Callable[..., Visitor]


def _place(shown: Locator) -> list[float]:
    """Return where something stands on its page, however far that is scrolled, and how large it is."""
    place: list[float] = shown.evaluate("e => { const r = e.getBoundingClientRect(); return [r.x, r.y + scrollY, r.width, r.height]; }")
    return place


@pytest.mark.parametrize(("path", "row"), [("/en/2020/register", ""), ("/en/2020/submit/authors", "authors-1-")])
def test_library_is_found_and_chosen_with_the_keyboard(visit: Visit, path: str, row: str) -> None:
    visitor = visit()
    page = visitor.page
    page.set_viewport_size({"width": 360, "height": 800})
    visitor.open(path)
    if row:
        visitor.press("main button[name='do'][value='add-author']")
    search, shown = page.locator(f"#{row}institution-search"), page.locator(f"#{row}institution")
    heard = page.locator(f"[data-list='{row}institution'] [role=status]")
    whole, place = shown.locator("option").all_text_contents(), _place(shown)

    search.focus()
    page.keyboard.type("Врањ")
    expect(heard).to_have_text(re.compile(r"Found: \d+"))
    expect(shown.locator("option").nth(1)).to_have_text(re.compile("^Vranje: "))
    expect(shown).to_have_value("")
    page.keyboard.press("Enter")
    expect(shown).to_be_focused()
    expect(shown).to_have_value(re.compile(r"\|"))
    chosen = shown.input_value()

    page.keyboard.press("Shift+Tab")
    expect(search).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("НБС")
    expect(shown.locator("option").last).to_have_text("Beograd: Narodna biblioteka Srbije")
    expect(shown).to_have_value(chosen)
    page.keyboard.press("ArrowDown")
    expect(shown).to_be_focused()
    page.keyboard.press("ArrowDown")
    assert shown.input_value() != chosen
    chosen = shown.input_value()

    page.keyboard.press("Shift+Tab")
    page.keyboard.type("qqqqqqqqqq")
    expect(heard).to_have_text("Nothing found. Choose from the whole list, or type your institution below it.")
    assert _place(shown) == place
    page.keyboard.press("Escape")
    expect(heard).to_have_text("")
    expect(search).to_have_value("")
    assert (shown.locator("option").all_text_contents(), shown.input_value(), _place(shown)) == (whole, chosen, place)
    assert page.url.removeprefix(visitor.base) == visitor.path


def test_without_javascript_there_is_only_the_list(visit: Visit) -> None:
    visitor = visit(javascript=False)
    visitor.open("/en/2020/register")

    expect(visitor.page.locator("#institution-search")).to_be_hidden()
    expect(visitor.page.locator("#institution")).to_be_visible()
