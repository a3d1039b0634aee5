"""The submission form of several pages in tests: one page of it, or all of them filled and sent."""

from typing import Any

from tests.pages import Browser, Form, Page
from tests.walking import Walk

FORM = "main form[data-flow]"
ANSWERS: dict[str, Any] = {
    "kind": "paper",
    "subtopic": "literacy",
    "title_sr": "Читање у парку",
    "abstract_sr": "Библиотека и школа читају заједно.",
    "authors-0-given_name": "Љубица",
    "authors-0-family_name": "Ђорђевић",
    "authors-0-email": "ljubica@example.org",
}
PAGES = ("paper", "abstract", "authors", "partners", "file")
CHECK = "/en/2020/submit/check"


def address(name: str, lang: str = "en") -> str:
    return f"/{lang}/2020/submit" if name == "paper" else f"/{lang}/2020/submit/{name}"


def open_page(browser: Browser, name: str, lang: str = "en") -> Page:
    return browser.get(address(name, lang))


def form_of(browser: Browser, name: str, lang: str = "en") -> Form:
    return open_page(browser, name, lang).form(FORM)


def walk(browser: Browser, lang: str = "en", **changes: Any) -> Walk:
    """Return all pages, to be filled with the answers of a paper of one author and sent."""
    return Walk(browser, address("paper", lang)).fill(ANSWERS, **changes)


def to_check(browser: Browser, lang: str = "en", **changes: Any) -> Page:
    """Fill every page and stop at the one that shows all answers."""
    page, left = open_page(browser, "paper", lang), {**ANSWERS, **changes}
    while not page.path.endswith("/check"):
        form = page.form(FORM)
        asked = {name: left.pop(name) for name in list(left) if name in form.names()}
        page = form.fill(asked).submit("do=send")
    assert left == {}
    return page
