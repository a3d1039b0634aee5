"""Fixtures of journeys: a running installation, Debian's Chromium, people at their browsers."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, sync_playwright

from tests.journeys.house import House, house
from tests.journeys.visitor import Visitor
from tests.needs import need

_PATIENCE = 60_000
_NO_FAULTS = ("status of", "ERR_INTERNET_DISCONNECTED")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A running installation with the bundled edition and nobody in it; after the journeys everything in it is as it should be."""
    with house(tmp_path_factory.mktemp("house")) as built:
        yield built
        built.flask("data", "check")


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """The system's Chromium."""
    path = need("chromium", package="chromium")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def judged() -> set[tuple[str, int]]:
    """The pages that axe has seen in this module: each is judged once."""
    return set()


@pytest.fixture
def visit(chromium: Browser, running: House, judged: set[tuple[str, int]]) -> Iterator[Callable[..., Visitor]]:
    """Return people at browsers of their own: `visit()`, `visit(javascript=False)`, `visit(axe=False)`.

    A fault in any page's console fails the test.
    """
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def arrive(*, javascript: bool = True, axe: bool = True) -> Visitor:
        context = chromium.new_context(locale="sr-RS", java_script_enabled=javascript)
        context.set_default_timeout(_PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.extend(_fault(message)))
        return Visitor(page, running.base, judged if axe else None)

    yield arrive
    for context in contexts:
        context.close()
    assert faults == []


def _fault(message: ConsoleMessage) -> list[str]:
    """Return what the console tells as an error; that a page answered 422 or 503, or that a test took the connection away, is none."""
    is_fault = message.type == "error" and not any(words in message.text for words in _NO_FAULTS)
    return [f"{message.location.get('url')}: {message.text}"] if is_fault else []
