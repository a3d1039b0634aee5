"""Whoever has read a public page reads it again where there is no network; nothing else is kept."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.house import House

KEPT = """async () => {
  const pages = (await caches.keys()).filter((name) => name.startsWith('biblionet-pages-'));
  const requests = await Promise.all(pages.map(async (name) => (await caches.open(name)).keys()));
  return requests.flat().map((request) => new URL(request.url).pathname).sort();
}"""
READY = "() => navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null)"


@pytest.fixture
def page(chromium: Browser, running: House) -> Iterator[Page]:
    """A browser in which the worker has taken over."""
    context = chromium.new_context(locale="sr-RS", base_url=running.base)
    opened = context.new_page()
    opened.goto("/sr/2020/")
    opened.wait_for_function(READY)
    yield opened
    context.close()


def test_a_page_that_was_read_is_read_again_without_a_connection(page: Page, running: House) -> None:
    for address in ("/sr/2020/", "/en/2020/programme", "/sr/2020/register", "/sr/2020/my/link", "/sr/account/sign-in"):
        page.goto(address)
    page.wait_for_function(f"async () => (await ({KEPT})()).length === 2")
    running.stop()
    try:
        page.goto("/en/2020/programme")
        expect(page.locator(".banner--copy")).to_contain_text("The page cannot be reached now. This copy is from")
        expect(page.locator("h1")).to_have_text("Programme")
        page.goto("/sr/2020/people")
        expect(page.locator("h1")).to_have_text("Нема везе са мрежом")
        expect(page.locator("[data-copies] li")).to_have_count(2)
    finally:
        running.start()
    page.goto("/en/2020/programme")

    expect(page.locator(".banner--copy")).to_have_count(0)
    assert page.evaluate(KEPT) == ["/en/2020/programme", "/sr/2020/"]


def test_copies_are_taken_away_for_good(page: Page) -> None:
    page.goto("/en/privacy")
    page.wait_for_function(f"async () => (await ({KEPT})()).length > 0")

    page.locator("[data-copies-choice] button").click()

    page.wait_for_function("async () => (await navigator.serviceWorker.getRegistrations()).length === 0")
    page.goto("/en/2020/")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("async () => [(await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length]") == [0, 0]
