"""The pages of the submission form: what is typed stays, whatever happens between the first page and the last."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from sqlalchemy import delete, func, select
from werkzeug.test import TestResponse

from biblionet_reg import clock
from biblionet_reg.extensions import db
from biblionet_reg.models.draft import Draft
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.stored_file import StoredFile
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries import editions
from biblionet_reg.services.transaction import transaction
from tests.pages import Browser, Page
from tests.submissions import PDF
from tests.submitting import ANSWERS, CHECK, FORM, PAGES, address, form_of, open_page, to_check, walk

EXPIRED = "This page was open for too long. Your answers are still here: check them and send the form again."


def _change(app: Flask, change: Callable[[Edition], object]) -> None:
    with app.app_context(), transaction():
        edition = editions.by_slug("2020")
        assert edition is not None
        change(edition)


def _titles(app: Flask) -> list[str]:
    with app.app_context():
        return [one.title.sr for one in db.session.scalars(select(Submission).order_by(Submission.id))]


def _drafts(app: Flask) -> int:
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(Draft)) or 0


def _files(app: Flask) -> list[str]:
    with app.app_context():
        return list(db.session.scalars(select(StoredFile.name).order_by(StoredFile.id)))


def _steps(page: Page) -> dict[str, bool]:
    """Return the pages as the list above the form tells them, and whether each is done."""
    found = page.soup.select(".steps__step")
    return {" ".join(step.get_text(" ").split()).removesuffix(" (done)"): "steps__step--done" in step["class"] for step in found}


def test_the_list_of_pages_tells_how_far_each_is(browser: Browser) -> None:
    form_of(browser, "paper").fill(kind="paper", subtopic="literacy").submit("do=send")
    form_of(browser, "abstract").fill(title_sr="Читање").submit("do=send", status=422)

    page = open_page(browser, "paper")

    assert _steps(page) == {
        "Kind and subtopic": True,
        "Title and abstract": False,
        "Authors": False,
        "Partners": False,
        "File and letters": False,
        "Check and send": False,
    }


@pytest.mark.parametrize("lang", ["sr", "sr-Latn", "en"])
def test_every_page_comes_back_as_it_was_left_in_every_language(browser: Browser, lang: str) -> None:
    to_check(browser)

    values = {name: value for page in PAGES for name, value in form_of(browser, page, lang).values.items()}

    assert {name: values[name] for name in ANSWERS} == {name: [value] for name, value in ANSWERS.items()}


def test_a_page_with_a_fault_is_kept_too(browser: Browser) -> None:
    form_of(browser, "abstract").fill(title_sr="Читање", keywords_sr="к" * 61).submit("do=send", status=422)

    values = form_of(browser, "abstract").values

    assert (values["title_sr"], values["keywords_sr"]) == (["Читање"], ["к" * 61])


def test_what_is_only_typed_is_kept_without_being_judged(app: Flask, browser: Browser) -> None:
    form = form_of(browser, "abstract").fill(title_sr="Читaње")

    answer = browser.client.post("/en/2020/submit/keep/abstract", data=form.values)

    assert answer.status_code in {200, 204}
    assert form_of(browser, "abstract").values["title_sr"] == ["Читaње"]
    assert set(_steps(open_page(browser, "paper")).values()) == {False}


def test_another_browser_sees_nothing_of_it(app: Flask, browser: Browser) -> None:
    to_check(browser)

    stranger = Browser(app)

    assert form_of(stranger, "abstract").values["title_sr"] == [""]
    assert stranger.get(CHECK).path == address("paper")


def test_rows_that_are_added_removed_and_moved_are_kept(browser: Browser) -> None:
    form = form_of(browser, "partners").submit("do=add-partner").form(FORM).submit("do=add-partner").form(FORM)
    form.fill({"partners-0-name": "Школа", "partners-1-name": "Музеј"}).submit("do=up-partner-1")

    moved = form_of(browser, "partners")
    moved.submit("do=remove-partner-0")
    left = form_of(browser, "partners")

    assert [moved.values[f"partners-{row}-name"] for row in (0, 1)] == [["Музеј"], ["Школа"]]
    assert ({name for name in left.names() if name.endswith("-name")}, left.values["partners-0-name"]) == ({"partners-0-name"}, ["Школа"])


def test_a_removed_partner_is_not_sent(app: Flask, browser: Browser) -> None:
    form = form_of(browser, "partners").submit("do=add-partner").form(FORM)
    form.fill({"partners-0-name": "Школа", "partners-0-sector": "culture"}).submit("do=send")
    form_of(browser, "partners").submit("do=remove-partner-0")

    walk(browser).submit("do=send")

    with app.app_context():
        assert db.session.scalars(select(Submission)).one().partners == []


def test_a_page_whose_rows_changed_is_to_be_sent_again(browser: Browser) -> None:
    to_check(browser)

    form_of(browser, "authors").submit("do=add-author")

    assert _steps(open_page(browser, "paper"))["Authors"] is False
    assert browser.get(CHECK).path == address("authors")


def test_a_file_stays_over_the_other_pages_in_any_window(app: Flask, browser: Browser) -> None:
    other_window = form_of(browser, "file")
    form_of(browser, "file").fill(file=(PDF, "рад.pdf")).submit("do=send")

    other_window.submit("do=send")

    assert "рад.pdf" in open_page(browser, "file").text
    assert _files(app) == ["рад.pdf"]


def test_a_file_replaced_in_another_window_is_the_one_that_is_sent(app: Flask, browser: Browser) -> None:
    form_of(browser, "file").fill(file=(PDF, "први.pdf")).submit("do=send")
    old_window = form_of(browser, "file")
    form_of(browser, "file").fill(file=(PDF + b"2", "други.pdf")).submit("do=send")

    old_window.submit("do=send")
    walk(browser).submit("do=send")

    with app.app_context():
        assert [file.name for file in db.session.scalars(select(Submission)).one().files] == ["други.pdf"]


def test_a_file_removed_in_another_window_stays_removed(app: Flask, browser: Browser) -> None:
    form_of(browser, "file").fill(file=(PDF, "рад.pdf")).submit("do=send")
    old_window = form_of(browser, "file")
    form_of(browser, "file").submit("do=remove-file")

    page = old_window.submit("do=send")

    assert (page.errors(), _files(app)) == ([], [])


def test_a_subtopic_that_is_gone_is_asked_for_again(app: Flask, browser: Browser) -> None:
    shown = to_check(browser)
    _change(app, lambda edition: edition.subtopics.remove(next(one for one in edition.subtopics if one.code == "literacy")))
    sentence = "Choose one of the subtopics in the list"

    refused = shown.form(FORM).submit(status=422)
    page = refused.follow(sentence)

    assert (refused.errors(), page.path, _titles(app)) == ([sentence], address("paper"), [])

    page.form(FORM).fill(subtopic=page.form(FORM).choices("subtopic")[0]).submit("do=send").form(FORM).submit()

    assert _titles(app) == ["Читање у парку"]


def test_a_sector_that_is_gone_is_asked_for_again(app: Flask, browser: Browser) -> None:
    form = form_of(browser, "partners").submit("do=add-partner").form(FORM)
    form.fill({"partners-0-name": "Школа", "partners-0-sector": "culture"}).submit("do=send")
    shown = to_check(browser)
    _change(app, lambda edition: edition.sectors.remove(next(one for one in edition.sectors if one.code == "culture")))

    refused = shown.form(FORM).submit(status=422)
    page = refused.follow(refused.errors()[0])

    assert (len(refused.errors()), page.path, _titles(app)) == (1, address("partners"), [])
    assert page.form(FORM).values["partners-0-name"] == ["Школа"]


def test_a_call_that_closed_meanwhile_leaves_everything_to_be_read(app: Flask, browser: Browser) -> None:
    shown = to_check(browser)
    _change(app, lambda edition: setattr(edition, "call_closes_at", clock.now()))

    refused = shown.form(FORM).submit(status=422)
    pages = [open_page(browser, name) for name in PAGES]

    sentence = "The deadline has passed, so this cannot be sent any more."
    assert [page.errors() for page in (refused, *pages)] == [[sentence]] * 6
    assert pages[1].form(FORM).values["title_sr"] == ["Читање у парку"]
    assert Browser(app).get(address("paper")).h1 == "The call is over"


def test_two_windows_fill_different_pages_of_the_same_paper(app: Flask, browser: Browser) -> None:
    first, second = form_of(browser, "paper"), form_of(browser, "abstract")

    first.fill(kind="poster", subtopic="literacy").submit("do=send")
    second.fill(title_sr="Читање", abstract_sr="Заједно.").submit("do=send")
    first.fill(kind="paper").submit("do=send")

    values = form_of(browser, "paper").values | form_of(browser, "abstract").values
    assert (values["kind"], values["title_sr"], _drafts(app)) == (["paper"], ["Читање"], 1)


def test_answers_changed_in_another_window_are_checked_again_before_they_are_sent(app: Flask, browser: Browser) -> None:
    shown = to_check(browser)
    form_of(browser, "abstract").fill(title_sr="Други наслов").submit("do=send")

    refused = shown.form(FORM).submit(status=422)

    assert refused.errors() == ["Your answers were changed in another window. Check them again, then send them."]
    assert ("Други наслов" in refused.text, _titles(app)) == (True, [])

    refused.form(FORM).submit()

    assert _titles(app) == ["Други наслов"]


def test_two_presses_make_one_paper(app: Flask, browser: Browser) -> None:
    form = to_check(browser).form(FORM)

    pages = [form.submit() for _press in range(3)]

    assert ([page.path for page in pages], len(_titles(app)), _drafts(app)) == (["/en/2020/submit/done"] * 3, 1, 0)


def test_what_was_sent_is_gone_from_the_pages(browser: Browser) -> None:
    walk(browser).submit("do=send")

    assert form_of(browser, "abstract").values["title_sr"] == [""]
    assert browser.get(CHECK).path == "/en/2020/submit/done"


def test_an_old_page_sent_after_the_paper_was_begins_another_one(app: Flask, browser: Browser) -> None:
    to_check(browser)
    old_window = form_of(browser, "abstract")
    open_page(browser, "check").form(FORM).submit()

    old_window.submit("do=send")

    assert (form_of(browser, "abstract").values["title_sr"], form_of(browser, "paper").values.get("kind")) == (["Читање у парку"], None)
    assert len(_titles(app)) == 1


def test_a_page_not_done_leads_back_from_the_last(browser: Browser) -> None:
    form_of(browser, "paper").fill(kind="paper", subtopic="literacy").submit("do=send")

    assert browser.get(CHECK).path == address("abstract")


def test_beginning_anew_erases_everything_the_file_too(app: Flask, browser: Browser) -> None:
    page = to_check(browser, file=(PDF, "рад.pdf"))

    anew = page.form("main form.kept").submit()

    assert (anew.path, _drafts(app), _files(app)) == (address("paper"), 0, [])
    assert form_of(browser, "abstract").values["title_sr"] == [""]


@pytest.mark.parametrize("name", PAGES)
def test_an_expired_page_keeps_what_was_typed_and_stores_nothing(app: Flask, browser: Browser, name: str) -> None:
    typed: dict[str, Any] = {"abstract": {"title_sr": "Читање"}, "authors": {"authors-0-given_name": "Љубица"}}.get(name, {})

    page = form_of(browser, name).fill(csrf_token="expired", **typed).submit("do=send", status=422)

    assert page.errors()[0] == EXPIRED
    assert {field: page.form(FORM).values[field] for field in typed} == {field: [value] for field, value in typed.items()}
    assert _drafts(app) == 0


def test_an_expired_check_page_sends_nothing_and_can_be_sent_again(app: Flask, browser: Browser) -> None:
    refused = to_check(browser).form(FORM).fill(csrf_token="expired").submit(status=422)
    before = _titles(app)

    refused.form(FORM).submit()

    assert (refused.errors(), before, _titles(app)) == ([EXPIRED], [], ["Читање у парку"])


def test_sixty_thousand_words_get_the_limit_and_stay_on_the_page(app: Flask, browser: Browser) -> None:
    words = " ".join(["библиотека"] * 60_000)

    page = form_of(browser, "abstract").fill(title_sr="Читање", abstract_sr=words).submit("do=send", status=422)

    assert page.errors() == ["Abstract in Serbian must be 3,000 characters or fewer"]
    assert page.form(FORM).values["abstract_sr"] == [words]
    assert browser.get(CHECK).path != CHECK


def test_a_draft_let_lie_for_too_long_is_no_longer_there(app: Flask, browser: Browser) -> None:
    to_check(browser)
    with app.app_context(), transaction() as session:
        session.execute(delete(Draft))

    page = browser.get(CHECK)

    assert (page.path, form_of(browser, "abstract").values["title_sr"]) == (address("paper"), [""])


def test_a_file_sent_ahead_of_its_page_is_kept_with_it(app: Flask, browser: Browser) -> None:
    form = form_of(browser, "file")
    sent = {"csrf_token": form.values["csrf_token"], "upload_key": "", "file": (PDF, "рад.pdf")}

    shown = _upload(browser, sent)
    form.fill(upload_key=_key(shown)).submit("do=send")

    assert (shown.status_code, "рад.pdf" in shown.text) == (200, True)
    assert "рад.pdf" in open_page(browser, "file").text
    assert _files(app) == ["рад.pdf"]


def test_a_file_sent_ahead_replaces_the_one_before(app: Flask, browser: Browser) -> None:
    token = form_of(browser, "file").values["csrf_token"]
    first = _upload(browser, {"csrf_token": token, "upload_key": "", "file": (PDF, "први.pdf")})

    _upload(browser, {"csrf_token": token, "upload_key": _key(first), "file": (PDF, "други.pdf")})

    assert _files(app) == ["други.pdf"]


@pytest.mark.parametrize(
    ("changes", "status", "words"),
    [
        ({"file": (b"", "рад.pdf")}, 422, "The file is empty. Choose another file."),
        ({"file": (PDF + b"\n" * 21 * 1024 * 1024, "рад.pdf")}, 422, "The file is larger than 20 MB. Choose a smaller file."),
        ({"csrf_token": "expired"}, 400, EXPIRED),
        ({"file": ""}, 400, EXPIRED),
    ],
)
def test_a_file_sent_ahead_that_is_not_taken_gets_its_sentence(
    app: Flask, browser: Browser, changes: dict[str, Any], status: int, words: str
) -> None:
    token = form_of(browser, "file").values["csrf_token"]

    answer = _upload(browser, {"csrf_token": token, "upload_key": "", "file": (PDF, "рад.pdf"), **changes})

    assert (answer.status_code, answer.mimetype, answer.text) == (status, "text/plain", words)
    assert _files(app) == []


def _upload(browser: Browser, sent: dict[str, Any]) -> TestResponse:
    """Send a file as the script of the page does; what comes is a part of a page."""
    data = {name: (BytesIO(value[0]), value[1]) if isinstance(value, tuple) else value for name, value in sent.items()}
    answer = browser.client.post("/en/2020/upload", data=data, content_type="multipart/form-data")
    answer.request.environ["wsgi.input"].close()
    return answer


def _key(answer: TestResponse) -> str:
    field = BeautifulSoup(answer.text, "lxml").select_one("[name=upload_key]")
    assert field is not None
    return str(field["value"])
