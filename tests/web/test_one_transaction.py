"""Whatever somebody sends is one transaction: all of it is kept, or nothing."""

from collections.abc import Callable
from io import BytesIO

import pytest
from flask import Flask
from sqlalchemy import select

from biblionet_reg.domain.letter import LinkScope
from biblionet_reg.extensions import db
from biblionet_reg.models.stored_file import StoredFile
from biblionet_reg.queries import editions
from biblionet_reg.services import files, links, submissions
from tests import submitting
from tests.factories import make_block, make_slot
from tests.pages import Browser
from tests.registrations import typed
from tests.statements import transactions
from tests.submissions import PDF, answers
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


def _with_file(way: Walk, name: str) -> None:
    """Answer up to the page of the file, and choose one there."""
    way.check()
    form = way.browser.get(f"{SUBMIT}/file").form(FORM)
    form.fill(file=(PDF, name)).submit(status=(200, 302))


def test_a_file_is_one_transaction_with_the_page_that_brings_it(app: Flask, browser: Browser) -> None:
    way = Walk(browser, SUBMIT).fill(submitting.ANSWERS)
    way.check()
    sent_with = [{**browser.get(f"{SUBMIT}/file").form(FORM).values, "file": (BytesIO(PDF), name)} for name in ("први.pdf", "други.pdf")]

    ran = []
    for data in sent_with:
        with transactions(app) as of_one:
            answer = browser.client.post(f"{SUBMIT}/file", data=data)
        ran.append((answer.status_code, of_one))

    assert ran == [(302, WHOLE)] * 2
    assert _files(app) == ["други.pdf"]


@pytest.mark.parametrize(("path", "more"), [("/submit/anew", {}), ("/submit/file", {"do": "remove-file"}), ("/upload", {"file": b"other"})])
def test_a_file_goes_or_is_replaced_in_one_transaction(app: Flask, browser: Browser, path: str, more: dict[str, object]) -> None:
    _with_file(Walk(browser, SUBMIT).fill(submitting.ANSWERS), "рад.pdf")
    data = {**browser.get(f"{SUBMIT}/file").form(FORM).values, **more}
    if "file" in more:
        data["file"] = (BytesIO(PDF), "други.pdf")

    with transactions(app) as ran:
        answer = browser.client.post(f"/sr/2020{path}", data=data)

    assert (answer.status_code in (200, 302), ran) == (True, WHOLE)
    assert _files(app) == (["други.pdf"] if "file" in more else [])


def _files(app: Flask) -> list[str]:
    """Return the names of the files there are, each with its bytes."""
    with app.app_context():
        rows = list(db.session.scalars(select(StoredFile)))
        assert all(files.content_of(row) == PDF for row in rows)
        return [row.name for row in rows]


def test_a_changed_submission_with_a_new_file_is_one_transaction(app: Flask, browser: Browser) -> None:
    with app.app_context():
        edition = editions.by_slug("2020")
        assert edition is not None
        submission = submissions.submit(answers(), edition=edition)
        token = links.mint(LinkScope.SUBMISSION, submission_id=submission.id)
    address = f"/sr/2020/my/submission/{token}/change"
    data = {**browser.get(address).form().values, "file": (BytesIO(PDF), "нови.pdf"), "do": "send"}

    with transactions(app) as ran:
        answer = browser.client.post(address, data=data)

    assert (answer.status_code, ran) == (302, WHOLE)
    assert _files(app) == ["нови.pdf"]


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
