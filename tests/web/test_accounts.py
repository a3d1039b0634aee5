"""Signing in, the own account, and who has which role."""

import pytest

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.queries import editions
from biblionet_reg.queries.accounts import by_email, roles_in
from biblionet_reg.services import accounts, links
from tests.pages import Browser
from tests.reviewing import account_in, next_edition_of

PASSWORD = "ђурђевак и љиљан"
SIGN_IN = "/en/account/sign-in"
ACCOUNTS = "/en/2020/organiser/accounts"


@pytest.fixture
def ana(app):
    """A chair with a password."""
    with app.app_context():
        account = account_in(editions.by_slug("2020"), StaffRole.CHAIR, "ana@example.org")
        accounts.set_password(account, PASSWORD, by="test")


def sign_in(browser, *, email="ana@example.org", password=PASSWORD, **more):
    return browser.get(SIGN_IN, query=more or None).form().fill(email=email, password=password)


def link_for(app, email):
    with app.app_context():
        return f"/en/account/link/{links.mint_sign_in(by_email(email))}"


def roles_of(app, email):
    with app.app_context():
        account = by_email(email)
        return roles_in(account, editions.by_slug("2020")) if account else None


def test_a_password_opens_the_account_and_signing_out_closes_it(browser, ana):
    home = sign_in(browser, email=" Ana@Example.org ").submit()
    assert home.path.endswith("/account/")
    assert "BiblioNet 2020" in browser.get("/en/account/").text

    left = browser.get("/en/account/").form("header form").submit()

    assert left.path.endswith("/account/sign-in")
    assert "/account/sign-in" in browser.get("/en/account/").path


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"email": ""}, "Enter your e-mail address"),
        ({"password": ""}, "Enter your password"),
        ({"password": "wrong and long enough"}, "The e-mail address or the password is not right. Check both and try again."),
        ({"email": "nobody@example.org"}, "The e-mail address or the password is not right. Check both and try again."),
        ({"email": "a" * 255}, "E-mail address must be 254 characters or fewer"),
        ({"password": "a" * 201}, "Password must be 200 characters or fewer"),
        ({"email": "\x00"}, "Enter your e-mail address"),
    ],
)
def test_a_wrong_sign_in_is_said_without_saying_who_has_an_account(browser, ana, typed, sentence):
    page = sign_in(browser, **typed).submit(status=422)

    assert page.errors() == [sentence]
    assert page.form().values["password"] == [""]


def test_signing_in_goes_on_to_the_page_that_was_asked_for(browser, ana):
    asked = browser.get("/en/2020/organiser/letters?state=sent", follow=True)
    assert asked.h1 == "Staff sign-in"

    arrived = asked.form().fill(email="ana@example.org", password=PASSWORD).submit()

    assert arrived.path == "/en/2020/organiser/letters?state=sent"


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "javascript:alert(1)",
        "evil",
        " //evil.example",
        "/%0d",
    ],
)
def test_signing_in_never_leads_to_another_site(browser, ana, target):
    answer = browser.client.get(SIGN_IN, query_string={"next": target})
    form = browser._page(answer, 200).form().fill(email="ana@example.org", password=PASSWORD)

    page = form.submit(follow=False, status=302)

    assert page.response.headers["Location"] in {"/sr/account/", "/%0d", "/%250d"}


def test_a_visit_takes_nothing_over_from_before(browser, ana):
    with browser.client.session_transaction() as before:
        before["planted"] = "by somebody else"

    sign_in(browser).submit()

    with browser.client.session_transaction() as after:
        assert "planted" not in after


def test_a_link_signs_in_by_a_press_and_only_once(app, browser, ana):
    link = link_for(app, "ana@example.org")
    assert browser.get(link).h1 == "Sign in by your link"
    assert browser.get(link).h1 == "Sign in by your link"
    stranger = Browser(app)
    too_late = stranger.get(link).form()

    assert browser.get(link).form().submit().path == "/sr/account/"

    assert too_late.submit(status=410).h1 == "This link no longer works"
    assert stranger.get(link, status=410).h1 == "This link no longer works"
    assert stranger.get("/en/account/link/unknown", status=410).status == 410


def test_a_one_time_visit_may_set_a_password_without_the_old_one(app, browser, ana):
    browser.get(link_for(app, "ana@example.org")).form().submit()

    page = browser.get("/en/account/password").form("main form").fill(password="нова лозинка").submit()

    assert "Your password is set" in page.text
    assert sign_in(Browser(app), password="нова лозинка").submit().path == "/sr/account/"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"password": "short"}, "Password must be 12 characters or more"),
        ({"password": ""}, "Enter a new password"),
        ({"password": "я" * 201}, "Password must be 200 characters or fewer"),
        ({"current": "not this one at all"}, "This is not your present password. Check it and try again."),
        ({"current": ""}, "Enter your present password"),
    ],
)
def test_a_password_that_will_not_do_is_refused(browser, ana, typed, sentence):
    sign_in(browser).submit()

    page = (
        browser.get("/en/account/password")
        .form("main form")
        .fill({"current": PASSWORD, "password": "дванаест слова", **typed})
        .submit(status=422)
    )

    assert page.errors() == [sentence]


def test_a_new_password_signs_out_every_other_browser(app, browser, ana):
    other = Browser(app)
    for one in (browser, other):
        sign_in(one).submit()

    browser.get("/en/account/password").form("main form").fill(current=PASSWORD, password="дванаест слова").submit()

    assert browser.get("/en/account/").path == "/en/account/"
    assert "/account/sign-in" in other.get("/en/account/").path


