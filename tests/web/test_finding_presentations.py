"""Finding a presentation in the published programme, and everybody who presents."""

import pytest
from flask import Flask
from sqlalchemy import select

from biblionet_reg.domain.programme import SessionKind
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.programme import Slot
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries import editions
from biblionet_reg.services import submissions
from biblionet_reg.services.programme_versions import publish
from biblionet_reg.web.public import programme_part
from tests.factories import make_block, make_person, make_slot, make_submission
from tests.pages import Browser, Page
from tests.statements import statements


def edition_here() -> Edition:
    found = editions.by_slug("2020")
    assert found is not None
    return found


@pytest.fixture
def codes(app: Flask) -> dict[str, str]:
    """Two presentations of two days and subtopics, with a guest between them who has no submission."""
    with app.app_context():
        edition = edition_here()
        first = make_submission(edition, title="Љубав према књизи", title_en="Love of books", authors=[make_person("Ђурђина", "Њежић")])
        others = [make_person("Жана", "Ивић"), make_person("Čedomir", "Ćosić")]
        second = make_submission(edition, title="Путујућа библиотека", title_en="The mobile library", authors=others, subtopic_place=1)
        block = make_block(edition, "10:00", "12:00")
        make_slot(block, first, "10:00")
        guest = make_slot(block, None, "10:30", title="Поздравна реч")
        guest.presenter_name = "др Ненад Аврамов"
        make_block(edition, "12:00", "13:00", kind=SessionKind.BREAK, title="Ручак")
        make_slot(make_block(edition, "09:00", "10:00", day=edition.days[1]), second, "09:00")
        db.session.commit()
        publish(edition, name="1.0", by="chair@example.org")
        return {"first": first.code, "second": second.code}


def shown(page: Page) -> list[str]:
    return [" ".join(title.get_text(" ").split()) for title in page.soup.select(".slot__title")]


def test_search_box_of_the_programme_finds_in_the_other_script(browser: Browser, codes: dict[str, str]) -> None:
    page = browser.get("/sr/2020/programme").form("main form[role=search]").fill(q="njezic ljubav").submit()

    slot = page.soup.select_one(f"#{codes['first']}")
    assert (page.h1, shown(page)) == ("Претрага програма", ["Љубав према књизи"])
    assert (slot.time.text, page.soup.select_one(".session__room").text) == ("10.00", "Велика сала")
    assert page.soup.select_one("#day-2020-10-01 h2") is not None
    assert page.soup.select_one("meta[name=robots]")["content"] == "noindex"


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("q=mobile", ["The mobile library"]),
        ("q=vranje", ["Love of books", "The mobile library"]),
        ("q=avramov", ["Поздравна реч"]),
        ("day=2020-10-02", ["The mobile library"]),
        ("q=love&day=2020-10-02", []),
        ("subtopic=partnerstva-u-cilju-opismenjavanja", ["Love of books"]),
    ],
)
def test_programme_is_narrowed_by_its_address(browser: Browser, codes: dict[str, str], query: str, titles: list[str]) -> None:
    assert shown(browser.get(f"/en/2020/programme?{query}")) == titles


@pytest.mark.parametrize("query", ["q=", "q=+%00", "day=2021-01-01", "day=x", "subtopic=none"])
def test_programme_that_is_asked_for_nothing_is_whole(browser: Browser, codes: dict[str, str], query: str) -> None:
    assert len(shown(browser.get(f"/en/2020/programme?{query}"))) == 3


def test_day_and_subtopic_are_links_and_their_pills_take_them_away(browser: Browser, codes: dict[str, str]) -> None:
    narrowed = browser.get("/en/2020/programme").follow("Partnerships for literacy")

    pill = narrowed.soup.select_one(".pill")
    assert (shown(narrowed), pill["href"]) == (["Love of books"], "/en/2020/programme")
    assert narrowed.form("main form[role=search]").fill(q="mobile").submit().soup.select(".slot") == []


def test_mistyped_name_shows_what_is_close_and_says_so(browser: Browser, codes: dict[str, str]) -> None:
    page = browser.get("/en/2020/programme?q=Nejzic")

    assert shown(page) == ["Love of books"]
    assert page.soup.select_one("main [role=status]").text == "Nothing has “Nejzic”; showing what is close: Nježić"


