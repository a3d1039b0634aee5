"""What every template keeps to."""

import re
from pathlib import Path

from flask import Flask
from jinja2 import meta

from tests.architecture.tree import TEMPLATES

#: Templates that are whole pages stand outside these folders.
PARTS = ("components", "layouts", "documents", "mail")
#: Rendered on their own and put into a page later.
FRAGMENTS = {"public/people_letters.html", "public/programme_days.html"}
LONGEST = 200
_EXTENDS = re.compile(r"{%-?\s*extends\s+\"(layouts/[a-z_]+|[a-z_/]+)\.html\"")
_MACROS = re.compile(r"{%-?\s*from\s+\"[^\"]+\"\s+import\s+([^%]+?)(?:\s+with(?:out)? context)?\s*-?%}")
_MOMENT_OF_A_WINDOW = re.compile(r"(?:opens|closes)_at\s*\|\s*(?:short_)?moment\b")
_INLINE = re.compile(r"<style\b|\sstyle=|<script(?![^>]*\bsrc=)|\son[a-z]+=|javascript:", re.IGNORECASE)


def templates() -> list[str]:
    return sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*") if path.is_file())


def pages() -> list[str]:
    whole = (name for name in templates() if name.endswith(".html") and not name.startswith(PARTS) and name not in FRAGMENTS)
    return [name for name in whole if not Path(name).name.startswith("_")]


def source(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def test_templates_compile(app: Flask) -> None:
    faults = []
    for name in templates():
        try:
            app.jinja_env.get_template(name)
        except Exception as error:  # noqa: BLE001 - every fault is gathered
            faults.append(f"{name}: {error}")

    assert faults == []


def test_templates_name_only_templates_that_are(app: Flask) -> None:
    known = set(templates())
    missing = [
        f"{name}: {used}"
        for name in templates()
        for used in meta.find_referenced_templates(app.jinja_env.parse(source(name)))
        if used not in known
    ]

    assert [line for line in missing if not line.endswith("None")] == []


def test_pages_stand_on_a_layout() -> None:
    assert [name for name in pages() if not _EXTENDS.search(source(name))] == [], "a page extends one of layouts/*.html"


def test_templates_hold_no_style_or_script_of_their_own() -> None:
    found = {name: _INLINE.findall(source(name)) for name in templates() if not name.startswith(("documents/", "mail/"))}

    assert {name: marks for name, marks in found.items() if marks} == {}, "the content security policy would block it"


def test_templates_are_short() -> None:
    lengths = {name: len(source(name).splitlines()) for name in templates()}

    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}, "move a part of it into a component"


def test_templates_never_switch_escaping_off() -> None:
    found = [name for name in templates() if name.endswith(".html") and re.search(r"autoescape false|\|\s*safe\b", source(name))]

    assert found == [], "make it Markup where it is known to be safe"


def test_templates_import_only_macros_they_use() -> None:
    unused = []
    for name in templates():
        text = source(name)
        rest = _MACROS.sub("", text)
        names = [one.split()[-1] for macros in _MACROS.findall(text) for one in macros.split(",")]
        unused += [f"{name}: {macro}" for macro in names if not re.search(rf"\b{macro}\b", rest)]

    assert unused == []


def test_templates_tell_when_something_opens_and_closes_by_days() -> None:
    found = [name for name in templates() if _MOMENT_OF_A_WINDOW.search(source(name))]

    assert found == [], "|opening, |closing and |deadline name the day where it begins or ends with it"
