"""Small files are sent together: every bundle is whole, kept for good, and every component a page shows has its styles there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from biblionet_reg.web.bundle_lists import BUNDLES
from biblionet_reg.web.bundles import bundle, bundle_text
from tests.pages import Browser

ROOT = Path(__file__).parents[2]
TEMPLATES, STYLES = ROOT / "templates", ROOT / "static/css"
#: Pages are whole templates; what begins with _ or stands in these folders is a part of others, or no page of the site.
_PARTS = ("layouts", "components", "mail", "documents")
_USES = re.compile(r"{%-?\s*(?:extends|from|import|include)\s+\"([^\"]+)\"")
_BUNDLE = re.compile(r"bundle\('([\w.-]+)'\)")
#: Drawn into the frame of another page by a view, so the bundles stand there.
_FRAGMENTS = {"public/people_letters.html", "public/programme_days.html"}


def pages() -> Iterator[str]:
    for path in sorted(TEMPLATES.rglob("*.html")):
        name = path.relative_to(TEMPLATES).as_posix()
        if not path.name.startswith("_") and not name.startswith(_PARTS) and name not in _FRAGMENTS:
            yield name


def reached(name: str, seen: set[str]) -> set[str]:
    """Return a template and all it uses."""
    if name not in seen:
        seen.add(name)
        for used in _USES.findall((TEMPLATES / name).read_text()):
            reached(used, seen)
    return seen


def chain(name: str) -> Iterator[str]:
    """Return the texts of a page and of the layouts it stands in."""
    text = (TEMPLATES / name).read_text()
    yield text
    for above in re.findall(r"{% extends \"([^\"]+)\"", text):
        yield from chain(above)


@pytest.mark.parametrize("page", list(pages()))
def test_every_component_of_a_page_has_its_styles_in_a_bundle_of_the_page(page: str) -> None:
    shown = {Path(name).stem for name in reached(page, set()) if name.startswith("components/")}
    styled = {name for name in shown if (STYLES / f"components/{name}.css").exists()}

    named = {bundle for text in chain(page) for bundle in _BUNDLE.findall(text)}
    there = {part.removeprefix("components/") for name in named for part in BUNDLES[name]}

    assert styled - there == set()


def test_every_file_is_in_a_bundle_and_every_part_is_a_file() -> None:
    files = {path.relative_to(STYLES).with_suffix("").as_posix() for path in STYLES.rglob("*.css")}
    parts = {part for name, parts in BUNDLES.items() if name.endswith(".css") for part in parts}

    assert {name for name in files if not name.startswith("documents/")} == parts


def test_style_files_are_small() -> None:
    long = {path.name: length for path in STYLES.rglob("*.css") if (length := path.read_text().count("\n")) > 150}

    assert long.keys() <= {"base.css", "fonts.css"}


@pytest.mark.parametrize("name", list(BUNDLES))
def test_a_bundle_is_served_whole_and_kept_under_its_mark(app: Flask, browser: Browser, name: str) -> None:
    with app.test_request_context():
        address, text = bundle(name), bundle_text(name)

    kept, other = browser.client.get(address), browser.client.get(address.partition("?")[0])

    assert (kept.status_code, kept.text, kept.headers["Cache-Control"]) == (200, text, "public, max-age=31536000, immutable")
    assert other.headers["Cache-Control"] == "no-cache"
    assert kept.mimetype == {"css": "text/css", "js": "text/javascript"}[name.rpartition(".")[2]]


def test_a_bundle_there_is_not_is_not_found(browser: Browser) -> None:
    assert browser.client.get("/bundles/tokens.css").status_code == 404


def test_a_changed_file_is_another_address_at_once_while_one_develops(app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "css").mkdir()
    sheet = tmp_path / "css/print.css"
    sheet.write_text("a { color: red }")
    monkeypatch.setattr(app, "static_folder", str(tmp_path))
    monkeypatch.setattr(app, "debug", True)
    with app.test_request_context():
        before = bundle("print.css")
        sheet.write_text("a { color: blue; background: none }")

        assert (bundle("print.css") != before, bundle_text("print.css")) == (True, "a{color:blue;background:none}")


def test_fonts_are_found_from_where_bundles_stand(app: Flask) -> None:
    with app.test_request_context():
        fonts = set(re.findall(r"url\(\"?\.\.(/static/fonts/[\w.-]+)\"?\)", bundle_text("site.css")))

    assert len(fonts) > 10
    assert {font for font in fonts if not (ROOT / font.removeprefix("/")).is_file()} == set()
