"""Somebody from the public who has answered both forms and sent neither: their pages show what was typed."""

from playwright.sync_api import Page

from tests.journeys.steps import LIBRARIAN, PAPER, choose_library
from tests.journeys.visitor import Visitor

_FORM = "main form[data-flow]"
#: More pages than any form has.
_MANY = 9


def answer_both_forms(page: Page, base: str) -> None:
    """Fill the pages of both forms up to the one that shows all answers."""
    visitor = Visitor(page, base, judged=None)
    _answer(visitor, "/sr/2020/register", LIBRARIAN)
    _answer(visitor, "/sr/2020/submit", PAPER)


def _answer(visitor: Visitor, path: str, answers: dict[str, object]) -> None:
    visitor.open(path)
    for _ in range(_MANY):
        if visitor.path.endswith("/check"):
            return
        asked = {name: value for name, value in answers.items() if _asks(visitor, name)}
        visitor.fill(**asked)
        if _asks(visitor, "institution"):
            choose_library(visitor, "institution")
        visitor.press(f"{_FORM} button.button--primary")
    raise AssertionError(f"{visitor.path}: {visitor.text}")


def _asks(visitor: Visitor, name: str) -> bool:
    return visitor.page.locator(f"{_FORM} [name='{name}']:not([type='hidden'])").count() > 0
