"""Whatever somebody sends is one transaction: all of it is kept, or nothing."""

from collections.abc import Callable

import pytest
from flask import Flask

from biblionet_reg.queries import editions
from tests import submitting
from tests.factories import make_block, make_slot
from tests.pages import Browser
from tests.registrations import typed
from tests.statements import transactions
from tests.walking import FORM, Walk

WHOLE = ["begin", "commit"]
REGISTER, SUBMIT = "/sr/2020/register", "/sr/2020/submit"


def sent(app: Flask, browser: Browser, way: Walk, address: str) -> tuple[int, list[str]]:
    """Fill the page at `address` and send it; return the answer's status and what transactions it took."""
    page = way.check() if address.endswith("/check") else way.browser.get(address)
    form = page.form(FORM)
    form.fill({name: value for name, value in way.answers.items() if name in form.names()})
    with transactions(app) as ran:
        answer = browser.client.post(address, data=form.values)
    return answer.status_code, ran


@pytest.mark.parametrize("page", ["", "/coming", "/check"])
def test_each_page_of_a_registration_is_one_transaction(app: Flask, browser: Browser, page: str) -> None:
    way = Walk(browser, REGISTER).fill(typed())

    assert sent(app, browser, way, REGISTER + page) == (302, WHOLE)


@pytest.mark.parametrize("page", ["", "/abstract", "/authors", "/partners", "/file", "/check"])
def test_each_page_of_a_submission_is_one_transaction(app: Flask, browser: Browser, page: str) -> None:
    way = Walk(browser, SUBMIT).fill(submitting.ANSWERS)

    assert sent(app, browser, way, SUBMIT + page) == (302, WHOLE)


@pytest.mark.parametrize(("page", "fields"), [("/register/keep/you", typed()), ("/submit/keep/paper", submitting.ANSWERS)])
def test_what_is_kept_while_it_is_typed_is_one_transaction(app: Flask, browser: Browser, page: str, fields: dict[str, object]) -> None:
    start = page.partition("/keep")[0]
    token = browser.get(f"/sr/2020{start}").form(FORM).values["csrf_token"]

    with transactions(app) as ran:
        answer = browser.client.post(f"/sr/2020{page}", data={**fields, "csrf_token": token})

    assert (answer.status_code, ran) == (200, WHOLE)


def test_a_slot_with_other_words_and_another_time_is_one_transaction(app: Flask, staff: Callable[..., Browser]) -> None:
    with app.app_context():
        edition = editions.by_slug("2020")
        assert edition is not None
        key = make_slot(make_block(edition), None, "10:00", title="Поздравна реч").key
    chair = staff("chair")
    form = chair.get(f"/en/2020/organiser/programme/slots/{key}/edit").form().fill({"title-en": "Greeting"}, minutes="5")

    with transactions(app) as ran:
        answer = chair.client.post(f"/en/2020/organiser/programme/slots/{key}/edit", data=form.values)

    assert (answer.status_code, ran) == (302, WHOLE)
