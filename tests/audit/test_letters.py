"""Every letter, in every language, light and dark, as a mail program on a phone shows it."""

from playwright.sync_api import Browser

from tests.audit.checks import Inspector
from tests.audit.figures import Figures
from tests.audit.ground import Ground
from tests.audit.letters import letter_bodies


def test_letters_are_open_to_everybody(place: Ground, chromium: Browser, figures: Figures) -> None:
    found: dict[str, list[str]] = {}

    for name, html in letter_bodies(place).items():
        page = chromium.new_page(reduced_motion="reduce")
        inspector = Inspector(page, figures, place.names)
        page.set_content(html)
        faults = inspector.look(name.rsplit(".", 1)[1], own_language=True)
        if faults:
            found[name] = faults
        page.close()

    assert found == {}
