"""The forms as everybody first sees them: drawn once, never old, and each visitor's own in the word that matters."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from biblionet_reg.domain.text import LocalText
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.institution import Institution
from biblionet_reg.models.registration import Registration
from biblionet_reg.queries import editions
from tests.conftest import make_app
from tests.pages import Browser
from tests.registrations import typed
from tests.walking import FORM, Walk

FORMS = ("/sr/2020/register", "/sr-Latn/2020/register", "/en/2020/register", "/sr/2020/submit", "/sr-Latn/2020/submit", "/en/2020/submit")


def _kept(app: Flask) -> dict[object, str]:
    kept: dict[object, str] = app.extensions["biblionet_first_sight"]
    return kept


def _html(app: Flask, path: str, *, has_been_here: bool = False) -> str:
    """Return the page as a visitor gets it, without the word that is their own."""
    browser = Browser(app)
    if has_been_here:
        with browser.client.session_transaction() as session:
            session["something"] = "to tell"
    page = browser.get(path)
    return page.response.text.replace(page.form().values["csrf_token"][0], "")


@pytest.mark.parametrize("path", FORMS)
def test_the_kept_page_is_the_page_drawn(app: Flask, path: str) -> None:
    drawn = _html(app, path, has_been_here=True)
    kept_by_then = len(_kept(app))

    first, second = _html(app, path), _html(app, path)

    assert (first, second) == (drawn, drawn)
    assert (kept_by_then, len(_kept(app))) == (0, 1)


def test_an_address_with_a_question_is_drawn_for_itself(app: Flask) -> None:
    page = Browser(app).get("/en/2020/register", query={"from": "letter"})

    assert page.soup.select_one("a[hreflang=sr]")["href"] == "/sr/2020/register?from=letter"
    assert len(_kept(app)) == 0


@pytest.mark.parametrize("path", FORMS)
def test_each_visitor_gets_a_token_of_their_own(app: Flask, path: str) -> None:
    first, second = (Browser(app).get(path).form().values for _visitor in range(2))

    assert first["csrf_token"] != second["csrf_token"]


def test_two_visitors_of_a_kept_page_have_each_a_draft_and_a_key_of_their_own(app: Flask) -> None:
    walks = [Walk(Browser(app), "/en/2020/register").fill(typed(given_name=name)) for name in ("Ana", "Eva")]

    first, second = (walk.check() for walk in walks)

    assert ("Ana" in first.text, "Eva" in first.text, "Eva" in second.text) == (True, False, True)
    assert first.form(FORM).values["form_key"] != second.form(FORM).values["form_key"]


def test_two_visitors_of_a_kept_page_both_register(app: Flask) -> None:
    walks = [Walk(Browser(app), "/en/2020/register") for _visitor in range(2)]

    for number, walk in enumerate(walks):
        walk.fill(typed(given_name=f"Ana{number}", email=f"ana{number}@example.org")).submit()

    with app.app_context():
        assert [one.email for one in db.session.scalars(select(Registration).order_by(Registration.id))] == [
            "ana0@example.org",
            "ana1@example.org",
        ]


def test_the_token_of_one_visitor_is_none_for_another(app: Flask) -> None:
    Browser(app).get("/en/2020/register")
    mine, theirs = Browser(app), Browser(app)
    form = mine.get("/en/2020/register").form()
    form.fill({name: value for name, value in typed().items() if name in form.names()})
    form.values["csrf_token"] = theirs.get("/en/2020/register").form().values["csrf_token"]

    refused = form.submit(status=422)

    assert refused.errors() == ["This page was open for too long. Your answers are still here: check them and send the form again."]


def _rename_library(edition: Edition) -> None:
    library = db.session.scalars(select(Institution).where(Institution.name.contains("Бора Станковић"))).one()
    library.name = "Читаоница „Нови назив“"


def test_what_was_begun_is_never_anybody_elses_first_page(app: Flask, browser: Browser) -> None:
    Walk(browser, "/en/2020/register").fill(typed(days=[])).submit(status=422)
    browser.client.delete_cookie("session")

    mine, anybodys = (one.get("/en/2020/register") for one in (browser, Browser(app)))

    assert mine.form(FORM).values["given_name"] == ["Љубица"]
    assert anybodys.form(FORM).values["given_name"] == [""]


def _unlist_libraries(edition: Edition) -> None:
    for library in db.session.scalars(select(Institution)):
        library.is_listed = False


def _rename_edition(edition: Edition) -> None:
    edition.series = LocalText(sr="Нови назив", en="A new name")


def _rename_meal(edition: Edition) -> None:
    edition.meals[0].title = LocalText(sr="Нови назив", en="A new name")


def _rename_subtopic(edition: Edition) -> None:
    edition.subtopics[0].title = LocalText(sr="Нови назив", en="A new name")


@pytest.mark.parametrize(
    ("path", "change"),
    [
        ("/sr/2020/register", _rename_library),
        ("/sr/2020/register", _rename_edition),
        ("/sr/2020/register/coming", _rename_meal),
        ("/sr/2020/submit/authors", _rename_library),
        ("/sr/2020/submit", _rename_edition),
        ("/sr/2020/submit", _rename_subtopic),
    ],
)
def test_what_another_process_changed_shows_at_once(app: Flask, tmp_path: Path, path: str, change: Callable[[Edition], None]) -> None:
    before = _html(app, path)
    other = make_app(tmp_path, app.config["SQLALCHEMY_DATABASE_URI"])
    with other.app_context():
        edition = editions.by_slug("2020")
        assert edition is not None
        change(edition)
        db.session.commit()

    after = _html(app, path)

    assert ("Нови назив" in before, "Нови назив" in after) == (False, True)


def test_libraries_taken_off_the_list_are_no_longer_offered(app: Flask) -> None:
    before = Browser(app).get("/sr/2020/register").form().choices("institution")
    with app.app_context():
        edition = editions.by_slug("2020")
        assert edition is not None
        _unlist_libraries(edition)
        db.session.commit()

    after = Browser(app).get("/sr/2020/register").form().choices("institution")

    assert (len(before) > 1, after) == (True, [""])


def test_who_has_been_here_gets_a_page_of_their_own(app: Flask, browser: Browser) -> None:
    Walk(browser, "/en/2020/register").fill(typed()).submit()
    kept = len(_kept(app))

    with browser.client.session_transaction() as session:
        session["_flashes"] = [("success", "Only you read this")]
    mine, anybodys = browser.get("/en/2020/submit"), Browser(app).get("/en/2020/submit")

    assert "Only you read this" in mine.text
    assert "Only you read this" not in anybodys.text
    assert len(_kept(app)) == kept + 1


def test_only_so_many_pages_are_kept(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_kept(app), "room", 4)

    for path in FORMS:
        Browser(app).get(path)

    assert len(_kept(app)) == 4


def test_a_form_asked_for_without_its_body_is_there(app: Flask) -> None:
    assert [app.test_client().head(path).status_code for path in FORMS] == [200] * len(FORMS)
