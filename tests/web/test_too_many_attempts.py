"""A guesser of passwords is stopped for a while, with an honest page; who knows the password is not."""

from flask import Flask

from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.domain.rate_limit import LIMITS, Counted
from biblionet_reg.queries import editions
from biblionet_reg.services import accounts
from tests.pages import Browser

_ADDRESS = "203.0.113.7"
_TIMES = LIMITS[Counted.SIGN_IN_ACCOUNT].times


def _browser(app: Flask, address: str = _ADDRESS) -> Browser:
    browser = Browser(app)
    browser.client.environ_base["REMOTE_ADDR"] = address
    return browser


def _with_password(app: Flask) -> None:
    with app.app_context():
        edition = editions.by_slug("2020")
        assert edition is not None
        account = accounts.grant_role("chair@example.org", name="Chair", role=StaffRole.CHAIR, edition=edition, by="test")
        accounts.set_password(account, "права лозинка 2020", by="test")


def _try(browser: Browser, password: str) -> int:
    page = browser.get("/en/account/sign-in")
    form = page.form("main form")
    form.fill({"email": "chair@example.org", "password": password})
    return browser.client.post("/en/account/sign-in", data=form.values).status_code


def test_a_guesser_is_stopped_with_a_page_that_says_until_when(app: Flask) -> None:
    _with_password(app)
    browser = _browser(app)

    statuses = [_try(browser, f"wrong {number}") for number in range(_TIMES)]
    form = browser.get("/en/account/sign-in").form("main form").fill({"email": "chair@example.org", "password": "x"})
    answer = browser.client.post("/en/account/sign-in", data=form.values)
    page = form.submit(status=429)

    assert statuses == [422] * _TIMES
    assert 0 < int(answer.headers["Retry-After"]) <= 900
    assert page.h1 == "Too many attempts in a short time"
    assert "Too many wrong passwords were tried. Wait 15 minutes, or ask an administrator for a one-time link." in page.text


def test_the_owner_at_another_address_is_not_locked_out(app: Flask) -> None:
    _with_password(app)
    guesser = _browser(app)
    for number in range(_TIMES + 1):
        _try(guesser, f"wrong {number}")

    assert _try(_browser(app, "198.51.100.9"), "права лозинка 2020") == 302


def test_the_right_password_begins_to_count_anew(app: Flask) -> None:
    _with_password(app)
    browser = _browser(app)
    for number in range(_TIMES - 1):
        _try(browser, f"wrong {number}")

    assert _try(browser, "права лозинка 2020") == 302
    assert [_try(_browser(app), "wrong") for _number in range(_TIMES)] == [422] * _TIMES
