"""Whoever asks for a page in another language finds in its form what stood there unsent, once."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.journeys.house import House
from tests.journeys.steps import sign_in
from tests.journeys.visitor import SEND, Visitor

Visit = Callable[..., Visitor]
LATIN = ".languages__link[lang='sr-Latn']"


def test_what_stands_unsent_in_a_form_stands_there_in_the_other_language(visit: Visit, running: House) -> None:
    visitor = visit()
    sign_in(visitor, running, "administrator")
    visitor.open("/en/2020/organiser/edition/words/add")
    visitor.fill(latin="Zoom sastanak", kind="pair", cyrillic="Зум")
    visitor.press(SEND)
    assert visitor.status == 422

    visitor.press(LATIN)

    assert visitor.path == "/sr-Latn/2020/organiser/edition/words/add"
    assert visitor.typed("latin", "cyrillic") == {"latin": "Zoom sastanak", "cyrillic": "Зум"}
    assert visitor.page.locator("[name='kind']").first.evaluate("field => field.form.elements.kind.value") == "pair"

    visitor.open("/en/2020/organiser/edition/rooms/add")
    visitor.page.locator("[name='seats']").fill("40")
    visitor.press(LATIN)
    expect(visitor.page.locator("[name='seats']")).to_have_value("40")

    visitor.open(visitor.path)

    expect(visitor.page.locator("[name='seats']")).to_have_value("")
    assert visitor.page.evaluate("sessionStorage.length") == 0
