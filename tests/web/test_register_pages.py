"""The pages of the registration form: what is typed outlives the page, no page is left out, and only what was shown is sent."""

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from biblionet_reg import clock
from biblionet_reg.domain.draft import KEPT_FOR, LIMIT
from biblionet_reg.extensions import db
from biblionet_reg.models.draft import Draft
from biblionet_reg.models.registration import Registration
from biblionet_reg.queries import editions
from tests.pages import Browser, Form, Page
from tests.registrations import typed
from tests.walking import FORM, Walk

YOU = "/en/2020/register"
COMING = f"{YOU}/coming"
CHECK = f"{YOU}/check"
DONE = f"{YOU}/done"
CHANGED = "Your answers were changed in another window. Check them again, then send them."
NEEDS = {"dietary_needs": "без ораха", "access_needs": "рампа"}


def _walk(browser: Browser, path: str = YOU, **changes: Any) -> Walk:
    return Walk(browser, path).fill(typed(**changes))


def _form(browser: Browser, path: str) -> Form:
    return browser.get(path).form(FORM)


def _filled(browser: Browser, path: str, **changes: Any) -> Form:
    form = _form(browser, path)
    return form.fill({name: value for name, value in typed(**changes).items() if name in form.names()})


def _type(browser: Browser, page: str, *, token: str | None = None, status: int = 200, **answers: Any) -> str:
    """Send what is being typed, as the page does by itself; return what it then says."""
    form = _form(browser, YOU if page == "you" else f"{YOU}/{page}")
    data = form.values | {name: [value] for name, value in answers.items()} | ({} if token is None else {"csrf_token": [token]})
    response = browser.client.post(f"{YOU}/keep/{page}", data=data)
    assert response.status_code == status
    return response.get_data(as_text=True)


def _drafts(app: Flask) -> list[dict[str, list[str]]]:
    """Return the answers of every draft that is kept."""
    with app.app_context():
        found: list[dict[str, list[str]]] = []
        for draft in db.session.scalars(select(Draft).order_by(Draft.id)):
            answers: dict[str, list[str]] = {}
            for name, value in draft.answers:
                answers.setdefault(name, []).append(value)
            found.append(answers)
        return found


def _rows(app: Flask) -> list[Registration]:
    with app.app_context():
        return list(db.session.scalars(select(Registration).order_by(Registration.id)))


def _set(app: Flask, **changes: Any) -> None:
    with app.app_context():
        edition = editions.by_slug("2020")
        assert edition is not None
        for name, value in changes.items():
            setattr(edition, name, value)
        db.session.commit()


def _steps(page: Page) -> list[str]:
    """Return the pages as the list of them shows each: a link to one, where one is, or neither."""
    return ["here" if one.has_attr("aria-current") else str(one.get("href", "later")) for one in page.soup.select(".steps__link")]


def test_three_pages_and_three_posts_make_a_registration(app: Flask, browser: Browser) -> None:
    walk = _walk(browser)
    first = walk.page

    done = walk.submit()

    assert [page.path for page in (first, *walk.seen)] == [YOU, COMING, CHECK, DONE]
    assert [_steps(page) for page in (first, *walk.seen[:2])] == [
        ["here", COMING, "later"],
        [YOU, "here", "later"],
        [YOU, COMING, "here"],
    ]
    assert _rows(app)[0].code in done.text


def test_first_page_asks_little_and_the_rest_of_the_name_stands_in_a_closed_part(browser: Browser) -> None:
    page = browser.get(YOU)

    closed = page.soup.select_one("details[data-name-suggestion]:not([open])")
    assert {field["name"] for field in closed.select("input")} == {
        "badge_name",
        "other_given_name",
        "other_family_name",
        "other_badge_name",
    }
    assert page.soup.select("fieldset.field-set") == []


def test_told_name_on_the_badge_opens_its_part(browser: Browser) -> None:
    page = _walk(browser, badge_name="Љуба", email="").submit(status=422)

    assert page.soup.select_one("details[data-name-suggestion]").has_attr("open")


