"""Organisers keep the list of words with a script of their own, and try it on a text."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from biblionet_reg.domain.edition_limits import LIST_LIMIT
from biblionet_reg.domain.script_word import ScriptWordKind
from biblionet_reg.extensions import db
from biblionet_reg.models.letter import Letter
from biblionet_reg.models.script_word import ScriptWord
from biblionet_reg.queries import editions as found
from tests.pages import Browser, Page
from tests.registrations import typed
from tests.statements import statements
from tests.walking import Walk

AREA = "/en/2020/organiser/edition/words"
Staff = Callable[..., Browser]


@pytest.fixture
def organiser(staff: Staff) -> Browser:
    return staff("administrator")


def words_in(app: Flask) -> list[tuple[str, str, str]]:
    with app.app_context():
        rows = db.session.scalars(select(ScriptWord).order_by(ScriptWord.latin_key))
        return [(row.kind.value, row.latin, row.cyrillic) for row in rows]


def add(organiser: Browser, status: int = 200, **answers: str) -> Page:
    return organiser.get(AREA + "/add").form("main form").fill(answers).submit(status=status)


def test_a_word_is_added_changed_and_removed(app: Flask, organiser: Browser) -> None:
    before = words_in(app)

    page = add(organiser, latin="Mediateka", kind="pair", cyrillic="Медијатека")
    assert "The word is added." in page.text
    assert ("pair", "Mediateka", "Медијатека") in words_in(app)

    page = page.follow("Mediateka").form("main form").fill(kind="protected", cyrillic="").submit()
    assert "The word is saved." in page.text
    assert ("protected", "Mediateka", "") in words_in(app)

    page = page.follow("Remove – Mediateka").form("main form").submit()
    assert "The word is removed." in page.text
    assert words_in(app) == before


def test_a_phrase_stays_and_can_be_changed_and_removed(app: Flask, organiser: Browser) -> None:
    page = add(organiser, latin="slow reading", kind="protected")
    tried = organiser.get(AREA + "/try").form("main form").fill(text="Slow reading i moje čitanje").submit()

    page = page.follow("slow reading").form("main form").fill(latin="deep reading").submit()
    refused = add(organiser, status=422, latin="sporo čitanje", kind="pair", cyrillic="читање")

    assert tried.soup.select_one("main .both-scripts").text == "Slow reading и моје читање"
    assert ("protected", "deep reading", "") in words_in(app)
    assert refused.errors() == ["A word with its own Cyrillic form must be one word, without blanks"]
    organiser.get(AREA).follow("Remove – deep reading").form("main form").submit()
    assert "deep reading" not in {latin for _kind, latin, _cyrillic in words_in(app)}


def test_a_press_sent_twice_removes_only_what_the_page_showed(app: Flask, organiser: Browser) -> None:
    for latin in ("C", "C#", "C++", "C-"):
        page = add(organiser, latin=latin, kind="protected")
    before = words_in(app)
    question = page.follow("Remove – C#").form("main form")

    first, second = question.submit(), question.submit()

    assert "The word is removed." in first.text
    assert "This is not in the list any more: it was changed or removed after you opened the page." in second.text
    assert words_in(app) == [word for word in before if word[1] != "C#"]


def test_what_somebody_changed_meanwhile_is_looked_at_again(app: Flask, organiser: Browser) -> None:
    page = add(organiser, latin="Mediateka", kind="protected")
    question, form = page.follow("Remove – Mediateka").form("main form"), page.follow("Mediateka").form("main form")
    page.follow("Mediateka").form("main form").fill(kind="pair", cyrillic="Медијатека").submit()

    asked = question.submit(status=409)
    missed = form.fill(kind="pair", cyrillic="Медиатека").submit(status=409)

    sentence = "Somebody changed this after you opened the page, so nothing was done. Look at it again."
    assert (sentence in asked.text, sentence in missed.text) == (True, True)
    assert missed.soup.select_one("tbody").text.split()[-1] == "Медијатека"
    assert ("pair", "Mediateka", "Медијатека") in words_in(app)
    missed.form("main form").submit()
    assert ("pair", "Mediateka", "Медиатека") in words_in(app)


def test_what_was_typed_for_a_word_that_is_gone_can_be_added_again(app: Flask, organiser: Browser) -> None:
    page = add(organiser, latin="Mediateka", kind="protected")
    form = page.follow("Mediateka").form("main form")
    page.follow("Remove – Mediateka").form("main form").submit()

    missed = form.fill(kind="pair", cyrillic="Медијатека").submit(status=409)

    assert "Mediateka" not in {latin for _kind, latin, _cyrillic in words_in(app)}
    assert "The word is added." in missed.form("main form").submit().text
    assert ("pair", "Mediateka", "Медијатека") in words_in(app)


def test_a_full_list_takes_no_more(app: Flask, organiser: Browser) -> None:
    with app.app_context():
        edition = found.by_slug("2020")
        assert edition is not None
        edition.words[:] = [ScriptWord(kind=ScriptWordKind.PROTECTED, latin=f"Word{number}") for number in range(LIST_LIMIT)]
        db.session.commit()

    page = add(organiser, status=422, latin="Mediateka", kind="protected")

    assert page.errors() == ["The list is full: it holds at most 500 rows. Remove one that is not needed first."]
    assert page.form("main form").values["latin"] == ["Mediateka"]
    assert len(words_in(app)) == LIST_LIMIT


def test_words_stand_by_the_alphabet_and_are_not_moved(organiser: Browser) -> None:
    for word in ("Zotero", "Arhiv", "mediateka"):
        page = add(organiser, latin=word, kind="protected")

    shown = [cell.text.strip() for cell in page.soup.select("tbody th")]
    assert [word for word in shown if word in {"Zotero", "Arhiv", "mediateka"}] == ["Arhiv", "mediateka", "Zotero"]
    assert not page.soup.select("form[action$='/move']")
    address = page.soup.select_one("tbody th a")["href"].replace("/edit", "/move")
    organiser.post(address, {"to": "up", "csrf_token": page.form("header form").values["csrf_token"][0]}, status=404)


def test_a_word_that_cannot_stand_there_is_told_beside_its_field(organiser: Browser) -> None:
    nothing = add(organiser, status=422)
    swapped = add(organiser, status=422, latin="Врање", kind="pair", cyrillic="Vranje")
    needless = add(organiser, status=422, latin="IFLA", kind="protected", cyrillic="ИФЛА")

    assert nothing.errors() == ["Enter the word in Latin script", "Choose what happens to the word"]
    assert swapped.errors() == [
        "The word in Latin script holds a Cyrillic letter: type it again in Latin script",
        "The Cyrillic form holds a Latin letter: type it again in Cyrillic",
    ]
    assert needless.errors() == ["A word that stays in Latin script has no Cyrillic form: leave it empty"]


def test_the_same_word_in_another_case_is_told(organiser: Browser) -> None:
    add(organiser, latin="Mediateka", kind="protected")

    page = add(organiser, status=422, latin="MEDIATEKA", kind="pair", cyrillic="Медијатека")

    assert page.errors() == ["This word is already in the list. Change it there."]


@pytest.mark.parametrize("lang", ["sr", "sr-Latn", "en"])
def test_a_text_is_tried_with_the_words_of_the_edition(organiser: Browser, lang: str) -> None:
    add(organiser, latin="Injac", kind="pair", cyrillic="Инјац")
    add(organiser, latin="Mediateka", kind="protected")

    page = organiser.get(f"/{lang}/2020/organiser/edition/words/try").form("main form").fill(text="Injac i Mediateka: чаj").submit()

    shown = {element["lang"]: element.text for element in page.soup.select("main .both-scripts:not(.quiet)")}
    assert shown["sr"].startswith("Инјац и Mediateka: ча")
    assert shown["sr-Latn"].startswith("Injac i Mediateka: ča")
    assert "Медиатека" in page.soup.select_one("main .both-scripts.quiet").text


def test_an_empty_box_asks_for_a_text(organiser: Browser) -> None:
    form = organiser.get(AREA).follow("Try the two scripts").form("main form")

    empty = form.fill(text=" ").submit(status=422)
    long = form.fill(text="ш" * 2001).submit(status=422)

    assert empty.errors() == ["Enter a text, such as the title of a paper"]
    assert long.errors() == ["The text must be 2,000 characters or fewer"]


@pytest.mark.parametrize("text", ["-{", "}-", "\x00", "\ud800", "<b>Љ</b>", "ǈ" * 500, "„“" * 500])
def test_a_broken_text_is_shown_in_both_scripts(organiser: Browser, text: str) -> None:
    form = organiser.get(AREA + "/try").form("main form")

    for broken in (text.encode("utf-8", "surrogatepass").decode("latin-1"), text.encode("utf-8", "replace").decode()):
        assert form.fill(text="a" + broken).submit().soup.select("main .both-scripts")


def test_a_text_of_the_whole_length_can_be_tried(organiser: Browser) -> None:
    """An address could not hold it: every Cyrillic letter takes six places there."""
    page = organiser.get(AREA + "/try")
    form = page.form("main form")

    assert page.soup.select_one("main form")["method"] == "post"
    assert form.fill(text="ш" * 2000).submit().soup.select_one("main .both-scripts").text == "ш" * 2000


@pytest.mark.parametrize("role", ["chair", "reviewer", "desk"])
def test_other_staff_may_not(staff: Staff, role: str) -> None:
    browser = staff(role)

    for path in ("", "/add", "/try"):
        browser.get(AREA + path, status=403)


def test_words_of_a_closed_edition_stay_but_may_be_tried(app: Flask, organiser: Browser) -> None:
    organiser.get("/en/2020/organiser/edition").follow("Close the edition").form("main form").submit()

    organiser.get(AREA + "/add", status=409)
    assert organiser.get(AREA + "/try").form("main form").fill(text="Vranje").submit().soup.select_one("main .both-scripts").text == "Врање"
    with app.app_context():
        assert found.by_slug("2020") is not None


def test_public_pages_show_the_words_and_read_them_once(app: Flask, organiser: Browser, browser: Browser) -> None:
    with statements(app) as usual:
        browser.get("/sr/2020/")
    organiser.get("/en/2020/organiser/edition/texts").form("main form").fill({"theme-sr": "Mediateka u gradu"}).submit()
    add(organiser, latin="Mediateka", kind="pair", cyrillic="Медијатека")

    with statements(app) as first:
        page = browser.get("/sr/2020/")
    with statements(app) as second:
        browser.get("/sr/2020/")

    assert "Медијатека у граду" in page.text
    assert (len(first) <= len(usual) + 1, len(second)) == (True, 3)


def test_letters_are_written_with_the_words(app: Flask, organiser: Browser, browser: Browser) -> None:
    add(organiser, latin="Mediateka", kind="pair", cyrillic="Медијатека")

    Walk(browser, "/sr/2020/register").fill(typed(institution_name="Gradska biblioteka Mediateka")).submit()

    with app.app_context():
        letter = db.session.scalars(select(Letter)).one()
        assert "Градска библиотека Медијатека" in letter.text_body
