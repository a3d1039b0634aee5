"""Which language a reader gets, and how the choice stays with them."""

from collections.abc import Callable
from urllib.parse import unquote

import pytest

from tests.pages import Browser, Page
from tests.walking import FORM

LANGS = ("sr", "sr-Latn", "en")
PUBLIC = ("2020/", "2020/programme", "2020/register", "2020/submit", "privacy", "accessibility")


def alternates(page: Page) -> dict[str, str]:
    return {str(link["hreflang"]): str(link["href"]) for link in page.soup.select("link[rel=alternate][hreflang]")}


def switch(page: Page) -> dict[str, str]:
    return {str(link["hreflang"]): str(link["href"]) for link in page.soup.select(".languages__link")}


@pytest.mark.parametrize(
    ("accepted", "lang"),
    [
        ("sr-Latn-RS,sr;q=0.9,en;q=0.8", "sr-Latn"),
        ("sr-RS,sr;q=0.9,en-US;q=0.8,en;q=0.7", "sr"),
        ("en-GB,en;q=0.9,sr;q=0.8", "en"),
        ("en;q=0.3,sr-Latn;q=0.9", "sr-Latn"),
        ("hr-HR,hr;q=0.9,en-US;q=0.8", "sr-Latn"),
        ("bs,en;q=0.5", "sr-Latn"),
        ("bs-Cyrl-BA", "sr"),
        ("cnr-ME,cnr;q=0.9", "sr-Latn"),
        ("sh", "sr-Latn"),
        ("mk,en;q=0.7", "sr"),
        ("de-AT,de;q=0.9,en;q=0.4", "en"),
        ("sr;q=0,en;q=0.1", "en"),
        ("de,fr;q=0.5", "sr"),
        ("*", "sr"),
        ("", "sr"),
        ("en;q=abc,,;;q=1,\u00a0", "sr"),
    ],
)
def test_bare_address_leads_to_the_best_language_accepted(browser: Browser, accepted: str, lang: str) -> None:
    answer = browser.client.get("/", headers={"Accept-Language": accepted})

    assert (answer.status_code, answer.location) == (302, f"/{lang}/2020/")
    assert {"Accept-Language", "Cookie"} <= set(answer.vary)


def test_address_with_a_language_hangs_on_nothing_else(browser: Browser) -> None:
    answer = browser.client.get("/sr-Latn/2020/", headers={"Accept-Language": "en", "Cookie": "lang=en"})

    assert (answer.headers["Content-Language"], "Accept-Language" in answer.vary) == ("sr-Latn", False)
    assert '<html lang="sr-Latn">' in answer.text


def test_choice_wins_over_what_the_browser_accepts_and_lasts_a_year(browser: Browser) -> None:
    pressed = browser.client.get("/sr-Latn/2020/", headers={"Referer": "http://localhost/sr/2020/", "Accept-Language": "en"})

    again = browser.client.get("/", headers={"Accept-Language": "en"})

    assert "lang=sr-Latn;" in pressed.headers["Set-Cookie"]
    assert "Max-Age=31536000" in pressed.headers["Set-Cookie"]
    assert again.location == "/sr-Latn/2020/"


def test_choice_that_is_none_of_ours_counts_for_nothing(browser: Browser) -> None:
    answer = browser.client.get("/", headers={"Accept-Language": "en", "Cookie": "lang=klingon"})

    assert answer.location == "/en/2020/"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("path", PUBLIC)
def test_public_page_names_its_language_and_where_the_others_are(browser: Browser, lang: str, path: str) -> None:
    page = browser.get(f"/{lang}/{path}", query={"utm": "1"})

    here = {other: f"http://localhost/{other}/{path}" for other in LANGS}
    assert page.soup.html["lang"] == lang
    assert page.response.headers["Content-Language"] == lang
    assert alternates(page) == {"x-default": here["sr"], **here}


@pytest.mark.parametrize(
    "query", ["q=%D0%89%D1%83%D0%B1%D0%B8%D1%9B&page=2", "q=a%26b%3Dc", "q=%22%3E%3Cscript%3E", "a=1&a=2", "q=Љубић", "q=%", "q=%FF"]
)
def test_switch_stays_on_the_page_with_all_its_questions(browser: Browser, query: str) -> None:
    page = browser.get(f"/sr/2020/programme?{query}")

    kept = switch(page)["en"].partition("?")
    assert (kept[0], unquote(kept[2])) == ("/en/2020/programme", unquote(query))


def test_switch_stays_on_the_page_when_its_form_had_faults(browser: Browser) -> None:
    page = browser.get("/sr/2020/register").form(FORM).submit(status=422)

    assert switch(page) == {lang: f"/{lang}/2020/register" for lang in LANGS}
    browser.get(switch(page)["en"])


def test_switch_leads_back_from_an_answer_that_cannot_be_opened(staff: Callable[..., Browser]) -> None:
    browser = staff("chair")
    before = "http://localhost/sr/2020/organiser/submissions?q=%D0%89"

    page = Page(browser, browser.client.post("/sr/account/sign-out", headers={"Referer": before}))

    assert (page.status, switch(page)["en"]) == (400, "/en/2020/organiser/submissions?q=%D0%89")
    browser.get(switch(page)["en"])


@pytest.mark.parametrize(
    ("address", "accepted", "lang"),
    [
        ("/sr/nothing/at/all", "en", "sr"),
        ("/sr-Latn/2020/nothing", "en", "sr-Latn"),
        ("/en/2031/", "sr", "en"),
        ("/nothing", "en", "en"),
        ("/nothing", "hr", "sr-Latn"),
        ("/sr-cyrl/2020/", "sr", "sr"),
    ],
)
def test_missing_page_speaks_the_language_of_its_address_else_of_its_reader(
    browser: Browser, address: str, accepted: str, lang: str
) -> None:
    answer = browser.client.get(address, headers={"Accept-Language": accepted})
    page = Page(browser, answer)

    names_a_language = address.split("/")[1] in LANGS
    assert (page.status, page.soup.html["lang"], answer.headers["Content-Language"]) == (404, lang, lang)
    assert ("Accept-Language" in answer.vary) is not names_a_language
    assert alternates(page) == {}


@pytest.mark.parametrize("referrer", ["http://[", "http://]:x", "http://[::1", "//\u2100"])
def test_a_page_before_that_is_no_address_is_none(browser: Browser, referrer: str) -> None:
    headers = {"Referer": referrer.encode().decode("latin-1")}

    answers = [
        browser.client.get("/en/2020/", headers=headers),
        browser.client.post("/en/2020/register", headers=headers),
        browser.client.get("/en/2020/nowhere", headers=headers),
    ]

    assert [answer.status_code for answer in answers] == [200, 422, 404]
