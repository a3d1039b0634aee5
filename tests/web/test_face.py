"""The face: the edition's page in three languages, notices, error pages, the edition's colours, navigation."""

import gzip
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from flask import Flask
from sqlalchemy import event

from biblionet_reg.domain.colour import contrast
from biblionet_reg.extensions import db
from biblionet_reg.queries import editions
from biblionet_reg.services.transaction import transaction
from tests.conftest import make_app
from tests.pages import Browser
from tests.registrations import registered

LANGS = ("sr", "sr-Latn", "en")
MOST_STATEMENTS = 6


@contextmanager
def counted_statements(app: Flask) -> Iterator[list[str]]:
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    yield statements
    event.remove(engine, "before_cursor_execute", note)


@pytest.mark.parametrize("lang", LANGS)
def test_edition_page_speaks_its_language(browser: Browser, lang: str) -> None:
    page = browser.get(f"/{lang}/2020/")

    themes = {
        "sr": "Сарадња и партнерства: креирање нове заједничке визије за библиотеке",
        "sr-Latn": "Saradnja i partnerstva: kreiranje nove zajedničke vizije za biblioteke",
        "en": "Cooperation and partnerships: creating a new shared vision for libraries",
    }
    series = {"sr": "Библионет", "sr-Latn": "Biblionet", "en": "BiblioNet"}
    assert page.soup.html["lang"] == lang
    assert page.h1 == themes[lang]
    assert page.soup.title.text == f"{themes[lang]} – {series[lang]} 2020"


def test_edition_page_names_its_other_languages(browser: Browser) -> None:
    page = browser.get("/en/2020/")

    alternates = {link["hreflang"]: link["href"] for link in page.soup.select("link[rel=alternate][hreflang]")}
    switch = [(link["lang"], link.text, link.get("aria-current")) for link in page.soup.select(".languages__link")]
    assert alternates == {"x-default": "http://localhost/sr/2020/", **{lang: f"http://localhost/{lang}/2020/" for lang in LANGS}}
    assert switch == [("sr", "Ћирилица", None), ("sr-Latn", "Latinica", None), ("en", "English", "true")]


def test_edition_page_lists_the_eleven_subtopics_in_order(browser: Browser) -> None:
    page = browser.get("/en/2020/")

    titles = [title.text for title in page.soup.select(".contents__title")]
    assert len(titles) == 11
    assert (titles[0], titles[10]) == ("Partnerships for literacy", "Cooperation with professional library associations")


def test_edition_page_marks_only_its_examples(app: Flask, browser: Browser) -> None:
    with app.app_context():
        edition = editions.by_slug("2020")
        edition.examples = ["call_closes_at"]
        db.session.commit()

    page = browser.get("/en/2020/")

    marked = [mark.find_parent(["p", "li", "dd", "dt", "h3"]) for mark in page.soup.select("main .example-mark")]
    words = [" ".join(place.get_text(" ").split()) for place in marked]
    assert len(words) == 3
    assert words[0].startswith("Open until")
    assert words[1].startswith("example marks a detail that the call for papers does not give")
    assert "The last day to submit a paper" in words[2]


@pytest.mark.parametrize(
    ("clock", "states"),
    [
        ("2020-01-01T09:00+01:00", ["Opens on", "Opens on"]),
        ("2020-08-17T09:00+02:00", ["Open until", "Open until"]),
        ("2020-09-28T09:00+02:00", ["Closed on", "Closed on"]),
    ],
)
def test_edition_page_says_how_the_two_calls_stand(app: Flask, clock: str, states: list[str]) -> None:
    settings = app.extensions["settings"]
    later = make_app(settings.data_dir, settings.database_url, CLOCK=clock)

    page = Browser(later).get("/en/2020/")

    said = [" ".join(state.get_text(" ").split())[: len(states[0])] for state in page.soup.select(".call__state")]
    assert [one.startswith(state[: len(one)]) for one, state in zip(said, states, strict=True)] == [True, True]


