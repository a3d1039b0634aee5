"""Every page, in every language, light and dark: open to everybody, and in its own language."""

import pytest
from playwright.sync_api import Browser

from tests.audit.checks import Inspector
from tests.audit.figures import Figures
from tests.audit.ground import Ground
from tests.audit.visits import VISITS, Visit


@pytest.mark.parametrize("lang", ["sr", "sr-Latn", "en"])
@pytest.mark.parametrize("visit", VISITS, ids=str)
def test_page_is_open_to_everybody(place: Ground, chromium: Browser, figures: Figures, visit: Visit, lang: str) -> None:
    page = place.visitor(chromium, visit.who)
    inspector = Inspector(page, figures, place.names)
    address = place.address(visit.endpoint, lang, visit.values)

    answer = page.goto(f"{address}?{visit.query}" if visit.query else address)
    found = inspector.look(lang)
    if visit.sends_empty:
        found += inspector.send_empty() + inspector.look(lang)

    assert answer is not None
    assert (answer.status, found) == (visit.status, [])
