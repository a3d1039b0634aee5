"""Somebody at a browser: opens pages, fills real forms, presses real buttons, and looks at every page that comes."""

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Response

from tests.journeys.axe import violations

#: The button a form is sent with; links that look like buttons and steps within a form are others.
SEND = "main form button.button--primary"
#: What differs from one address to the next of the same page: codes, random parts of links, keys.
_VARYING = re.compile(r"/(?:[RSPC]-[2-9A-Z]{6}|[\w-]{20,})(?=/|$)")


class Visitor:
    """One browser window of its own. `judged` holds the pages axe has seen; None leaves axe out."""

    def __init__(self, page: Page, base: str, judged: set[tuple[str, int]] | None = None) -> None:
        self.page = page
        self.base = base
        self.judged = judged
        self.status = 0

    @property
    def path(self) -> str:
        return self.page.url.removeprefix(self.base).partition("#")[0]

    @property
    def heading(self) -> str:
        return " ".join(self.page.locator("h1").inner_text().split())

    @property
    def text(self) -> str:
        """Everything that can be read in the main part of the page."""
        return " ".join(self.page.locator("main").inner_text().split())

    @property
    def code(self) -> str:
        """The code that the page tells first."""
        found = re.search(r"\b[RS]-[2-9A-Z]{6}\b", self.text)
        assert found is not None, self.text
        return found.group()

    def open(self, address: str) -> None:
        """Go to an address of the installation, or to a whole one out of a letter."""
        answer = self.page.goto(address if address.startswith("http") else self.base + address)
        self._look(answer)

    def follow(self, ending: str) -> None:
        """Follow the first link of the page whose address ends so."""
        self.press(f"main a[href$='{ending}'], nav a[href$='{ending}']")

    def press(self, selector: str = SEND) -> None:
        """Press a button or a link that leads to a page, and look at that page."""
        with self.page.expect_navigation() as coming:
            self.page.locator(selector).first.click()
        self._look(coming.value)

    def fill(self, **answers: Any) -> None:
        """Answer questions by the names of their fields: text, a choice, a tick, several ticks, a file."""
        for name, answer in answers.items():
            self._answer(name, answer)

    def typed(self, *names: str) -> dict[str, str]:
        """Return what stands in fields of text and in choices."""
        return {name: self.page.locator(f"[name='{name}']").first.input_value() for name in names}

    def chosen(self, name: str) -> list[str]:
        """Return the values of the ticks or radio buttons that are on."""
        return [box.get_attribute("value") or "" for box in self.page.locator(f"[name='{name}']:checked").all()]

    def download(self, ending: str) -> bytes:
        """Follow a link to a file and return the file."""
        with self.page.expect_download() as coming:
            self.page.locator(f"main a[href$='{ending}']").first.click()
        return Path(coming.value.path()).read_bytes()

    def read_file(self, ending: str) -> bytes:
        """Return the file behind a link which the browser shows rather than keeps, such as a PDF to read."""
        answer = self.page.request.get(self.base + str(self.page.locator(f"main a[href$='{ending}']").first.get_attribute("href")))
        assert answer.ok, answer.status
        return answer.body()

    def _answer(self, name: str, answer: Any) -> None:
        field = self.page.locator(f"[name='{name}']:not([type='hidden'])").first
        closed = field.locator("xpath=ancestor::details[not(@open)]/summary")
        if closed.count():
            closed.click()
        kind = field.evaluate("field => field.type")
        if kind in {"radio", "checkbox"}:
            for value in answer if isinstance(answer, list) else [answer]:
                self.page.locator(f"[name='{name}'][value='{value}']").check()
        elif kind == "select-one":
            field.select_option(answer)
        elif kind == "file":
            field.set_input_files(answer)
        else:
            field.fill(answer)

    def _look(self, answer: Response | None) -> None:
        assert answer is not None, self.page.url
        self.status = answer.status
        assert self.status < 500 or self.status == 503, (self.page.url, self.text)
        assert self.page.locator("html").get_attribute("lang") == self.path.split("/")[1], self.page.url
        assert self.page.locator("h1").count() == 1, self.page.url
        seen = (_VARYING.sub("/*", self.path.partition("?")[0]), self.status)
        if self.judged is not None and seen not in self.judged:
            self.judged.add(seen)
            assert violations(self.page) == [], self.page.url