def test_the_language_of_the_account_is_where_its_pages_begin(app, browser, ana):
    sign_in(browser).submit()

    page = browser.get("/en/account/").form("main form").fill(language="sr-Latn").submit()

    assert page.path == "/sr-Latn/account/"
    assert sign_in(Browser(app)).submit().path == "/sr-Latn/account/"
    with app.app_context():
        assert by_email("ana@example.org").language is Lang.SR_LATN


def test_the_own_page_offers_only_what_the_roles_open(staff):
    assert [way.text for way in staff("reviewer").get("/en/2020/reviewer/").soup.select(".ways__link")] == ["Reviews"]
    assert "/organiser/registrations" in str(staff("desk").get("/en/account/").soup.select_one(".card a")["href"])


def test_somebody_is_invited_and_the_link_is_shown_once(app, staff):
    administrator = staff("administrator")

    page = (
        administrator.get(f"{ACCOUNTS}/invite")
        .form("main form")
        .fill(name="Ана <b>Ћ</b>", email="Ana@Example.org", roles=["desk", "reviewer"])
        .submit()
    )

    link = page.soup.select_one(".one-time-link").text.strip()
    assert link.startswith("http://localhost/sr/account/link/")
    assert "one-time-link" not in str(administrator.get(ACCOUNTS).soup)
    assert roles_of(app, "ana@example.org") == [StaffRole.REVIEWER, StaffRole.DESK]
    guest = Browser(app)
    guest.get(link.removeprefix("http://localhost")).form().submit()
    assert "Ana <b>Ć</b>" in guest.get("/en/account/").h1


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": " "}, "Enter the person’s name"),
        ({"email": ""}, "Enter the person’s e-mail address"),
        ({"email": "ana"}, "Enter an e-mail address such as name@example.rs"),
        ({"roles": []}, "Choose at least one role"),
        ({"roles": ["king"]}, "Choose from the offered roles"),
        ({"name": "ж" * 201}, "Name must be 200 characters or fewer"),
    ],
)
def test_a_wrong_invitation_is_said_and_what_was_typed_stays(app, staff, typed, sentence):
    filled = {"name": "Ана", "email": "ana@example.org", "roles": ["desk"], **typed}

    page = staff("administrator").get(f"{ACCOUNTS}/invite").form("main form").fill(filled).submit(status=422)

    assert page.errors() == [sentence]
    assert page.form("main form").values["name"] == [filled["name"].strip()]
    assert roles_of(app, "ana@example.org") is None


def test_a_role_is_removed_and_given_back(app, staff):
    administrator = staff("administrator")
    staff("desk")

    page = administrator.get(ACCOUNTS).form("form[action$='remove-role']:has(input[value='desk@example.org'])").submit()
    assert roles_of(app, "desk@example.org") == []

    page.form("form[action$='restore-role']").submit()
    assert roles_of(app, "desk@example.org") == [StaffRole.DESK]


def test_the_last_administrator_stays_and_another_may_go(app, staff):
    administrator = staff("administrator")
    form = administrator.get(ACCOUNTS).form("form[action$='remove-role']")
    assert "This is the last administrator" in form.submit().text

    staff("administrator", email="second@example.org")
    page = form.submit()

    assert page.path == "/en/account/"
    assert roles_of(app, "administrator@example.org") == []
    administrator.get(ACCOUNTS, status=403)


def test_a_fresh_link_is_made_for_staff_of_this_edition_only(app, staff):
    administrator = staff("administrator")
    staff("desk")
    with app.app_context():
        account_in(next_edition_of(editions.by_slug("2020")), StaffRole.ADMINISTRATOR, "boss@example.org")
    page = administrator.get(ACCOUNTS)
    form = page.form("form[action$='accounts/link']:has(input[value='desk@example.org'])")

    assert form.submit().soup.select(".one-time-link")
    form.values["email"] = ["boss@example.org"]
    form.submit(status=404)
    form.values["email"] = ["\x00"]
    form.submit(status=404)


def test_no_link_for_whoever_may_more_than_this_edition(app, staff):
    with app.app_context():
        edition = editions.by_slug("2020")
        account_in(next_edition_of(edition), StaffRole.ADMINISTRATOR, "boss@example.org")
        account_in(edition, StaffRole.DESK, "boss@example.org")
    administrator = staff("administrator")
    page = administrator.get(ACCOUNTS)
    assert page.soup.select("form[action$='accounts/link']:has(input[value='boss@example.org'])") == []
    form = page.form("form[action$='accounts/link']")
    form.values["email"] = ["boss@example.org"]

    form.submit(status=403)

    invited = administrator.get(f"{ACCOUNTS}/invite").form("main form").fill(name="B", email="boss@example.org", roles=["chair"]).submit()
    assert "already has an account and signs in as before" in invited.text
    assert invited.soup.select(".one-time-link") == []


def test_an_unknown_role_or_account_changes_nothing(app, staff):
    administrator = staff("administrator")
    form = administrator.get(ACCOUNTS).form("form[action$='remove-role']")

    for name, value in (("role", "king"), ("email", "nobody@example.org")):
        changed = dict(form.values, **{name: [value]})
        administrator.post(f"{ACCOUNTS}/remove-role", {key: values[0] for key, values in changed.items()}, status=404)

    assert roles_of(app, "administrator@example.org") == [StaffRole.ADMINISTRATOR]
