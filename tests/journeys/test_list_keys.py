"""Long lists by keyboard: from row to row with the arrows, many rows ticked at once, and how many they are."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys import steps
from tests.journeys.house import House
from tests.journeys.visitor import Visitor

LIST = "/en/2020/organiser/submissions"
_LINKS = "main tbody th[scope='row'] a"
_TICKS = "main .table__tick input[name='submission']"
_STATUS = "main [data-chosen]"


@pytest.fixture(scope="module")
def furnished(running: House) -> House:
    """The house with the papers of the demonstration."""
    running.flask("demo", "load")
    return running


@pytest.fixture
def chair(visit: Callable[..., Visitor], furnished: House) -> Visitor:
    visitor = visit()
    steps.sign_in(visitor, furnished, "chair")
    visitor.open(LIST)
    return visitor


def test_arrows_go_from_row_to_row_and_only_there(chair: Visitor) -> None:
    links, keys = chair.page.locator(_LINKS), chair.page.keyboard

    links.first.focus()
    keys.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    keys.press("End")
    expect(links.last).to_be_focused()
    keys.press("ArrowDown")
    expect(links.last).to_be_focused()
    keys.press("Home")
    keys.press("ArrowUp")
    expect(links.first).to_be_focused()

    search = chair.page.locator("#q")
    search.focus()
    keys.press("ArrowDown")
    expect(search).to_be_focused()


def test_ticks_are_counted_ticked_in_stretches_and_by_the_page(chair: Visitor) -> None:
    ticks, told = chair.page.locator(_TICKS), chair.page.locator(_STATUS)
    number = ticks.count()

    ticks.nth(1).click()
    ticks.nth(4).click(modifiers=["Shift"])
    expect(told).to_have_text("Chosen: 4")
    ticks.nth(2).focus()
    chair.page.keyboard.press("Space")
    expect(told).to_have_text("Chosen: 3")

    whole = chair.page.get_by_label("All of this page")
    whole.check()
    expect(told).to_have_text(f"Chosen: {number}")
    whole.uncheck()
    expect(told).to_have_text("")


def test_what_is_chosen_by_keys_is_decided_on(chair: Visitor) -> None:
    keys = chair.page.keyboard
    chair.open(f"{LIST}?state=submitted")
    chair.page.locator(_TICKS).first.focus()
    keys.press("Space")
    keys.press("ArrowDown")
    keys.press("Space")

    chair.press("main .together button")

    assert chair.heading == "Decide on several submissions"
    assert chair.page.locator("main tbody tr").count() == 2
