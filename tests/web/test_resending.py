"""The back button: a form sent again with other words is asked about, nothing typed is lost, one record at most."""

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from biblionet_reg.extensions import db
from biblionet_reg.models.registration import Registration
from biblionet_reg.models.stored_file import StoredFile
from biblionet_reg.models.submission import Submission
from tests.pages import Browser, Form, Page
from tests.registrations import typed
from tests.submissions import PDF
from tests.submitting import ANSWERS, FORM, PAGES, address, form_of, to_check, walk
from tests.walking import Walk

LANGS = ("sr", "sr-Latn", "en")
NEVER = {"csrf_token", "form_key", "upload_key", "file", "do"}


def _titles(app: Flask) -> list[str]:
    with app.app_context():
        return [row.title.sr for row in db.session.scalars(select(Submission).order_by(Submission.id))]


def _people(app: Flask) -> list[tuple[str, str]]:
    with app.app_context():
        return [(row.given_name, row.email) for row in db.session.scalars(select(Registration).order_by(Registration.id))]


def _paper(browser: Browser, lang: str = "en", **changes: Any) -> Walk:
    return walk(browser, lang, **changes)


def _kept_of_paper(browser: Browser, lang: str) -> dict[str, str]:
    """Return what stands in the pages of the form, of the questions that ANSWERS answers."""
    values = {name: value for page in PAGES for name, value in form_of(browser, page, lang).values.items()}
    return {name: values[name][0] for name in ANSWERS}


def _person(browser: Browser, lang: str = "en", **changes: Any) -> Walk:
    return Walk(browser, f"/{lang}/2020/register").fill(typed(**changes))


def _kept_of_person(browser: Browser, lang: str) -> dict[str, Any]:
    """Return what stands in the pages of the form, of the questions that `typed` answers."""
    pages = [browser.get(f"/{lang}/2020/register{page}").form(FORM).values for page in ("", "/coming")]
    values = {name: value for page in pages for name, value in page.items()}
    return {name: values[name] if isinstance(answer, list) else values[name][0] for name, answer in typed().items()}


def _choices(page: Page) -> list[str]:
    """Return what the question offers, after looking that it has the focus and both places the same buttons."""
    asked = page.soup.select_one("[data-sent-already][data-focus]")
    assert asked is not None
    offered = [str(button["value"]) for button in page.soup.select("main form .buttons button[name=do]")]
    assert [str(button["value"]) for button in asked.select("button")] * 2 == offered
    return offered[:2]


def _told(form: Form) -> dict[str, Any]:
    return {name: value for name, value in form.values.items() if name not in NEVER}


@pytest.mark.parametrize("lang", LANGS)
def test_a_changed_word_is_asked_about_and_saved_to_the_same_paper(app: Flask, browser: Browser, lang: str) -> None:
    done = _paper(browser, lang).submit("do=send")

    asked = _paper(browser, lang, title_sr="Читање у великом парку").submit("do=send", status=422)

    change, beside = _choices(asked)
    assert (change.removeprefix("change-"), change.removeprefix("change-")) == (beside.removeprefix("beside-"),) * 2
    assert change.removeprefix("change-") in done.text
    assert _kept_of_paper(browser, lang) == {**ANSWERS, "title_sr": "Читање у великом парку"}
    assert _titles(app) == ["Читање у парку"]

    saved = asked.form(FORM).submit(f"do={change}")

    assert saved.path == f"/{lang}/2020/submit/done"
    assert change.removeprefix("change-") in saved.text
    assert _titles(app) == ["Читање у великом парку"]


def test_saved_changes_are_told(browser: Browser) -> None:
    first = _paper(browser).submit("do=send")
    asked = _paper(browser, title_sr="Читање у великом парку").submit("do=send", status=422)

    saved = asked.form(FORM).submit(f"do={_choices(asked)[0]}")
    same = _paper(browser, title_sr="Читање у великом парку").submit("do=send")

    words = "Your changes are saved."
    assert (words in first.text, words in saved.text, words in same.text) == (False, True, False)


def test_a_changed_word_may_be_another_paper_too_with_its_file(app: Flask, browser: Browser) -> None:
    _paper(browser).submit("do=send")
    asked = _paper(browser, title_sr="Читање у великом парку").fill(file=(PDF, "рад.pdf")).submit("do=send", status=422)
    form = asked.form(FORM)

    for _press in range(2):
        page = form.submit(f"do={_choices(asked)[1]}")

    assert "рад.pdf" in asked.text
    assert _titles(app) == ["Читање у парку", "Читање у великом парку"]
    assert page.path == "/en/2020/submit/done"
    with app.app_context():
        assert [(row.name, row.upload_key) for row in db.session.scalars(select(StoredFile))] == [("рад.pdf", None)]


def test_sending_again_without_an_answer_asks_again(app: Flask, browser: Browser) -> None:
    _paper(browser).submit("do=send")
    asked = _paper(browser, title_sr="Читање у великом парку").submit("do=send", status=422)

    assert asked.soup.select("main form button")[0]["value"] == "send"
    assert _choices(asked.form(FORM).submit("do=send", status=422)) == _choices(asked)
    assert len(_titles(app)) == 1


def test_another_paper_from_the_same_browser_is_taken_without_a_question(app: Flask, browser: Browser) -> None:
    _paper(browser).submit("do=send")

    page = _paper(browser, title_sr="Музеј и школа", abstract_sr="Слике путују.").submit("do=send")

    assert (page.path, _titles(app)) == ("/en/2020/submit/done", ["Читање у парку", "Музеј и школа"])