def test_check_page_shows_every_answer_and_leads_to_its_question(browser: Browser) -> None:
    check = _walk(browser, meals=["day-1-lunch"], professional_title="књижничар", consent_photos="y", consent_needs="y", **NEEDS).check()

    for answer in (
        "Љубица Ђорђевић",
        "ljubica@example.org",
        "knjižničar",
        "Participant",
        "Dom kulture „Trg“, Bujanovac",
        "Thursday, 1 October 2020",
        "Lunch, 1 October 2020",
        "bez oraha",
        "rampa",
        "I agree to be photographed",
        "English",
    ):
        assert answer in check.text
    links = [str(link["href"]).partition("#") for link in check.soup.select(".summary-list__change a")]
    pages = {path: browser.get(path).soup for path in (YOU, COMING)}
    assert {path for path, _hash, _field in links} == {YOU, COMING}
    assert [field for path, _hash, field in links if not pages[path].find(id=field)] == []


def test_a_name_on_the_badge_that_is_not_told_is_the_persons_own(browser: Browser) -> None:
    check = _walk(browser).check()

    terms = {row.dt.text: " ".join(row.dd.get_text(" ").split()) for row in check.soup.select(".summary-list__row")}
    assert terms["Name on the badge"] == terms["Given and family name"] == "Ljubica Đorđević Љубица Ђорђевић"


def test_a_change_from_the_check_page_leads_back_to_it(app: Flask, browser: Browser) -> None:
    check = _walk(browser).check()

    again = check.follow("Change – Days").form(FORM).fill(days=["2020-10-03"]).submit()

    assert (again.path, "3 October 2020" in again.text, "2 October 2020" in again.text) == (CHECK, True, False)
    again.form(FORM).submit()
    with app.app_context():
        assert [row.day.isoformat() for row in db.session.scalars(select(Registration)).one().days] == ["2020-10-03"]


@pytest.mark.parametrize("path", [COMING, CHECK])
def test_no_page_can_be_left_out(app: Flask, browser: Browser, path: str) -> None:
    landed = browser.get(CHECK) if path == CHECK else _filled(browser, COMING).submit()

    assert landed.path == YOU
    assert landed.errors() == []
    assert _rows(app) == []


def test_a_page_only_typed_into_is_not_done_and_cannot_be_sent(app: Flask, browser: Browser) -> None:
    token = _form(browser, YOU).values["csrf_token"]
    _filled(browser, YOU).submit()
    _type(browser, "coming", days="2020-10-01")

    sent = browser.post(CHECK, {"csrf_token": token})

    assert (sent.path, sent.form(FORM).values["days"], _rows(app)) == (COMING, ["2020-10-01"], [])


@pytest.mark.parametrize("lang", ["sr", "sr-Latn", "en"])
def test_a_draft_outlives_the_window_and_the_language(browser: Browser, lang: str) -> None:
    _filled(browser, YOU, badge_name="Љуба").submit()
    browser.client.delete_cookie("session")

    again = _form(browser, f"/{lang}/2020/register").values

    assert {name: again[name][0] for name in typed() if name in again} == {name: value for name, value in typed().items() if name != "days"}
    assert again["badge_name"] == ["Љуба"]


def test_a_draft_is_found_by_its_browser_alone_for_as_long_as_it_is_kept(app: Flask, browser: Browser) -> None:
    _filled(browser, YOU).submit()
    cookie = browser.client.get_cookie("draft")
    assert cookie is not None
    stranger = Browser(app)
    stranger.client.set_cookie("draft", "x" * 48)

    assert _form(stranger, YOU).values["given_name"] == [""]
    assert (cookie.http_only, cookie.same_site, cookie.max_age) == (True, "Lax", int(KEPT_FOR.total_seconds()))


@pytest.mark.parametrize("cookie", ["", "x", "ђ", "a b", "'; --", "x" * 3000])
def test_a_tampered_cookie_finds_nothing_and_hinders_nothing(app: Flask, browser: Browser, cookie: str) -> None:
    browser.client.set_cookie("draft", cookie)

    assert _walk(browser).submit().path == DONE
    assert len(_rows(app)) == 1


