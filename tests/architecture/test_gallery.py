"""The gallery shows every component there is."""

import re
from pathlib import Path

import pytest

TEMPLATES = Path(__file__).parents[2] / "templates"
_COMPONENTS = sorted((TEMPLATES / "components").glob("*.html"))
_MACRO = re.compile(r"{%-? macro (\w+)\(")
#: Only gives attributes to the form of another page, so there is nothing to see.
_UNSEEN = {"keeps"}


def _text(path: Path) -> str:
    return re.sub(r"{#.*?#}", "", path.read_text(), flags=re.DOTALL)


def _called_in(text: str) -> set[str]:
    return set(re.findall(r"(?<!macro )\b(\w+)\(", text))


@pytest.mark.parametrize("component", _COMPONENTS, ids=lambda path: path.stem)
def test_gallery_shows_every_component(component: Path) -> None:
    gallery = "".join(_text(path) for path in [TEMPLATES / "gallery.html", *TEMPLATES.glob("_gallery_*.html")])
    within = _text(component)

    macros = set(_MACRO.findall(within)) - _UNSEEN

    assert macros - _called_in(gallery) - _called_in(within) == set(), "show it in templates/gallery.html or one of its parts"
    assert macros & _called_in(gallery), f"nothing of {component.stem} is in the gallery"
