"""The pages everybody sees, on the scales, in each language."""

import pytest
from playwright.sync_api import Browser

from tests.audit.figures import Figures
from tests.audit.ground import Ground
from tests.audit.visits import SHOWN_TO_ALL, Visit
from tests.audit.weights import weigh

_TITLE = "Bytes on the wire at a first visit; page = HTML + CSS + JS"
_HEADINGS = ("page", "language", "page ≤ 50,000", "html", "css", "js", "fonts", "of the first view ≤ 60,000", "images")


@pytest.mark.parametrize("lang", ["sr", "sr-Latn", "en"])
@pytest.mark.parametrize("visit", SHOWN_TO_ALL, ids=str)
def test_page_is_light(place: Ground, chromium: Browser, figures: Figures, visit: Visit, lang: str) -> None:
    weight = weigh(chromium, place.address(visit.endpoint, lang, visit.values))

    row = (visit.endpoint, lang, weight.page, weight.html, weight.css, weight.js, weight.fonts, weight.first_fonts, weight.images)
    figures.tell(_TITLE, _HEADINGS, row)
    assert weight.html > 0
    assert weight.too_heavy == {}
