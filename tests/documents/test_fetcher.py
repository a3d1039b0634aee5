"""The closed fetcher: our assets by name, and nothing else whatever it is called."""

import logging

import pytest

from biblionet_reg.documents.assets import ASSETS
from biblionet_reg.documents.fetcher import AssetRefused, ClosedFetcher
from biblionet_reg.documents.renderer import render

VECTORS = [
    "file:///etc/passwd",
    "http://127.0.0.1:8000/readyz",
    "https://example.org/x.css",
    "ftp://example.org/x",
    "data:text/css,body{color:red}",
    "asset:../../../etc/passwd",
    "asset:/etc/passwd",
    "asset:fonts/../emblem.svg",
    "asset:emblem.svg?x",
    "asset:",
    "ASSET:emblem.svg",
    "emblem.svg",
    "//example.org/emblem.svg",
    "",
]


@pytest.mark.parametrize("name", list(ASSETS))
def test_fetch_serves_every_listed_asset(name: str) -> None:
    response = ClosedFetcher().fetch(f"asset:{name}")

    assert response.read() == ASSETS[name].path.read_bytes()
    assert response.content_type == ASSETS[name].media_type


@pytest.mark.parametrize("url", VECTORS)
def test_fetch_refuses_and_logs_everything_else(url: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING), pytest.raises(AssetRefused):
        ClosedFetcher().fetch(url)

    assert caplog.messages == [f"document asset refused: {url!r}"]


def test_render_embeds_nothing_from_outside(tmp_path, caplog: pytest.LogCaptureFixture) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("a very secret sentence")
    url = secret.as_uri()
    html = f"""<link rel=attachment href="{url}"><link rel=stylesheet href="{url}"><style>@import "{url}";
        @font-face {{ font-family: x; src: url({url}) }} p {{ background: url({url}); font-family: x }}</style>
        <p>text</p><img src="{url}"><object data="{url}"></object><embed src="{url}">
        <svg><image href="{url}"/><use href="{url}#x"/></svg>"""

    with caplog.at_level(logging.WARNING):
        pdf = render([html], variant=None, max_pages=3)

    assert b"EmbeddedFile" not in pdf
    refused = [message for message in caplog.messages if message.startswith("document asset refused")]
    assert len(refused) == len(["link", "import", "font-face", "image", "attachment"])
