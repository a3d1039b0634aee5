"""The front page through the life of an edition: what it invites to, in which order, what is on."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from biblionet_reg.domain.programme import SessionKind
from biblionet_reg.domain.text import LocalText
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries import editions
from biblionet_reg.services import submissions
from biblionet_reg.services.programme_versions import publish
from biblionet_reg.services.transaction import transaction
from tests.conftest import make_app
from tests.factories import make_block, make_slot, make_submission
from tests.pages import Browser, Page
from tests.reviewing import next_edition_of
from tests.statements import statements


def edition_here() -> Edition:
    found = editions.by_slug("2020")
    assert found is not None
    return found


@pytest.fixture
def code(app: Flask) -> str:
    """A published presentation of the first day at ten, and a break after it."""
    with app.app_context():
        edition = edition_here()
        placed = make_submission(edition, title="Љубав према књизи", title_en="Love of books")
        make_slot(make_block(edition, "10:00", "11:00"), placed, "10:00")
        make_block(edition, "11:00", "11:30", kind=SessionKind.BREAK, title="Пауза")
        publish(edition, name="1.0", by="chair@example.org")
        return placed.code


def at(app: Flask, clock: str) -> Browser:
    settings = app.extensions["settings"]
    return Browser(make_app(settings.data_dir, settings.database_url, CLOCK=clock))


def cards(page: Page) -> list[tuple[str, str]]:
    """Return the title of each invitation and its button."""
    return [(card.h2.text, card.select_one(".button").text if card.select_one(".button") else "") for card in page.soup.select(".call")]


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        ("2020-06-01T09:00+02:00", [("Call for papers", ""), ("Registration", "")]),
        ("2020-08-17T09:00+02:00", [("Call for papers", "Submit a paper"), ("Registration", "Register")]),
        ("2020-09-05T09:00+02:00", [("Registration", "Register"), ("Call for papers", "")]),
        ("2020-09-28T09:00+02:00", [("Call for papers", ""), ("Registration", "")]),
        ("2020-10-02T09:00+02:00", [("Call for papers", ""), ("Registration", "")]),
        ("2020-11-02T09:00+01:00", [("This meeting is over", "All editions")]),
    ],
)
def test_invitations_without_a_programme(app: Flask, clock: str, expected: list[tuple[str, str]]) -> None:
    page = at(app, clock).get("/en/2020/")

    assert cards(page) == expected
    assert len(page.soup.select("main .button--primary")) <= 1


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        (
            "2020-08-17T09:00+02:00",
            [("Call for papers", "Submit a paper"), ("Registration", "Register"), ("Programme", "See the programme")],
        ),
        ("2020-09-05T09:00+02:00", [("Registration", "Register"), ("Programme", "See the programme")]),
        ("2020-09-28T09:00+02:00", [("Programme", "See the programme"), ("Registration", "")]),
        ("2020-11-02T09:00+01:00", [("This meeting is over", "See the programme")]),
    ],
)
def test_invitations_with_a_programme(app: Flask, code: str, clock: str, expected: list[tuple[str, str]]) -> None:
    page = at(app, clock).get("/en/2020/")

    assert cards(page) == expected
    assert len(page.soup.select("main .button--primary")) == 1


def test_navigation_leaves_out_what_is_over(app: Flask) -> None:
    clocks = ("2020-08-17T09:00+02:00", "2020-09-28T09:00+02:00")

    offered = [[way.text for way in at(app, clock).get("/en/2020/").soup.select(".ways__link")] for clock in clocks]

    assert offered == [
        ["Programme", "Presenters", "Subtopics", "Register", "Submit a paper", "News", "Contact"],
        ["Programme", "Presenters", "Subtopics", "News", "Contact"],
    ]


def test_during_the_meeting_the_page_says_what_is_on(app: Flask, code: str) -> None:
    page = at(app, "2020-10-01T10:05+02:00").get("/en/2020/")

    assert [heading.text for heading in page.soup.select(".now h3")] == ["On now", "What follows"]
    assert page.soup.select_one(f".now a[href='/en/2020/presentations/{code}']") is not None
    assert page.soup.select_one(".now__all a")["href"] == "/en/2020/programme#day-2020-10-01"


def test_what_is_on_says_that_it_was_withdrawn(app: Flask, code: str) -> None:
    with app.app_context():
        submissions.withdraw(db.session.scalars(select(Submission).where(Submission.code == code)).one(), by=code)

    page = at(app, "2020-10-01T10:05+02:00").get("/en/2020/")

    assert "Withdrawn: it will not take place" in page.soup.select_one(".now").text


def test_after_the_last_session_nothing_is_on(app: Flask, code: str) -> None:
    assert at(app, "2020-10-03T23:00+02:00").get("/en/2020/").soup.select(".now") == []


def test_past_edition_leads_to_the_one_after_it(app: Flask) -> None:
    with app.app_context():
        later = next_edition_of(edition_here())
        with transaction():
            later.starts_on, later.ends_on = (edition_here().starts_on + timedelta(days=days) for days in (365, 367))
            later.theme = LocalText(sr="Библиотека од куће", en="The library from home")
        address = f"/en/{later.slug}/"

    page = at(app, "2020-11-02T09:00+01:00").get("/en/2020/")

    assert page.soup.select_one(f".call a[href='{address}']") is not None
    assert "The library from home" in page.text


@pytest.mark.parametrize("clock", ["2020-08-17T09:00+02:00", "2020-10-01T10:05+02:00", "2020-11-02T09:00+01:00"])
def test_front_page_asks_little_of_the_database(app: Flask, code: str, clock: str) -> None:
    browser = at(app, clock)
    browser.get("/sr/2020/")

    with statements(browser.app) as drawn:
        browser.get("/en/2020/")
    with statements(browser.app) as again:
        browser.get("/en/2020/")

    assert (len(drawn) <= 6, len(again)) == (True, 3)


def test_front_page_is_drawn_again_when_anything_on_it_changes(app: Flask, code: str, staff: Callable[..., Browser]) -> None:
    browser, organiser = at(app, "2020-08-17T09:00+02:00"), staff("administrator")
    first = browser.get("/en/2020/")
    organiser.get("/en/2020/organiser/edition/texts").form("main form").fill({"theme-en": "The library from home"}).submit()

    second = browser.get("/en/2020/")

    assert ("The library from home" in first.text, "The library from home" in second.text) == (False, True)


def test_what_is_said_to_one_visitor_is_not_shown_to_another(app: Flask, browser: Browser) -> None:
    said = "What you typed here before is no longer kept"
    token = browser.get("/en/2020/register").form("main form[data-flow]").values["csrf_token"]
    browser.client.post("/en/2020/register/check", data={"csrf_token": token})

    pages = [one.get("/en/2020/").text for one in (browser, browser, Browser(app))]

    assert [said in text for text in pages] == [True, False, False]


def test_meeting_can_be_put_into_a_calendar(browser: Browser) -> None:
    answer = browser.client.get(str(browser.get("/en/2020/").soup.select_one(".facts__more a")["href"]))

    assert (answer.mimetype, answer.text.splitlines()[0]) == ("text/calendar", "BEGIN:VCALENDAR")
    assert "DTSTART;VALUE=DATE:20201001\r\nDTEND;VALUE=DATE:20201004\r\n" in answer.text
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=meeting-2020.ics")


def test_map_is_asked_only_for_what_is_no_example(app: Flask, browser: Browser) -> None:
    vague = browser.get("/en/2020/").soup.select_one(".card__way a")["href"]
    with app.app_context(), transaction():
        edition_here().examples = []

    exact = browser.get("/en/2020/").soup.select_one(".card__way a")["href"]

    search = "https://www.openstreetmap.org/search?query="
    assert (vague, exact) == (f"{search}Vranje", f"{search}1+Example+Street%2C+17500+Vranje")


def test_a_section_of_examples_is_marked_once(browser: Browser) -> None:
    page = browser.get("/en/2020/")

    marked = {
        title: page.soup.select_one(f"section[aria-labelledby={title}]").select(".example-mark") for title in ("dates", "place", "news")
    }
    assert {title: [mark.text for mark in marks] for title, marks in marked.items()} == {
        "dates": ["the deadlines are examples"],
        "place": ["example"],
        "news": ["example"],
    }


def test_dates_that_fall_with_a_day_are_told_without_a_time(browser: Browser) -> None:
    page = browser.get("/en/2020/")

    told = [" ".join(place.text.split()) for place in page.soup.select(".timeline__when, .hero__steps span, .call__state strong")]
    assert [text for text in told if ":" in text] == []
    assert "the end of 31 August 2020" in told


@pytest.mark.parametrize("path", ["", "programme", "people", "editions", "privacy", "accessibility"])
def test_every_public_page_describes_itself(browser: Browser, path: str) -> None:
    address = f"/en/{path}" if path in {"editions", "privacy", "accessibility"} else f"/en/2020/{path}"

    description = browser.get(address).soup.select_one("meta[name=description]")["content"]

    assert 40 <= len(description) <= 200
