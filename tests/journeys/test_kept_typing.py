"""What is typed into a form is kept while it is typed: a closed tab, a lost connection, another language lose nothing."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from biblionet_reg.domain.language import Lang
from tests.journeys import steps
from tests.journeys.visitor import SEND, Visitor
from tests.journeys.words import words

Visit = Callable[..., Visitor]
FORM = "/sr/2020/register"
OFFLINE = "There is no connection, so what you typed is not saved yet. We keep trying."


def seen(visitor: Visitor) -> Locator:
    return visitor.page.locator("[data-kept-seen]")


def heard(visitor: Visitor) -> Locator:
    return visitor.page.locator("[data-kept-heard]")


def place(visitor: Visitor) -> list[float]:
    """Return where what stands below the line about keeping is."""
    found: list[float] = visitor.page.evaluate("[document.querySelector('footer').offsetTop, document.documentElement.scrollHeight]")
    return found


@pytest.mark.parametrize("lang", list(Lang))
def test_a_closed_tab_loses_nothing_typed(visit: Visit, lang: Lang) -> None:
    visitor = visit(axe=False)
    visitor.open(f"/{lang.value}/2020/register")
    before = place(visitor)

    visitor.page.locator("#given_name").press_sequentially("Љубица")
    visitor.page.locator("#email").fill("ljubica@")
    visitor.page.locator("[name='role'][value='guest']").check()
    expect(seen(visitor)).to_have_text(re.compile(words(lang, "Saved at %(time)s.", time=r"\d\d[.:]\d\d")))
    assert (heard(visitor).text_content(), place(visitor)) == ("", before)
    window = visitor.page.context
    visitor.page.close()
    visitor.page = window.new_page()

    visitor.open(FORM)

    assert visitor.typed("given_name", "email") == {"given_name": "Љубица", "email": "ljubica@"}
    assert visitor.chosen("role") == ["guest"]
    assert visitor.page.locator(".error-summary").count() == 0


def test_what_was_typed_without_a_pause_is_kept_when_the_page_is_left(visit: Visit) -> None:
    visitor = visit(axe=False)
    visitor.open(FORM)

    visitor.fill(given_name="Ђурђа")
    visitor.press(".steps__link[href$='/register/coming']")

    visitor.open(FORM)
    assert visitor.typed("given_name") == {"given_name": "Ђурђа"}


def test_a_lost_connection_is_told_once_and_nothing_is_lost(visit: Visit) -> None:
    visitor = visit(axe=False)
    visitor.open(FORM)
    visitor.page.context.set_offline(True)

    visitor.fill(given_name="Љубица")
    expect(seen(visitor)).to_have_text(words(Lang.SR, OFFLINE))
    expect(heard(visitor)).to_have_text(words(Lang.SR, OFFLINE))
    visitor.page.locator(SEND).click()
    assert visitor.path == FORM
    assert visitor.typed("given_name") == {"given_name": "Љубица"}

    visitor.page.context.set_offline(False)
    said = re.compile(words(Lang.SR, "Saved at %(time)s.", time=r"\d\d\.\d\d"))
    expect(seen(visitor)).to_have_text(said)
    expect(heard(visitor)).to_have_text(said)
    visitor.open(FORM)
    assert visitor.typed("given_name") == {"given_name": "Љубица"}


def test_another_language_in_the_middle_of_a_word_loses_nothing(visit: Visit) -> None:
    visitor = visit(axe=False)
    visitor.open(FORM)
    visitor.fill(given_name="Љуб")

    visitor.press(".languages__link[lang='en']")

    assert visitor.path == "/en/2020/register"
    assert visitor.typed("given_name") == {"given_name": "Љуб"}
    expect(seen(visitor)).to_have_text(re.compile(r"Saved at \d\d:\d\d\."))


def test_registering_with_the_keyboard_alone(visit: Visit) -> None:
    visitor = visit()
    keys = visitor.page.keyboard
    visitor.open("/en/2020/register")

    visitor.page.locator("#given_name").focus()
    for text in ("Љубица", "Ђорђевић", None, "keyboard@example.org", "Вранје"):
        if text:
            keys.type(text)
        if text != "Вранје":
            keys.press("Tab")
    expect(visitor.page.locator(".list-search__where").first).to_have_text("Vranje · Library")
    keys.press("Enter")
    expect(visitor.page.locator("#institution")).to_have_value(re.compile(r"\|"))
    for _stop in range(4):
        keys.press("Tab")
    keys.press("Space")
    with visitor.page.expect_navigation():
        keys.press("Enter")
    assert visitor.path == "/en/2020/register/coming"

    visitor.page.locator("#days-0").focus()
    keys.press("Space")
    with visitor.page.expect_navigation():
        keys.press("Enter")
    assert visitor.path == "/en/2020/register/check"

    visitor.page.locator(SEND).focus()
    with visitor.page.expect_navigation():
        keys.press("Enter")
    assert visitor.path == "/en/2020/register/done"


def test_change_puts_the_focus_on_its_question_even_in_a_closed_part(visit: Visit) -> None:
    visitor = visit(axe=False)
    visitor.open(FORM)
    steps.fill_pages(visitor, steps.LIBRARIAN | {"email": "focus@example.org"}, library="institution")

    visitor.follow("/register#badge_name")

    expect(visitor.page.locator("#badge_name")).to_be_focused()
    expect(visitor.page.locator("#badge_name")).to_be_in_viewport()
    visitor.press()
    assert visitor.path == "/sr/2020/register/check"


def test_a_link_to_a_group_of_answers_leads_into_it(visit: Visit) -> None:
    visitor = visit(axe=False)
    visitor.open("/sr/2020/register")
    steps.fill_pages(visitor, steps.LIBRARIAN | {"email": "group@example.org"}, library="institution")

    visitor.page.locator("a[href$='#meals']").click()

    expect(visitor.page.locator("#meals input").first).to_be_focused()
