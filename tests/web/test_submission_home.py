"""The author's home behind the personal link: what is done, what is left, who is registered, what happens next."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from biblionet_reg import clock
from biblionet_reg.domain.letter import LinkScope
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.domain.submission_answers import SubmissionAnswers
from biblionet_reg.domain.text import LocalText
from biblionet_reg.extensions import db
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries import editions
from biblionet_reg.services import links, submissions
from biblionet_reg.services.transaction import transaction
from tests.pages import Browser, Page
from tests.registrations import registered
from tests.submissions import LJUBICA, SEAN, answers

ASKED = "The programme committee asks you to make changes. When you save them, the submission goes back to the committee."

_S = SubmissionState


def _home(app: Flask, told: SubmissionAnswers) -> str:
    """Submit and return the path of the personal link."""
    with app.app_context():
        edition = editions.by_slug("2020")
        assert edition is not None
        submission = submissions.submit(told, edition=edition)
        return f"/en/2020/my/submission/{links.mint(LinkScope.SUBMISSION, submission_id=submission.id)}"


def _change(app: Flask, change: Callable[[Submission], object]) -> None:
    with app.app_context(), transaction():
        change(db.session.scalars(select(Submission)).one())


def _move(app: Flask, state: SubmissionState) -> None:
    _change(app, lambda submission: submissions.move(submission, state, by="test"))


def _tasks(page: Page, number: int = 0) -> list[tuple[str, str, bool]]:
    """Return the lines of a list: what, how it stands, and whether that stands out."""
    lists = page.soup.select("main .task-list")
    lines = lists[number].select(".task-list__task") if number < len(lists) else []
    return [
        (_words(line, ".task-list__link, .task-list__title"), _words(line, ".task-list__status"), bool(line.select(".tag")))
        for line in lines
    ]


def _words(line: Any, selector: str) -> str:
    return " ".join(line.select_one(selector).get_text(" ").split())


def test_every_part_tells_how_it_stands(app: Flask, browser: Browser) -> None:
    told = answers(title=LocalText(sr="Читање"), abstract=LocalText(sr="Заједно."), partners=())

    page = browser.get(_home(app, told))

    assert _tasks(page) == [
        ("Title", "English title missing", True),
        ("Abstract", "English abstract missing", True),
        ("Authors", "2 authors", False),
        ("Partners", "None named", False),
        ("File", "Not sent", False),
    ]


def test_what_is_complete_is_plain(app: Flask, browser: Browser) -> None:
    page = browser.get(_home(app, answers()))

    assert _tasks(page)[:4] == [
        ("Title", "Complete", False),
        ("Abstract", "Complete", False),
        ("Authors", "2 authors", False),
        ("Partners", "1 partner", False),
    ]


def test_every_line_leads_to_its_field(app: Flask, browser: Browser) -> None:
    home = browser.get(_home(app, answers()))

    change = home.follow("Title")

    targets = [str(link["href"]).partition("#")[2] for link in home.soup.select(".task-list")[0].select(".task-list__link")]
    ids = {str(element["id"]) for element in change.soup.select("[id]")}
    assert targets == ["title_sr", "abstract_sr", "authors", "partners", "file"]
    assert set(targets) <= ids


def test_changes_asked_for_stand_first_and_out(app: Flask, browser: Browser) -> None:
    home = _home(app, answers())
    _move(app, _S.CHANGES_REQUESTED)

    assert _tasks(browser.get(home))[0] == ("Make the changes asked for", "To do", True)


@pytest.mark.parametrize("state", [_S.UNDER_REVIEW, _S.ACCEPTED])
def test_what_cannot_be_changed_is_no_task(app: Flask, browser: Browser, state: SubmissionState) -> None:
    home = _home(app, answers())
    _move(app, state)

    page = browser.get(home)

    assert page.soup.select("main a[href*='/change']") == []
    assert [line[0] for line in _tasks(page)] == ["Ljubica Đorđević"]


def test_each_presenter_is_registered_or_not(app: Flask, browser: Browser) -> None:
    ana = replace(SEAN, given_name="Ana", family_name="Anić", email="ana@example.org", is_presenter=True)
    home = _home(app, answers(authors=(LJUBICA, ana, replace(SEAN, is_presenter=True))))
    registered(app)

    page = browser.get(home)

    assert _tasks(page, 1) == [
        ("Ljubica Đorđević", "Already registered", False),
        ("Ana Anić", "Not registered yet", False),
        ("Seán O’Brien", "Not known", False),
    ]
    assert [link["href"] for link in page.soup.select("main .task-list__link")][-2:] == ["/en/2020/register"] * 2


@pytest.mark.parametrize("who", [{"email": "other@example.org"}, {"given_name": "Петар"}])
def test_nobody_else_is_told_of(app: Flask, browser: Browser, who: dict[str, str]) -> None:
    home = _home(app, answers(authors=(LJUBICA,)))
    registered(app, **who)

    assert _tasks(browser.get(home), 1) == [("Ljubica Đorđević", "Not registered yet", False)]


def test_an_author_who_does_not_present_is_not_told_of(app: Flask, browser: Browser) -> None:
    home = _home(app, answers(authors=(LJUBICA, replace(SEAN, email="sean@example.org"))))

    assert [line[0] for line in _tasks(browser.get(home), 1)] == ["Ljubica Đorđević"]


def test_once_accepted_a_missing_registration_stands_out(app: Flask, browser: Browser) -> None:
    home = _home(app, answers())
    _move(app, _S.ACCEPTED)

    assert _tasks(browser.get(home)) == [("Ljubica Đorđević", "Not registered yet", True)]


def test_when_registration_is_over_no_line_leads_to_it(app: Flask, browser: Browser) -> None:
    home = _home(app, answers())
    _change(app, lambda submission: setattr(submission.edition, "registration_closes_at", clock.now() - timedelta(days=1)))

    page = browser.get(home)

    assert page.soup.select("main a[href$='/register']") == []


@pytest.mark.parametrize("state", [_S.REJECTED, _S.WITHDRAWN])
def test_what_is_over_asks_for_nothing(app: Flask, browser: Browser, state: SubmissionState) -> None:
    home = _home(app, answers())
    _change(app, lambda submission: submissions.withdraw(submission, by="test")) if state is _S.WITHDRAWN else _move(app, state)

    assert browser.get(home).soup.select("main .task-list") == []


SENTENCES = {
    _S.SUBMITTED: "We have your submission, and you can change it until",
    _S.UNDER_REVIEW: "The submission is with the programme committee.",
    _S.CHANGES_REQUESTED: ASKED,
    _S.ACCEPTED: "The submission is accepted. Its time and room will appear here once the programme is published.",
    _S.REJECTED: "The submission was not accepted for the programme.",
}


@pytest.mark.parametrize(("state", "sentence"), SENTENCES.items(), ids=SENTENCES)
def test_one_sentence_says_what_happens_next(app: Flask, browser: Browser, state: SubmissionState, sentence: str) -> None:
    home = _home(app, answers())
    if state is not _S.SUBMITTED:
        _move(app, state)

    text = browser.get(home).text

    assert [one for one in SENTENCES.values() if one in text] == [sentence]