def test_what_is_typed_is_kept_without_being_checked_or_put_right(app: Flask, browser: Browser) -> None:
    said = _type(browser, "you", given_name="Љубицa", email="no address")

    (kept,) = _drafts(app)
    assert (kept["given_name"], kept["email"], said) == (["Љубицa"], ["no address"], "Saved at 09:00.")
    assert browser.get(YOU).errors() == []
    assert _form(browser, YOU).values["given_name"] == ["Љубицa"]


@pytest.mark.parametrize(("lang", "said"), [("sr", "Сачувано у 09.00."), ("sr-Latn", "Sačuvano u 09.00."), ("en", "Saved at 09:00.")])
def test_when_it_was_kept_is_said_as_the_language_writes_times(browser: Browser, lang: str, said: str) -> None:
    values = _form(browser, f"/{lang}/2020/register").values

    response = browser.client.post(f"/{lang}/2020/register/keep/you", data=values)

    assert (response.get_data(as_text=True), response.mimetype) == (said, "text/plain")


def test_typing_the_same_again_leaves_a_page_done_and_another_word_does_not(browser: Browser) -> None:
    _walk(browser).check()

    _type(browser, "you")
    unchanged = browser.get(CHECK)
    _type(browser, "you", given_name="Петар")
    changed = browser.get(CHECK)

    assert (unchanged.path, changed.path) == (CHECK, YOU)
    assert changed.form(FORM).values["given_name"] == ["Петар"]
    assert changed.form(FORM).submit().path == CHECK


def test_typing_with_an_expired_token_keeps_nothing(app: Flask, browser: Browser) -> None:
    _type(browser, "you", token="expired", status=400, given_name="Ана")

    assert _drafts(app) == []


def test_far_too_much_is_not_said_to_be_kept(app: Flask, browser: Browser) -> None:
    said = _type(browser, "you", given_name="Љ" * LIMIT, status=413)

    assert (said, _drafts(app)) == ("", [])


def test_over_long_answers_are_refused_with_their_limit_and_stand_there(browser: Browser) -> None:
    page = _walk(browser, institution_name="Б" * 5000).submit(status=422)

    assert page.errors() == ["Name of the institution must be 200 characters or fewer"]
    assert page.form(FORM).values["institution_name"] == ["Б" * 5000]
    assert _form(browser, YOU).values["institution_name"] == ["Б" * 5000]


def test_an_expired_token_stores_nothing(app: Flask, browser: Browser) -> None:
    form = _filled(browser, YOU)
    form.values["csrf_token"] = ["expired"]

    page = form.submit(status=422)

    assert page.form(FORM).values["given_name"] == ["Љубица"]
    assert _drafts(app) == []


def test_food_and_access_are_kept_only_with_the_consent(app: Flask, browser: Browser) -> None:
    _type(browser, "coming", **NEEDS)
    refused = _filled(browser, COMING).fill(NEEDS).submit(status=422)
    without = _drafts(app)
    _type(browser, "coming", consent_needs="y", **NEEDS)
    agreed = _drafts(app)

    assert {name: refused.form(FORM).values[name] for name in NEEDS} == {name: [value] for name, value in NEEDS.items()}
    assert [kept.keys() & NEEDS.keys() for kept in without] == [set()]
    assert [{name: kept[name][0] for name in NEEDS} for kept in agreed] == [NEEDS]


def test_nothing_of_the_draft_is_left_after_sending(app: Flask, browser: Browser) -> None:
    _walk(browser, consent_needs="y", **NEEDS).submit()

    assert _drafts(app) == []
    assert {name: _form(browser, COMING).values[name] for name in NEEDS} == {name: [""] for name in NEEDS}


def test_begin_anew_erases_what_was_typed_and_nothing_else(app: Flask, browser: Browser) -> None:
    other = Browser(app)
    for one in (browser, other):
        _filled(one, YOU).submit()

    page = browser.get(COMING).form("main form.kept").submit()

    assert (page.path, page.form(FORM).values["given_name"], page.soup.select("main form.kept")) == (YOU, [""], [])
    assert _form(other, YOU).values["given_name"] == ["Љубица"]


def test_two_windows_fill_one_form(app: Flask, browser: Browser) -> None:
    you, coming = _filled(browser, YOU), _filled(browser, COMING)

    coming.submit()
    check = you.submit()

    assert check.path == CHECK
    assert len(_drafts(app)) == 1