def test_edition_page_asks_the_database_a_few_times_only(app: Flask, browser: Browser) -> None:
    browser.get("/sr/2020/")

    with counted_statements(app) as statements:
        browser.get("/sr/2020/")

    assert len([one for one in statements if one.startswith("SELECT")]) <= MOST_STATEMENTS


def test_edition_page_is_not_sent_twice(browser: Browser) -> None:
    first = browser.get("/sr/2020/")

    again = browser.client.get("/sr/2020/", headers={"If-None-Match": first.response.headers["ETag"]})

    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["privacy", "accessibility", "gallery"])
def test_notices_open_in_every_language(browser: Browser, lang: str, name: str) -> None:
    page = browser.get(f"/{lang}/{name}")

    assert page.soup.html["lang"] == lang


def test_gallery_shows_each_error_beside_its_field_and_above(browser: Browser) -> None:
    page = browser.get("/en/gallery")

    summary = {link["href"].removeprefix("#"): link.text for link in page.soup.select("[data-error-summary] a")}
    ids = {element["id"] for element in page.soup.select("[id]")}
    beside = [error.contents[-1].strip() for error in page.soup.select(".field__error")]
    assert set(summary) <= ids
    assert beside == list(summary.values())


def test_gallery_is_closed_in_production(app: Flask) -> None:
    settings = app.extensions["settings"]
    production = make_app(
        settings.data_dir, settings.database_url, CLOCK="", BIBLIONET_ENV="production", SECRET_KEY="vZ8qL2nR7tXw4yBd9fHj3kMp6sUc1eGa"
    )

    page = Browser(production).get("/en/gallery", status=404)

    assert (page.h1, page.soup.select(".gallery")) == ("There is no such page", [])


@pytest.mark.parametrize(
    ("address", "lang", "way_out"),
    [("/en/2020/nope", "en", "/en/2020/"), ("/sr-Latn/nope/", "sr-Latn", "/sr-Latn/"), ("/nope", "sr", "/sr/")],
)
def test_missing_page_says_what_to_do(browser: Browser, address: str, lang: str, way_out: str) -> None:
    page = browser.get(address, status=404)

    assert page.soup.html["lang"] == lang
    assert page.soup.select_one("main .buttons a")["href"] == way_out


def test_fault_page_shows_a_reference(app: Flask) -> None:
    @app.get("/en/2020/fault")
    def fault() -> str:
        raise RuntimeError

    fault.access = app.view_functions["machines.healthz"].access
    app.config["PROPAGATE_EXCEPTIONS"] = False

    page = Browser(app).get("/en/2020/fault", status=500)

    assert re.search(r"tell the organisers this reference: [0-9a-f]{8}", page.text)


@pytest.mark.parametrize("host", ["a" * 64 + ".rs", "biblionet..rs"])
def test_host_that_is_none_is_refused(app: Flask, host: str) -> None:
    answer = app.test_client().get("/en/2020/", headers={"Host": host})

    assert answer.status_code == 400


@pytest.mark.parametrize(("address", "whole"), [("/en/2020", "/en/2020/"), ("/en/2020?a=1", "/en/2020/?a=1"), ("/en//2020/", "/en/2020/")])
def test_address_is_completed_on_this_site_whatever_host_was_named(app: Flask, address: str, whole: str) -> None:
    answer = app.test_client().get(address, headers={"Host": "evil.example"})

    assert (answer.status_code, answer.headers["Location"]) == (308, whole)


def test_too_large_a_form_names_the_limit(app: Flask) -> None:
    app.config["MAX_CONTENT_LENGTH"] = 1000

    page = Browser(app).post("/en/account/sign-in", {"email": "m" * 5000}, status=413)

    assert "A file may be at most 20 MB" in page.text


def test_expired_button_leads_back(browser: Browser) -> None:
    page = browser.post("/en/account/link/any", {}, status=400)

    assert page.h1 == "This page was open for too long"


