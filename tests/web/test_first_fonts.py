"""The fonts asked for in the head are the ones the style sheet names, and no more than the first view may cost."""

import re
from pathlib import Path

import pytest
from flask import Flask

from biblionet_reg.domain.language import Lang
from tests.pages import Browser

_LIMIT = 60 * 1024


@pytest.mark.parametrize("lang", list(Lang))
def test_fonts_of_the_first_view_are_named_in_the_style_sheet_and_light(app: Flask, browser: Browser, lang: Lang) -> None:
    static = Path(app.static_folder or "")
    named = set(re.findall(r"\.\./fonts/([\w.-]+\.woff2)", (static / "css/fonts.css").read_text()))

    links = browser.get(f"/{lang.value}/2020/").soup.select("link[rel=preload][as=font]")

    asked = [str(link["href"]).removeprefix("/static/fonts/") for link in links]
    assert len(asked) == len(set(asked)) > 0
    assert set(asked) <= named
    assert sum((static / "fonts" / name).stat().st_size for name in asked) <= _LIMIT
