"""Pictures of the pages, to be looked at: `python -m tests.audit.pictures FOLDER [WORD …]` (only pages whose name holds a word)."""

import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.audit.checks import Inspector
from tests.audit.figures import Figures
from tests.audit.ground import EMPTY_EDITION, Ground, ground
from tests.audit.letters import letter_bodies
from tests.audit.visits import VISITS

_WIDTHS = (390, 1280)
_THEMES = ("light", "dark")
#: Pages that are looked at in the other two languages too.
_ALSO = {"public.edition", "public.programme", "author.register", "organiser.submissions", "public.presentation", "organiser.overview"}


@dataclass(frozen=True)
class Camera:
    """Takes every picture at each width, light and dark."""

    folder: Path

    def take(self, page: Page, name: str, *, themes: tuple[str, ...] = _THEMES) -> None:
        """Keep pictures of the whole page."""
        for width in _WIDTHS:
            for theme in themes:
                page.emulate_media(color_scheme=theme, reduced_motion="reduce")  # type: ignore[arg-type]
                page.set_viewport_size({"width": width, "height": 900})
                page.screenshot(path=self.folder / f"{name}.{width}.{theme}.png", full_page=True)


def _take_pages(place: Ground, browser: Browser, camera: Camera, words: list[str]) -> None:
    for visit in VISITS:
        name = str(visit).replace("/", "-")
        if words and not any(word in name for word in words):
            continue
        for lang in ("sr", "sr-Latn", "en") if visit.endpoint in _ALSO and EMPTY_EDITION not in name else ("sr",):
            page = place.visitor(browser, visit.who)
            address = place.address(visit.endpoint, lang, visit.values)
            page.goto(f"{address}?{visit.query}" if visit.query else address)
            camera.take(page, f"{name}.{lang}", themes=_THEMES if lang == "sr" else ("light",))
            if visit.sends_empty and lang == "sr":
                Inspector(page, Figures()).send_empty()
                camera.take(page, f"{name}-empty.{lang}", themes=("light",))


def _take_letters(place: Ground, browser: Browser, camera: Camera) -> None:
    for name, html in letter_bodies(place).items():
        page = browser.new_page()
        page.set_content(html)
        for width in (390, 700):
            for theme in _THEMES:
                page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
                page.set_viewport_size({"width": width, "height": 700})
                page.screenshot(path=camera.folder / f"letter-{name}.{width}.{theme}.png", full_page=True)
        page.close()


def _print_programme(place: Ground, browser: Browser, folder: Path) -> None:
    page = browser.new_page()
    page.goto(place.address("public.programme", "sr", {}))
    page.pdf(path=folder / "programme.printed.pdf", format="A4")
    page.close()


def main() -> None:
    """Take all pictures into the folder that is named."""
    folder, words = Path(sys.argv[1]), sys.argv[2:]
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data, ground(Path(data)) as place, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        _take_pages(place, browser, Camera(folder), words)
        if not words or "letter" in words:
            _take_letters(place, browser, Camera(folder))
        if not words or "print" in words:
            _print_programme(place, browser, folder)
        browser.close()


if __name__ == "__main__":
    main()
