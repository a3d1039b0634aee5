"""Names in both scripts on pages: asked for, suggested, corrected, shown with their `lang`."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from biblionet_reg.domain.edition_parts import PartKind, ScriptWordEntry
from biblionet_reg.domain.letter import LinkScope
from biblionet_reg.domain.person_name import PersonName
from biblionet_reg.domain.script_word import ScriptWordKind
from biblionet_reg.domain.text import LocalText
from biblionet_reg.extensions import db
from biblionet_reg.models.letter import Letter
from biblionet_reg.models.registration import Registration
from biblionet_reg.models.submission import Author
from biblionet_reg.queries import editions
from biblionet_reg.services import edition_parts, links, registrations, submissions
from tests.names import CAST, HUNGARIAN, TOLD, Reads
from tests.pages import Browser, Page
from tests.registrations import answers, registered, typed
from tests.submissions import answers as paper
from tests.submitting import FORM, form_of, to_check
from tests.walking import Walk

NOT_LATIN = "The name is typed in Cyrillic: write it here in Latin script, or leave this empty"


def _summary(page: Page) -> str:
    return " ".join(page.soup.select_one("details[data-name-suggestion] summary").get_text().split())


def _token(browser: Browser) -> str:
    return browser.get("/en/2020/register").form(FORM).values["csrf_token"][0]


def _register_all(app: Flask) -> None:
    with app.app_context():
        edition = editions.by_slug("2020")
        for number, person in enumerate(CAST):
            name = {part: getattr(person.name, part) for part in PersonName.__dataclass_fields__}
            registrations.register(answers(**name, email=f"{number}@example.org"), edition=edition)


def test_empty_form_asks_for_the_other_form_in_a_closed_part(browser: Browser) -> None:
    page = browser.get("/en/2020/register")

    part = page.soup.select_one("details[data-name-suggestion]")
    assert (_summary(page), part.has_attr("open")) == ("Name on the badge and in the other script", False)


def test_form_that_comes_back_says_the_suggested_form(browser: Browser) -> None:
    page = Walk(browser, "/en/2020/register").fill(typed(email="")).submit(status=422)
    foreign = page.form(FORM).fill(given_name="Anna", family_name="Nagy").submit(status=422)

    assert _summary(page) == "Name in Latin script: Ljubica Đorđević"
    assert page.soup.select_one("#other_given_name")["placeholder"] == "Ljubica"
    assert _summary(foreign) == "Name in Cyrillic: stays Anna Nagy"


def test_other_form_left_empty_is_the_suggested_one_and_both_are_shown(app: Flask, browser: Browser) -> None:
    page = Walk(browser, "/en/2020/register").fill(typed()).submit()

    assert "Ljubica Đorđević / Љубица Ђорђевић" in page.text
    assert page.soup.select_one("main .notice span[lang=sr]").text == "Љубица Ђорђевић"
    assert "If one of the forms is not right, correct it in your registration." in page.text
    with app.app_context():
        made = db.session.scalars(select(Registration)).one()
        assert (made.other_given_name, made.other_family_name, made.other_badge_name) == ("", "", "")


def test_other_form_is_told_and_kept(app: Flask, browser: Browser) -> None:
    told = typed(other_given_name="Ljubitza", other_family_name="Djordjevich", other_badge_name="Ljuba")

    page = Walk(browser, "/sr/2020/register").fill(told).submit()

    assert "Љубица Ђорђевић / Ljubitza Djordjevich" in page.text
    with app.app_context():
        made = db.session.scalars(select(Registration)).one()
        assert (made.other_given_name, made.other_family_name, made.other_badge_name) == ("Ljubitza", "Djordjevich", "Ljuba")


def test_other_form_in_the_same_script_is_told_where_it_stands(browser: Browser) -> None:
    page = Walk(browser, "/en/2020/register").fill(typed(other_family_name="Ђорђевић")).submit(status=422)

    assert page.errors() == [NOT_LATIN]
    assert page.soup.select_one("details[data-name-suggestion]").has_attr("open")
    assert page.form(FORM).values["other_family_name"] == ["Ђорђевић"]


def test_over_long_other_form_is_refused_with_its_limit(browser: Browser) -> None:
    page = Walk(browser, "/en/2020/register").fill(typed(other_given_name="a" * 101)).submit(status=422)

    assert page.errors() == ["Given name must be 100 characters or fewer"]


def test_own_page_shows_both_forms_and_its_form_corrects_them(app: Flask, browser: Browser) -> None:
    _code, token = registered(app)
    mine = f"/sr/2020/my/registration/{token}"

    before = browser.get(mine)
    form = browser.get(f"{mine}/change").form()
    badge = form.values["badge_name"]
    after = form.fill(other_given_name="Ljubitza").submit()

    assert [one.text for one in before.soup.select("dd li span[lang=sr-Latn]")] == ["Ljubica Đorđević"] * 2
    assert badge == [""]
    assert [one.text for one in after.soup.select("dd li span[lang=sr-Latn]")] == ["Ljubitza Đorđević"] * 2


def test_own_page_of_a_foreigner_says_that_the_name_stays(app: Flask, browser: Browser) -> None:
    _code, token = registered(app, given_name="Anna", family_name="Nagy")

    page = browser.get(f"/en/2020/my/registration/{token}")

    assert "In Cyrillic your name stays as it is." in page.text


def test_new_family_name_reaches_the_badge_that_followed_the_old_one(app: Flask, browser: Browser) -> None:
    _code, token = registered(app)

    browser.get(f"/en/2020/my/registration/{token}/change").form().fill(family_name="Петровић").submit()

    with app.app_context():
        assert db.session.scalars(select(Registration.badge_name)).one() == "Љубица Петровић"


@pytest.mark.parametrize(("lang", "foreign"), [("sr", [HUNGARIAN.latin, "John Smith"]), ("sr-Latn", []), ("en", [])])
def test_lists_of_staff_name_people_in_the_script_of_the_page(
    app: Flask, staff: Callable[..., Browser], lang: str, foreign: list[str]
) -> None:
    _register_all(app)

    page = staff("administrator").get(f"/{lang}/2020/organiser/registrations")

    names = [" ".join(cell.text.split()) for cell in page.soup.select("tbody th")]
    assert sorted(names) == sorted(_by_family(person, lang) for person in CAST)
    marked = [one.text for one in page.soup.select("tbody th span[lang=und]")]
    assert sorted(marked) == sorted(" ".join(reversed(name.split())) for name in foreign)


def _by_family(person: Reads, lang: str) -> str:
    given, family = (person.cyrillic if lang == "sr" else person.latin).split()
    return f"{family} {given}"


def test_author_tells_the_other_form_and_sees_both(app: Flask, browser: Browser) -> None:
    shown = to_check(browser, "sr", **{"authors-0-other_given_name": "Ljubitza"})

    page = shown.form(FORM).submit()

    assert "Љубица Ђорђевић / Ljubitza Đorđević" in shown.text
    assert "Љубица Ђорђевић / Ljubitza Đorđević" in page.text
    with app.app_context():
        assert db.session.scalars(select(Author.other_given_name)).one() == "Ljubitza"


def test_author_row_refuses_the_same_script_beside_its_field(browser: Browser) -> None:
    form = form_of(browser, "authors").fill({"authors-0-given_name": "Љубица", "authors-0-family_name": "Ђорђевић"})

    page = form.fill({"authors-0-email": "ljubica@example.org", "authors-0-other_given_name": "Љубица"}).submit("do=send", status=422)

    assert page.errors() == [NOT_LATIN]
    assert page.soup.select_one("#authors-0-other_given_name")["aria-invalid"] == "true"


def test_added_author_row_keeps_the_other_form_of_the_first(browser: Browser) -> None:
    form = form_of(browser, "authors").fill({"authors-0-given_name": "Љубица", "authors-0-other_given_name": "Ljubitza"})

    page = form.submit("do=add-author")

    assert page.form(FORM).values["authors-0-other_given_name"] == ["Ljubitza"]


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        (
            {"given": " Ђорђе ", "family": "Чолић"},
            {"words": "latin", "given": "Đorđe", "family": "Čolić", "whole": "Đorđe Čolić", "lang": "sr-Latn"},
        ),
        (
            {"given": "Ђорђе", "family": "Чолић", "otherGiven": "Djordje"},
            {"words": "latin", "given": "Djordje", "family": "Čolić", "whole": "Djordje Čolić", "lang": "sr-Latn"},
        ),
        (
            {"given": "Njegoslava", "family": "Đurić"},
            {"words": "cyrillic", "given": "Његослава", "family": "Ђурић", "whole": "Његослава Ђурић", "lang": "sr"},
        ),
        ({"given": "Anna", "family": "Nagy"}, {"words": "cyrillicStays", "given": "", "family": "", "whole": "Anna Nagy", "lang": "und"}),
        ({}, {"words": "empty", "given": "", "family": "", "whole": "", "lang": ""}),
        ({"given": "\u202e<b>"}, {"words": "cyrillicStays", "given": "", "family": "", "whole": "<b>", "lang": "und"}),
    ],
)
def test_suggestion_answers_while_a_name_is_typed(browser: Browser, told: dict[str, str], answer: dict[str, str]) -> None:
    response = browser.client.post("/sr/2020/name-suggestion", data={"csrf_token": _token(browser), **told})

    assert (response.status_code, response.json) == (200, answer)
    assert response.headers["Cache-Control"] == "no-store"


def test_suggestion_needs_a_token_and_no_address_holds_a_name(browser: Browser) -> None:
    assert browser.client.post("/sr/2020/name-suggestion", data={"given": "Ана"}).status_code == 400
    assert browser.client.get("/sr/2020/name-suggestion?given=Ана").status_code == 405


def test_told_name_stands_on_the_page_of_its_registration(app: Flask, staff: Callable[..., Browser]) -> None:
    name = {part: getattr(TOLD.name, part) for part in PersonName.__dataclass_fields__}
    code, _token_of = registered(app, **name)

    page = staff("administrator").get(f"/en/2020/organiser/registrations/{code}")

    assert (page.h1, page.soup.title.text.split(" – ")[0]) == (TOLD.latin, TOLD.latin)


def test_latin_texts_follow_the_words_of_the_edition_on_pages_and_in_letters(app: Flask, browser: Browser) -> None:
    with app.app_context():
        edition = editions.by_slug("2020")
        protected = ScriptWordEntry(kind=ScriptWordKind.PROTECTED, latin="Lagune")
        edition_parts.add(edition, PartKind.WORDS, protected, by="test")
        made = submissions.submit(paper(title=LocalText(sr="Knjige kuće Lagune i COBISS", en="Books")), edition=edition)
        code, letter = made.code, db.session.scalars(select(Letter.text_body)).one()
        token = links.mint(LinkScope.SUBMISSION, submission_id=made.id)

    page = browser.get(f"/sr/2020/my/submission/{token}")

    assert code in page.text
    assert page.h1 == "Књиге куће Lagune и COBISS"
    assert "Књиге куће Lagune и COBISS" in letter
