"""The public pages in Serbian, light and dark: no violation, no sideways scrolling. `make audit` looks at all the others."""

from playwright.sync_api import Browser

from tests.audit.checks import Figures, Inspector
from tests.journeys.house import House

_PAGES = ("", "programme", "people", "register", "submit", "my/link")


def test_public_pages_are_open_to_everybody(running: House, chromium: Browser) -> None:
    context = chromium.new_context(locale="sr-RS", reduced_motion="reduce")
    found = {}

    for address in _PAGES:
        page = context.new_page()
        inspector = Inspector(page, Figures())
        page.goto(f"{running.base}/sr/2020/{address}")
        found[address] = inspector.look("sr")
        page.close()
    context.close()

    assert found == {address: [] for address in _PAGES}
