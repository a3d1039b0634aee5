"""What a page weighs on the wire, for somebody who comes for the first time."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, ViewportSize

KB = 1000
#: HTML, style sheets and scripts together; the fonts of the first view together.
LIMITS = {"page": 50 * KB, "fonts": 60 * KB}
_KINDS = {"Document": "html", "Stylesheet": "css", "Script": "js", "Font": "fonts", "Image": "images"}

_VIEW: ViewportSize = {"width": 1280, "height": 900}
_CUT = """() => {
  for (const element of document.body.querySelectorAll('*'))
    if (element.getBoundingClientRect().top >= innerHeight) element.remove();
  return '<!doctype html>' + document.documentElement.outerHTML;
}"""


@dataclass(frozen=True)
class Weight:
    """Bytes by kind, headers of the answers included."""

    html: int = 0
    css: int = 0
    js: int = 0
    fonts: int = 0
    first_fonts: int = 0
    images: int = 0
    other: int = 0

    @property
    def page(self) -> int:
        """What the contract counts together."""
        return self.html + self.css + self.js

    @property
    def too_heavy(self) -> dict[str, int]:
        """What is over its limit."""
        measured = {"page": self.page, "fonts": self.first_fonts}
        return {name: weight for name, weight in measured.items() if weight > LIMITS[name]}


def weigh(browser: Browser, address: str) -> Weight:
    """Open `address` in a fresh browser and return what came over the wire; of the fonts also what the first view alone asks for."""
    came, cut = _load(browser, address)
    first, _ = _load(browser, address, instead=cut)
    return Weight(**came, first_fonts=first.get("fonts", 0))


def _load(browser: Browser, address: str, instead: str | None = None) -> tuple[dict[str, int], str]:
    """Load a page, or `instead` in its place; return the bytes by kind and the page without what is below the first view."""
    kinds: dict[str, str] = {}
    weights: dict[str, int] = {}
    context = browser.new_context(locale="sr-RS", viewport=_VIEW)
    page = context.new_page()
    if instead is not None:
        page.route(address, lambda route: route.fulfill(body=instead, content_type="text/html; charset=utf-8"))
    wire = context.new_cdp_session(page)

    def begin(told: dict[str, Any]) -> None:
        kinds[told["requestId"]] = _KINDS.get(told["type"], "other")

    def finish(told: dict[str, Any]) -> None:
        kind = kinds.get(told["requestId"], "other")
        weights[kind] = weights.get(kind, 0) + int(told["encodedDataLength"])

    wire.on("Network.responseReceived", begin)
    wire.on("Network.loadingFinished", finish)
    wire.send("Network.enable")
    page.goto(address, wait_until="networkidle")
    cut: str = page.evaluate(_CUT)
    context.close()
    return weights, cut