def test_two_windows_that_begin_at_once_begin_one_draft(app: Flask, browser: Browser) -> None:
    form = _form(browser, YOU)
    session = browser.client.get_cookie("session")
    assert session is not None

    for name in ("Ана", "Ева"):
        client = app.test_client()
        client.set_cookie("session", session.value)
        client.post(f"{YOU}/keep/you", data=form.values | {"given_name": [name]})

    assert [kept["given_name"] for kept in _drafts(app)] == [["Ева"]]


def test_what_another_window_changed_is_shown_before_it_is_sent(app: Flask, browser: Browser) -> None:
    stale = _walk(browser).check().form(FORM)
    _form(browser, YOU).fill(given_name="Петар").submit()

    shown = stale.submit(status=422)

    assert (shown.errors(), "Petar Đorđević" in shown.text, _rows(app)) == ([CHANGED], True, [])
    shown.form(FORM).submit()
    assert [row.given_name for row in _rows(app)] == ["Петар"]


def test_pressing_twice_at_once_leads_to_the_same_code_without_the_first_answer(app: Flask, browser: Browser) -> None:
    form = _walk(browser).check().form(FORM)
    before = [browser.client.get_cookie(name) for name in ("session", "draft")]
    form.submit()
    for cookie in before:
        assert cookie is not None
        browser.client.set_cookie(cookie.key, cookie.value)

    second = form.submit()

    (made,) = _rows(app)
    assert (second.path, made.code in second.text) == (DONE, True)


def test_a_check_page_whose_answers_were_erased_sends_nothing_and_says_so(app: Flask, browser: Browser) -> None:
    stale = _walk(browser).check().form(FORM)
    browser.get(COMING).form("main form.kept").submit()

    page = stale.submit()

    assert (page.path, _rows(app)) == (YOU, [])
    assert "What you typed here before is no longer kept: it was sent or erased. Nothing was sent now." in page.text


def test_a_draft_nobody_touched_for_two_weeks_is_gone(app: Flask, browser: Browser) -> None:
    _walk(browser).check()
    with app.app_context():
        db.session.scalars(select(Draft)).one().updated_at = clock.now() - KEPT_FOR
        db.session.commit()

    page = browser.get(CHECK)

    assert (page.path, page.form(FORM).values["given_name"]) == (YOU, [""])


def test_the_page_says_until_when_the_draft_is_kept(browser: Browser) -> None:
    before = browser.get(YOU).soup.select("main form.kept")

    page = _filled(browser, YOU).submit()

    assert before == []
    assert "What you typed is kept for this browser until 31 August 2020 at 09:00." in page.text


def test_an_answer_that_is_no_longer_offered_is_led_to_and_not_sent(app: Flask, browser: Browser) -> None:
    stale = _walk(browser, meals=["day-1-lunch", "day-2-lunch"]).check().form(FORM)
    with app.app_context():
        edition = editions.by_slug("2020")
        assert edition is not None
        edition.meals = [meal for meal in edition.meals if meal.code != "day-1-lunch"]
        db.session.commit()

    opened, sent = browser.get(CHECK), stale.submit(status=422)

    for page in (opened, sent):
        assert [str(link["href"]) for link in page.soup.select("[data-error-summary] a")] == [f"{COMING}#meals-0"]
        assert page.soup.select("main form[data-flow] button") == []
    assert _rows(app) == []
    assert _is_shown(browser.get(COMING), "meals-0")
    assert _form(browser, COMING).fill(meals=["day-2-lunch"]).submit().path == CHECK


def test_a_form_that_closed_meanwhile_shows_why_and_offers_to_erase(app: Flask, browser: Browser) -> None:
    _filled(browser, YOU).submit()
    with app.app_context():
        now = clock.now()
    _set(app, registration_closes_at=now - timedelta(minutes=1))

    page = browser.get(COMING)

    assert page.h1 == "Registration is over"
    assert page.form("main form.kept").submit().h1 == "Registration is over"
    assert _drafts(app) == []