def test_a_stranger_changes_nothing_by_naming_a_code(app: Flask, browser: Browser) -> None:
    _paper(browser).submit("do=send")
    with app.app_context():
        code = db.session.scalars(select(Submission.code)).one()

    _paper(Browser(app), title_sr="Туђи наслов").submit(f"do=change-{code}")

    assert _titles(app) == ["Читање у парку", "Туђи наслов"]


def test_what_is_wrong_by_the_time_of_the_answer_is_led_to_and_nothing_is_saved(app: Flask, browser: Browser) -> None:
    _paper(browser).submit("do=send")
    asked = _paper(browser, title_sr="Читање у великом парку").submit("do=send", status=422)

    wrong = form_of(browser, "authors").fill({"authors-0-email": "ljubica@"}).submit("do=send", status=422)

    page = asked.form(FORM).submit(f"do={_choices(asked)[0]}")

    assert wrong.errors() == ["Enter the whole e-mail address, such as name@example.org"]
    assert (page.path, page.form(FORM).values["authors-0-email"]) == (address("authors"), ["ljubica@"])
    assert (form_of(browser, "abstract").values["title_sr"], _titles(app)) == (["Читање у великом парку"], ["Читање у парку"])


@pytest.mark.parametrize("lang", LANGS)
def test_other_days_of_the_same_person_are_saved_to_the_registration(app: Flask, browser: Browser, lang: str) -> None:
    _person(browser, lang).submit()

    page = _person(browser, lang, days=["2020-10-03"]).submit()

    assert page.path == f"/{lang}/2020/register/done"
    with app.app_context():
        made = db.session.scalars(select(Registration)).one()
        assert (made.code in page.text, [row.day.isoformat() for row in made.days]) == (True, ["2020-10-03"])


@pytest.mark.parametrize("lang", LANGS)
def test_a_mended_address_is_asked_about_and_saved_to_the_registration(app: Flask, browser: Browser, lang: str) -> None:
    _person(browser, lang, email="ljubica@exmple.org").submit()

    asked = _person(browser, lang).submit(status=422)

    assert _kept_of_person(browser, lang) == typed()
    assert _people(app) == [("Љубица", "ljubica@exmple.org")]

    asked.form(FORM).submit(f"do={_choices(asked)[0]}")

    assert _people(app) == [("Љубица", "ljubica@example.org")]


def test_a_colleague_at_the_same_address_is_registered_beside(app: Flask, browser: Browser) -> None:
    _person(browser).submit()
    asked = _person(browser, given_name="Петар").submit(status=422)

    for _press in range(2):
        asked.form(FORM).submit(f"do={_choices(asked)[1]}")

    assert _people(app) == [("Љубица", "ljubica@example.org"), ("Петар", "ljubica@example.org")]


def test_a_stranger_changes_no_registration_by_naming_a_code(app: Flask, browser: Browser) -> None:
    _person(browser).submit()
    with app.app_context():
        code = db.session.scalars(select(Registration.code)).one()

    page = _person(Browser(app), given_name="Петар", email="petar@example.org").submit(f"do=change-{code}")

    assert code not in page.text
    assert _people(app) == [("Љубица", "ljubica@example.org"), ("Петар", "petar@example.org")]


@pytest.mark.parametrize("brings_file", [False, True])
def test_a_stranger_who_sends_the_same_words_may_change_nothing(app: Flask, browser: Browser, brings_file: bool) -> None:
    file = {"file": (PDF, "рад.pdf")} if brings_file else {}
    _paper(browser).fill(**file).submit("do=send")
    with app.app_context():
        code = db.session.scalars(select(Submission.code)).one()
    stranger = Browser(app)

    done = _paper(stranger).fill(**file).submit("do=send")
    _paper(stranger, title_sr="Туђи наслов").submit(f"do=change-{code}")
    asked = _paper(browser, title_sr="Читање у великом парку").submit("do=send", status=422)

    assert (done.path, done.h1, code in done.text) == ("/en/2020/submit/done", "Your submission has arrived", True)
    assert _titles(app) == ["Читање у парку", "Туђи наслов"]
    assert _choices(asked)[0] == f"change-{code}"


def test_the_same_words_without_the_file_are_not_the_same_from_elsewhere(app: Flask, browser: Browser) -> None:
    _paper(browser).fill(file=(PDF, "рад.pdf")).submit("do=send")

    _paper(browser).submit("do=send")
    _paper(Browser(app)).submit("do=send")

    assert _titles(app) == ["Читање у парку"] * 2


def test_the_page_that_was_pressed_twice_gives_its_browser_the_right_to_change(app: Flask, browser: Browser) -> None:
    form = to_check(browser).form(FORM)
    form.submit()
    form.submit()

    asked = _paper(browser, title_sr="Читање у великом парку").submit("do=send", status=422)
    asked.form(FORM).submit(f"do={_choices(asked)[0]}")

    assert _titles(app) == ["Читање у великом парку"]


def test_a_stranger_who_registers_with_the_same_words_may_change_nothing(app: Flask, browser: Browser) -> None:
    _person(browser).submit()
    with app.app_context():
        code = db.session.scalars(select(Registration.code)).one()
    stranger = Browser(app)

    _person(stranger).submit(status=422)
    _person(stranger, email="stranger@example.org").submit(f"do=change-{code}")

    assert _people(app) == [("Љубица", "ljubica@example.org"), ("Љубица", "stranger@example.org")]
