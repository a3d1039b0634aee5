"""The HTML of every page in every language, and the style sheets, as the Nu checker reads them."""

from pathlib import Path

from playwright.sync_api import Browser

from tests.audit import tools
from tests.audit.figures import Figures, results
from tests.audit.ground import Ground
from tests.audit.markup import check, collect


def test_markup_is_without_error(place: Ground, chromium: Browser, figures: Figures) -> None:
    tools.nu_checker()
    folder = results("markup")
    collect(place, chromium, folder)

    found = check(folder)

    counted = (found.pages, found.sheets, sum(map(len, found.errors.values())), found.warnings)
    figures.tell("Nu checker", ("pages", "style sheets", "errors", "warnings"), counted)
    assert found.errors == {}


def test_the_checker_tells_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text('<!doctype html><html lang="sr"><title>Врање</title><p id="a"><p id="a">', encoding="utf-8")
    (tmp_path / "sheet.css").write_text("p { colour: red }", encoding="utf-8")

    found = check(tmp_path)

    assert set(found.errors) == {"page.html", "sheet.css"}