def test_each_edition_and_each_form_has_a_draft_of_its_own(app: Flask, browser: Browser) -> None:
    _filled(browser, YOU).submit()

    browser.get("/en/2020/submit").form(FORM).submit(status=422)
    browser.get(YOU).form("main form.kept").submit()

    assert [kept.keys() >= {"kind", "subtopic"} for kept in _drafts(app)] == [True]


def test_what_happens_next_is_told(browser: Browser) -> None:
    done = _walk(browser).submit()

    steps = [" ".join(item.get_text(" ").split()) for item in done.soup.select("main ol li")]
    letter = "A letter with your personal link is on its way to ljubica@example.org. If it does not arrive, check your spam folder first."
    assert steps[0] == f"{letter} Get your personal link again"
    assert steps[-1] == "Your badge waits for you at the venue on 1 October 2020."
    assert done.soup.select_one("main a[href^='mailto:']") is not None


def test_way_back_keeps_what_is_typed_without_a_fault_told(browser: Browser) -> None:
    _filled(browser, YOU).submit()
    stay = browser.get(COMING).form(FORM).fill(days=["2020-10-02"], meals=["day-1-lunch"])

    before = stay.submit("do=back")

    assert (before.h1, before.errors()) == ("About you", [])
    assert browser.get(COMING).form(FORM).values["meals"] == ["day-1-lunch"]
    assert browser.get(YOU).form(FORM).fill(given_name="").submit("do=back").path == "/en/2020/"
    assert browser.get(YOU).form(FORM).values["given_name"] == [""]


def test_way_back_waits_for_the_consent_without_which_needs_are_not_kept(browser: Browser) -> None:
    _filled(browser, YOU).submit()

    page = browser.get(COMING).form(FORM).fill(days=["2020-10-02"], dietary_needs="без ораха").submit("do=back", status=422)

    assert page.h1 == "Your stay"
    assert page.form(FORM).values["dietary_needs"] == ["без ораха"]


def test_each_page_says_which_step_it_is(browser: Browser) -> None:
    pages = [browser.get(YOU), _filled(browser, YOU).submit(), _walk(browser).check()]

    said = [page.soup.select_one(".steps__now").text for page in pages]

    assert said == ["Step 1 of 3", "Step 2 of 3", "Step 3 of 3"]


def _is_shown(page: Page, target: str) -> bool:
    """Say whether an answer stands where styles show it: under a day with something ticked, or in a question told to be wrong."""
    found = page.soup.find(id=target)
    day = found.find_parent(class_="day-choice") if found else None
    return bool(day and (day.select("[checked]") or day.find_parent(class_="field--wrong")))


def test_a_meal_without_its_day_is_led_to(browser: Browser) -> None:
    _filled(browser, YOU).submit()

    page = _form(browser, COMING).fill(days=["2020-10-01"], meals=["day-2-lunch"]).submit(status=422)

    (link,) = page.soup.select("[data-error-summary] a")
    target = str(link["href"]).removeprefix("#")
    assert (page.soup.find(id=target)["value"], _is_shown(page, target)) == ("day-2-lunch", True)
    assert [tick["value"] for tick in page.soup.select("[aria-invalid=true]")] == [
        tick["value"] for tick in page.soup.select("[name=meals]")
    ]


@pytest.mark.parametrize(("days", "meals"), [(["2020-10-02"], []), (["2020-10-01", "2020-10-02"], ["day-2-lunch"])])
def test_the_way_to_change_the_meals_leads_to_those_that_show(browser: Browser, days: list[str], meals: list[str]) -> None:
    _walk(browser, days=days, meals=meals).check()

    page = browser.get(COMING)

    (first,) = page.soup.select("#meals")
    assert (first.name, _is_shown(page, "meals")) == ("fieldset", True)
    assert first.find_parent(class_="day-choice").select_one("[name=days]")["value"] == days[0]


def test_meals_stand_under_their_day(browser: Browser) -> None:
    _filled(browser, YOU).submit()

    days = browser.get(COMING).soup.select(".day-choice")

    assert [(day.select_one("[name=days]")["value"], len(day.select("[name=meals]"))) for day in days] == [
        ("2020-10-01", 3),
        ("2020-10-02", 3),
        ("2020-10-03", 2),
    ]