def test_theme_reads_in_light_and_dark(browser: Browser) -> None:
    address = browser.get("/en/2020/").soup.select_one("link[href^='/theme/']")["href"]

    answer = browser.client.get(address)

    themes = [dict(re.findall(r"--([a-z-]+):(#[0-9a-f]{6});", part)) for part in answer.text.split("@media")]
    light, dark, more_light, more_dark = themes
    pairs = [(theme[text], theme[ground]) for theme in themes for text, ground in (("on-accent", "accent"), ("on-band", "band"))]
    assert answer.mimetype == "text/css"
    assert "immutable" in answer.headers["Cache-Control"]
    assert min(contrast(*pair) for pair in [*pairs, (light["accent"], "#ffffff"), (dark["accent"], "#25221f")]) >= 4.5
    assert min(contrast(*pair) for pair in [(more_light["accent"], "#ffffff"), (more_dark["accent"], "#12100f")]) >= 7


def test_front_page_says_when_every_place_is_taken(app: Flask, browser: Browser) -> None:
    with app.app_context(), transaction():
        edition = editions.by_slug("2020")
        edition.participant_limit = 1
    free = browser.get("/en/2020/")
    registered(app)

    full = browser.get("/en/2020/")

    ways = [[link["href"] for link in page.soup.select(".call .button")] for page in (free, full)]
    assert ways == [["/en/2020/submit", "/en/2020/register"], ["/en/2020/submit"]]
    assert ["Every place is taken." in page.text for page in (free, full)] == [False, True]


def test_theme_of_no_colour_is_missing(browser: Browser) -> None:
    answer = browser.get("/theme/zzzzzz.css", status=404).response

    assert (answer.mimetype == "text/css", "zzzzzz" in answer.text) == (False, False)


def test_work_navigation_offers_what_the_roles_allow(staff: Callable[..., Browser]) -> None:
    account = staff("reviewer").get("/en/account/")

    assert "Reviewer" in account.text
    assert account.soup.select_one("header form")["action"] == "/en/account/sign-out"


def test_public_page_travels_compressed_and_still_is_not_sent_twice(browser: Browser) -> None:
    plain = browser.get("/en/2020/").response

    packed = browser.client.get("/en/2020/", headers={"Accept-Encoding": "gzip"})
    again = browser.client.get("/en/2020/", headers={"Accept-Encoding": "gzip", "If-None-Match": packed.headers["ETag"]})

    assert gzip.decompress(packed.data) == plain.data
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert (again.status_code, again.data) == (304, b"")


def test_style_sheet_travels_compressed(browser: Browser) -> None:
    address = browser.get("/en/2020/").soup.select_one("link[href*='site.css']")["href"]

    packed, plain = (browser.client.get(address, headers=asked, buffered=True) for asked in ({"Accept-Encoding": "gzip"}, {}))

    assert gzip.decompress(packed.data) == plain.data


def test_page_with_a_form_is_never_compressed(browser: Browser) -> None:
    answer = browser.client.get("/en/account/sign-in", headers={"Accept-Encoding": "gzip"})

    assert "Content-Encoding" not in answer.headers


def test_first_view_is_light(browser: Browser) -> None:
    page = browser.get("/sr/2020/")

    links = [link["href"] for link in page.soup.select("link[rel=stylesheet]")]
    answers = [browser.client.get(address, headers={"Accept-Encoding": "gzip"}, buffered=True) for address in ("/sr/2020/", *links)]
    assert sum(len(answer.data) for answer in answers) <= 50 * 1024


def test_language_switch_is_remembered(browser: Browser) -> None:
    switched = {"Referer": "http://localhost/sr/2020/?page=2", "Accept-Language": "sr"}

    browser.client.get("/en/2020/", headers=switched)

    assert browser.client.get("/", headers={"Accept-Language": "sr"}).location == "/en/2020/"


@pytest.mark.parametrize("referer", ["", "http://localhost/en/2020/programme", "http://elsewhere.example/sr/2020/"])
def test_language_of_an_address_alone_is_no_choice(browser: Browser, referer: str) -> None:
    browser.client.get("/en/2020/", headers={"Referer": referer, "Accept-Language": "sr"})

    assert browser.client.get("/", headers={"Accept-Language": "sr"}).location == "/sr/2020/"