def test_search_that_finds_nothing_says_what_to_do(browser: Browser, codes: dict[str, str]) -> None:
    page = browser.get("/en/2020/programme", query={"q": "<b>zzz"})

    assert shown(page) == []
    assert page.soup.select_one(".empty__title").text == "Nothing in the programme matches"
    assert page.soup.select_one("#q")["value"] == "<b>zzz"
    assert [link["href"] for link in page.soup.select(".empty a")] == ["/en/2020/programme", "/en/2020/people"]


def test_search_that_finds_too_much_shows_the_first(browser: Browser, codes: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programme_part, "MOST_SHOWN", 1)

    page = browser.get("/en/2020/programme?q=vranje")

    assert shown(page) == ["Love of books"]
    assert "2 presentations found. Only the first 1 is shown: add a word." in page.text


def test_search_marks_what_is_withdrawn(app: Flask, browser: Browser, codes: dict[str, str]) -> None:
    with app.app_context():
        submissions.withdraw(db.session.scalars(select(Submission).where(Submission.code == codes["first"])).one(), by="x")

    assert "Withdrawn: it will not take place" in browser.get("/en/2020/programme?q=love").text
    assert "Withdrawn: it will not take place" in browser.get("/en/2020/people").text


def test_search_asks_the_database_as_often_as_the_programme(app: Flask, browser: Browser, codes: dict[str, str]) -> None:
    browser.get("/en/2020/programme?q=love")
    with statements(app) as whole:
        browser.get("/en/2020/programme")
    with statements(app) as narrowed:
        answer = browser.get("/en/2020/programme?q=vranje").response

    again = browser.client.get("/en/2020/programme?q=vranje", headers={"If-None-Match": answer.headers["ETag"]})
    other = browser.client.get("/en/2020/programme?q=love", headers={"If-None-Match": answer.headers["ETag"]})
    assert (len(narrowed), len(whole) <= 6) == (len(whole), True)
    assert (again.status_code, other.status_code) == (304, 200)


@pytest.mark.parametrize(
    ("lang", "index"),
    [
        ("sr", [("А", ["др Ненад Аврамов"]), ("И", ["Ивић, Жана"]), ("Њ", ["Њежић, Ђурђина"])]),
        ("sr-Latn", [("A", ["dr Nenad Avramov"]), ("I", ["Ivić, Žana"]), ("Nj", ["Nježić, Đurđina"])]),
        ("en", [("A", ["dr Nenad Avramov"]), ("I", ["Ivić, Žana"]), ("N", ["Nježić, Đurđina"])]),
    ],
)
def test_presenters_stand_in_the_readers_alphabet(
    browser: Browser, codes: dict[str, str], lang: str, index: list[tuple[str, list[str]]]
) -> None:
    page = browser.get(f"/{lang}/2020/people")

    letters = page.soup.select(".initial")
    assert [(one.h2.text, [name.text for name in one.select(".presenter__name")]) for one in letters] == index
    assert [link.text for link in page.soup.select(".initials a")] == [letter for letter, _names in index]


def test_presenters_lead_to_themselves_and_to_what_they_present(browser: Browser, codes: dict[str, str]) -> None:
    page = browser.get("/en/2020/programme").follow("All presenters")

    assert page.follow("The mobile library").h1 == "The mobile library"
    assert page.follow("Ivić, Žana").h1 == "Žana Ivić"
    assert "Ćosić" not in page.text


def test_presenters_of_no_programme_are_not_known_yet(browser: Browser) -> None:
    assert "The presenters are not known yet." in browser.get("/en/2020/people").text


def test_presenters_follow_the_newest_version(app: Flask, browser: Browser, codes: dict[str, str]) -> None:
    first = browser.get("/en/2020/people")
    etag = first.response.headers["ETag"]
    with app.app_context():
        for slot in db.session.scalars(select(Slot).where(Slot.submission_id.is_(None))):
            db.session.delete(slot)
        db.session.commit()
    unchanged = browser.client.get("/en/2020/people", headers={"If-None-Match": etag})
    with app.app_context():
        publish(edition_here(), name="2.0", by="chair@example.org")

    newer = browser.get("/en/2020/people")

    assert unchanged.status_code == 304
    assert ["Avramov" in page.text for page in (first, newer)] == [True, False]
