"""The registration form as people fill it, and as they should not; what comes of its being several pages: test_register_pages."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from biblionet_reg import clock
from biblionet_reg.domain.language import Lang
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.letter import Letter
from biblionet_reg.models.registration import Consent, Registration
from biblionet_reg.queries import editions
from tests.pages import Browser, Page
from tests.registrations import registered, typed
from tests.walking import FORM as FLOW
from tests.walking import Walk

FORM = "/en/2020/register"
COMING = f"{FORM}/coming"
CHECK = f"{FORM}/check"


def _rows(app: Flask) -> list[Registration]:
    with app.app_context():
        return list(db.session.scalars(select(Registration).order_by(Registration.id)))


def _set(app: Flask, **changes: Any) -> None:
    with app.app_context():
        edition = editions.by_slug("2020")
        assert isinstance(edition, Edition)
        for name, value in changes.items():
            setattr(edition, name, value)
        db.session.commit()


def _now(app: Flask) -> Any:
    with app.app_context():
        return clock.now()


def _filled(browser: Browser, path: str = FORM, **changes: Any) -> Walk:
    return Walk(browser, path).fill(typed(**changes))


def _kept(browser: Browser) -> dict[str, list[str]]:
    """Return what stands on the pages of the form when they are opened again."""
    pages = [browser.get(path).form(FLOW).values for path in (FORM, COMING)]
    return {name: values for page in pages for name, values in page.items() if name != "csrf_token"}


def _listed(answers: dict[str, Any]) -> dict[str, list[str]]:
    return {name: value if isinstance(value, list) else [value] for name, value in answers.items()}


@pytest.mark.parametrize("lang", [lang.value for lang in Lang])
def test_registering_leads_to_the_code_and_a_letter(app: Flask, browser: Browser, lang: str) -> None:
    done = _filled(browser, f"/{lang}/2020/register").submit()

    (made,) = _rows(app)
    assert done.path == f"/{lang}/2020/register/done"
    assert made.code in done.text
    assert "ljubica@example.org" in done.text
    assert (made.language.value, made.given_name) == (lang, "Љубица")
    with app.app_context():
        assert [letter.language.value for letter in db.session.scalars(select(Letter))] == [lang]


def test_a_known_library_is_chosen_by_its_place(app: Flask, browser: Browser) -> None:
    page = browser.get(FORM)
    option = next(option for option in page.soup.select("#institution option") if option.text.startswith("Vranje:"))

    _filled(browser, institution=option["value"], institution_name="", institution_place="", institution_kind="").submit()

    (made,) = _rows(app)
    assert (made.institution_name, made.institution_place) == ("Јавна библиотека „Бора Станковић“", "Врање")
    assert made.institution_id is not None


def test_libraries_stand_in_the_order_of_the_script_shown(browser: Browser) -> None:
    cyrillic, latin = (
        [option.text.split(":")[0] for option in browser.get(f"/{lang}/2020/register").soup.select("#institution option")[1:]]
        for lang in ("sr", "sr-Latn")
    )

    assert cyrillic.index("Зајечар") < cyrillic.index("Крагујевац") < cyrillic.index("Лесковац") < cyrillic.index("Чачак")
    assert latin.index("Čačak") < latin.index("Kragujevac") < latin.index("Leskovac") < latin.index("Zaječar")


def test_nothing_is_ticked_beforehand_and_consents_are_kept_with_their_words(app: Flask, browser: Browser) -> None:
    page = browser.get(COMING)
    assert page.soup.select("input[type=checkbox][checked]") == []
    words = page.soup.select_one("label[for=consent_photos]").text

    _filled(browser, consent_photos="y", consent_needs="y", dietary_needs="без ораха").submit()

    with app.app_context():
        given = {consent.purpose.value: (consent.wording, consent.language) for consent in db.session.scalars(select(Consent))}
        assert given.keys() == {"photos", "needs"}
        assert given["photos"] == (words, Lang.EN)
    assert _rows(app)[0].dietary_needs == "без ораха"


@pytest.mark.parametrize(
    ("path", "sentences"),
    [
        (
            FORM,
            [
                "Enter the given name",
                "Enter the family name",
                "Enter the e-mail address",
                "Choose the institution from the list, or type its name below it",
                "Choose the role at the meeting",
            ],
        ),
        (COMING, ["Choose at least one day"]),
    ],
)
def test_an_empty_page_says_what_to_do_beside_each_field(app: Flask, browser: Browser, path: str, sentences: list[str]) -> None:
    page = browser.get(path).form(FLOW).submit(status=422)

    assert page.errors() == sentences
    assert page.soup.title.text.startswith("Error:")
    assert all(page.soup.select(link["href"]) for link in page.soup.select("[data-error-summary] a"))
    assert _rows(app) == []


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"given_name": "Љ" * 101}, "Given name must be 100 characters or fewer"),
        ({"family_name": "\u200b \u200e"}, "Enter the family name"),
        ({"badge_name": "Љ" * 121}, "Name on the badge must be 120 characters or fewer"),
        ({"email": "ljubica"}, "Enter the whole e-mail address, such as name@example.org"),
        ({"email": "a@b@example.org"}, "Enter the whole e-mail address, such as name@example.org"),
        ({"email": f"{'a' * 260}@example.org"}, "E-mail address must be 254 characters or fewer"),
        ({"institution_name": "Б" * 201}, "Name of the institution must be 200 characters or fewer"),
        ({"institution_place": "Б" * 101}, "Place must be 100 characters or fewer"),
        ({"institution_kind": ""}, "Choose the kind of institution"),
        ({"professional_title": "б" * 121}, "Professional title must be 120 characters or fewer"),
        ({"dietary_needs": "б" * 1001, "consent_needs": "y"}, "What you write about food must be 1,000 characters or fewer"),
        (
            {"access_needs": "рампа"},
            "You wrote about food or access. Agree that we keep it, or delete what you wrote: it is kept only with your agreement.",
        ),
        (
            {"meals": ["day-3-lunch"]},
            "You chose a meal on 3 October 2020, but not the day itself. Choose the day or leave the meal out.",
        ),
    ],
)
def test_a_wrong_answer_is_told_and_nothing_typed_is_lost(app: Flask, browser: Browser, changes: dict[str, Any], sentence: str) -> None:
    page = _filled(browser, **changes).submit(status=422)

    shown = page.form(FLOW).values
    others = {name: value for name, value in _listed(typed(**changes)).items() if name not in changes}
    assert sentence in page.errors()
    assert {name: shown[name] for name in others if name in shown} == {name: others[name] for name in others if name in shown}
    assert {name: _kept(browser)[name] for name in others if page.path == COMING or name in shown} == {
        name: others[name] for name in others if page.path == COMING or name in shown
    }
    assert _rows(app) == []


def test_choosing_and_typing_an_institution_is_told(browser: Browser) -> None:
    page = browser.get(FORM)
    known = page.soup.select("#institution option")[1]["value"]

    again = _filled(browser, institution=known).submit(status=422)

    assert again.errors() == ["You chose an institution from the list and typed another one: leave only one of them"]
    assert again.form(FLOW).values["institution"] == [known]


@pytest.mark.parametrize("name", ["institution", "institution_kind", "role", "days", "meals", "language"])
def test_a_value_the_page_did_not_offer_is_refused(app: Flask, browser: Browser, name: str) -> None:
    page = _filled(browser, **{name: ["organiser" if name == "role" else "1999-12-31\x00'; --"]}).submit(status=422)

    assert page.errors()
    assert _rows(app) == []


def test_a_field_sent_twice_or_not_at_all_is_no_fault_of_ours(app: Flask, browser: Browser) -> None:
    for path in (FORM, COMING):
        browser.post(path, {"csrf_token": browser.get(path).form(FLOW).values["csrf_token"]}, status=422)

    _filled(browser, language="en", given_name=["Ана", "Петар"], days=["2020-10-01", "2020-10-01"]).submit()

    assert _rows(app)[0].given_name == "Ана"


def test_markup_emoji_and_apostrophes_are_kept_and_shown_literally(app: Flask, browser: Browser) -> None:
    page = _filled(browser, given_name="<b>Seán</b> 📚", family_name="O’Brien-D'Arc & Co").submit()

    (made,) = _rows(app)
    assert (made.given_name, made.family_name) == ("<b>Seán</b> 📚", "O’Brien-D'Arc & Co")
    assert "<b>Seán</b> 📚 O’Brien-D'Arc & Co" in page.text
    assert page.soup.select("main b") == []


def test_controls_and_direction_marks_are_removed_and_text_is_composed(app: Flask, browser: Browser) -> None:
    _filled(browser, given_name="\u202eA\x00na\r\nMarija\u200f", family_name="Petrovic\u0301").submit()

    (made,) = _rows(app)
    assert (made.given_name, made.family_name) == ("Ana Marija", "Petrović")


@pytest.mark.parametrize("key", ["", "not a key", "x" * 5000, "\x00"])
def test_a_tampered_form_key_counts_for_nothing(app: Flask, browser: Browser, key: str) -> None:
    _filled(browser).check().form(FLOW).fill(form_key=key).submit()

    assert str(uuid.UUID(_rows(app)[0].form_key)) == _rows(app)[0].form_key


def test_sending_twice_and_the_back_button_make_one_registration(app: Flask, browser: Browser) -> None:
    form = _filled(browser).check().form(FLOW)

    pages = [form.submit() for _time in range(3)]

    assert len(_rows(app)) == 1
    assert {page.path for page in pages} == {"/en/2020/register/done"}
    assert len({page.text for page in pages}) == 1


def test_going_back_and_changing_an_answer_changes_the_registration(app: Flask, browser: Browser) -> None:
    first = _filled(browser).submit()

    page = _filled(browser, days=["2020-10-03"]).submit()

    (made,) = _rows(app)
    assert (made.code in first.text, made.code in page.text, "Your changes are saved." in page.text) == (True, True, True)
    with app.app_context():
        assert len(db.session.scalars(select(Letter)).all()) == 2


def test_who_is_registered_from_elsewhere_is_told_to_use_the_link(app: Flask, browser: Browser) -> None:
    _filled(browser).submit()

    page = _filled(Browser(app), days=["2020-10-03"]).submit(status=422)

    assert page.errors() == [
        (
            "Somebody with this name and e-mail address is registered already. "
            "We have sent the personal link to that address again: use it to see or change the registration."
        )
    ]
    assert "3 October 2020" in page.text
    with app.app_context():
        assert len(db.session.scalars(select(Letter)).all()) == 2


def test_ten_posts_of_one_form_at_once_land_on_the_same_page(app: Flask, browser: Browser) -> None:
    form = _filled(browser).check().form(FLOW)
    cookies = [browser.client.get_cookie(name) for name in ("session", "draft")]

    def send(_number: int) -> tuple[int, str]:
        client = app.test_client()
        for cookie in cookies:
            assert cookie is not None
            client.set_cookie(cookie.key, cookie.value)
        answer = client.post(CHECK, data={name: list(value) for name, value in form.values.items()})
        return answer.status_code, answer.headers["Location"]

    with ThreadPoolExecutor(10) as threads:
        answers = set(threads.map(send, range(10)))

    assert answers == {(302, "/en/2020/register/done")}
    assert len(_rows(app)) == 1


@pytest.mark.parametrize("path", [FORM, COMING, CHECK])
def test_an_expired_token_loses_nothing(app: Flask, browser: Browser, path: str) -> None:
    if path == CHECK:
        form = _filled(browser).check().form(FLOW)
    else:
        form = browser.get(path).form(FLOW)
        form.fill({name: value for name, value in typed().items() if name in form.names()})
    form.values["csrf_token"] = ["expired"]

    page = form.submit(status=422)

    again = page.form(FLOW)
    assert page.errors() == ["This page was open for too long. Your answers are still here: check them and send the form again."]
    assert {name: again.values[name] for name in form.values} == form.values | {"csrf_token": again.values["csrf_token"]}
    assert _rows(app) == []

    Walk(browser, again.submit()).fill(
        {name: value for name, value in typed().items() if name not in form.names() and path != CHECK}
    ).submit()

    assert len(_rows(app)) == 1


@pytest.mark.parametrize(
    ("reason", "h1", "says", "error"),
    [
        (
            "not_yet",
            "Registration is not open yet",
            "Registration opens on 18 August 2020 at 09:0",
            "It is too early: this is not open yet.",
        ),
        (
            "over",
            "Registration is over",
            "Registration closed on 16 August 2020 at 09:0",
            "The deadline has passed, so this cannot be sent any more.",
        ),
        ("full", "Every place is taken", "There is 1 place, and it is taken.", "Every place is taken."),
        (
            "closed",
            "This meeting is closed",
            "nothing in it can be changed any more",
            "This edition is closed: nothing in it can be changed.",
        ),
    ],
)
def test_when_nothing_can_be_registered_a_page_says_why(app: Flask, browser: Browser, reason: str, h1: str, says: str, error: str) -> None:
    check = _filled(browser, given_name="Петар").check().form(FLOW)
    page = browser.get(COMING).form(FLOW).fill(days=["2020-10-03"])
    day, now = timedelta(days=1), _now(app)
    match reason:
        case "not_yet":
            _set(app, registration_opens_at=now + day)
        case "over":
            _set(app, registration_closes_at=now - day)
        case "full":
            registered(app)
            _set(app, participant_limit=1)
        case _:
            _set(app, closed_at=now, closed_by="test")
    before = len(_rows(app))

    sent, typed_on, asked = check.submit(status=422), page.submit(status=422), browser.get(FORM)

    assert asked.h1 == h1
    assert [one.errors() for one in (sent, typed_on)] == [[error], [error]]
    assert all("You are not registered. Everything you typed is still below" in one.text for one in (sent, typed_on))
    assert all(words in sent.text for words in ("Petar Đorđević", "ljubica@example.org", "Dom kulture „Trg“", "2 October 2020"))
    assert typed_on.form(FLOW).values["days"] == ["2020-10-03"]
    assert says in asked.text
    assert asked.soup.select(FLOW) == []
    assert len(_rows(app)) == before


def test_the_page_after_registering_is_neutral_for_others(app: Flask, browser: Browser) -> None:
    code, _token = registered(app)

    page = browser.get("/en/2020/register/done")

    assert page.h1 == "Registration"
    assert code not in page.text


def _links(page: Page) -> list[str]:
    return [str(link["href"]) for link in page.soup.select("main a[href]")]


def test_the_form_leads_to_the_privacy_notice_and_to_a_lost_link(browser: Browser) -> None:
    first, second = (_links(browser.get(f"/sr/2020/register{page}")) for page in ("", "/coming"))

    assert "/sr/2020/my/link" in first
    assert "/sr/privacy" in first
    assert "/sr/privacy" in second
