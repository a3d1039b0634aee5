"""Somebody who hears a page and has a keyboard: knows only what the accessibility tree says of what has the focus."""

import re
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

from playwright.sync_api import Page, Request, expect

#: No page has so many stops that a person would go on looking.
MOST_STOPS = 150


@dataclass
class Effort:
    """What a task took: pages shown, forms sent, requests to the server but for those a browser keeps, keys pressed."""

    pages: int = 0
    posts: int = 0
    requests: int = 0
    keys: int = 0
    began: float = field(default_factory=perf_counter)

    @property
    def seconds(self) -> float:
        return perf_counter() - self.began


class Listener:
    """One browser window, driven by keys alone. What is looked for is named by role and name, as it is spoken."""

    def __init__(self, page: Page, base: str) -> None:
        self.page, self.base = page, base
        self.effort = Effort()
        self._tree = page.context.new_cdp_session(page)
        self._tree.send("Network.enable")
        self._tree.on("Network.loadingFinished", self._count)
        page.on("request", self._sent)

    def open(self, path: str) -> None:
        """Follow an address somebody was given, and go on when the page is quiet."""
        self.page.goto(self.base + path)
        self._settled()

    @property
    def focus(self) -> tuple[str, str]:
        """The role and the name of what has the focus."""
        found = self._tree.send("Runtime.evaluate", {"expression": "document.activeElement"})
        asked = {"objectId": found["result"]["objectId"], "fetchRelatives": False}
        node = self._tree.send("Accessibility.getPartialAXTree", asked)["nodes"][0]
        return node["role"]["value"], node.get("name", {}).get("value", "")

    @property
    def headings(self) -> list[str]:
        """The headings of the page in their order, as a reader's list of them has them."""
        nodes = self._tree.send("Accessibility.getFullAXTree")["nodes"]
        return [node["name"]["value"] for node in nodes if node.get("role", {}).get("value") == "heading"]

    def to(self, role: str, name: str) -> "Listener":
        """Press Tab until something of this role, whose name matches, has the focus."""
        heard = []
        for _stop in range(MOST_STOPS):
            self.keys("Tab")
            heard.append(self.focus)
            if heard[-1][0] == role and re.search(name, heard[-1][1]):
                return self
        message = f"no {role} “{name}” among {heard}"
        raise AssertionError(message)

    def say(self, role: str, name: str, text: str) -> None:
        """Go to a field and type."""
        self.to(role, name).page.keyboard.type(text)
        self.effort.keys += len(text)

    def tick(self, role: str, name: str) -> None:
        """Go to a choice and take it."""
        self.to(role, name).keys("Space")

    def find(self, name: str, text: str, found: str) -> None:
        """Type into a search box, wait until it says what was found, and take the first."""
        self.say("searchbox", name, text)
        expect(self.page.get_by_role("status").filter(has_text=re.compile(found)).first).to_be_attached()
        self.keys("Enter")

    def press(self, role: str, name: str) -> None:
        """Go to a link or a button, press it, and hear the page it leads to."""
        self.to(role, name)
        with self.page.expect_navigation():
            self.keys("Enter")
        self._settled()

    def keys(self, *names: str) -> None:
        """Press keys by their names."""
        for name in names:
            self.page.keyboard.press(name)
            self.effort.keys += 1

    def _settled(self) -> None:
        self.page.wait_for_load_state("networkidle")
        self.effort.pages += 1

    def _count(self, finished: dict[str, Any]) -> None:
        self.effort.requests += finished["encodedDataLength"] > 0

    def _sent(self, request: Request) -> None:
        self.effort.posts += request.method == "POST" and request.is_navigation_request()
