"""`flask account create`."""

import pytest
from flask import Flask

from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.queries import editions
from biblionet_reg.queries.accounts import by_email, roles_in
from tests.pages import Browser


def run(app, *args):
    return app.test_cli_runner().invoke(args=["account", "create", *args])


def test_the_printed_link_opens_the_new_account_once(app: Flask):
    result = run(app, "Ana@example.org", "--role", "chair", "--name", "Ана Ћурчић")

    assert result.exit_code == 0
    (address,) = result.output.split()
    assert address.startswith("http://localhost/sr/account/link/")
    browser = Browser(app)
    browser.get(address.removeprefix("http://localhost")).form().submit()
    assert browser.get("/sr/account/").h1 == "Ана Ћурчић"
    with app.app_context():
        assert roles_in(by_email("ana@example.org"), editions.by_slug("2020")) == [StaffRole.CHAIR]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["ana", "--role", "chair"], "is not an e-mail address"),
        (["ana@example.org", "--role", "king"], "'king' is not one of"),
        (["ana@example.org"], "Missing option '--role'"),
        (["ana@example.org", "--role", "chair", "--edition", "1999"], "There is no edition “1999”"),
    ],
)
def test_a_wrong_call_prints_one_clear_error(app, args, words):
    result = run(app, *args)

    assert result.exit_code != 0
    assert words in result.output
    with app.app_context():
        assert by_email("ana@example.org") is None
