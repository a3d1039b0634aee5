"""What the personal link of a submission opens, for its holder and for nobody else."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from biblionet_reg import clock
from biblionet_reg.domain.letter import LetterKind, LinkScope
from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.domain.programme import SessionKind
from biblionet_reg.domain.review import DecisionState, Outcome, Recommendation
from biblionet_reg.domain.submission import SubmissionKind, SubmissionState
from biblionet_reg.domain.text import LocalText
from biblionet_reg.domain.timetable import ListedDay, ListedItem, ListedSession, Timetable
from biblionet_reg.extensions import db
from biblionet_reg.models.letter import Letter
from biblionet_reg.models.programme import ProgrammeVersion
from biblionet_reg.models.review import Decision, Review
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries import editions
from biblionet_reg.services import accounts, links, submissions, uploads
from biblionet_reg.services.transaction import transaction
from tests.pages import Browser
from tests.submissions import PDF, answers

Change = Callable[[Submission], object]


@pytest.fixture
def link(app: Flask) -> str:
    """The path of a personal link of a submission with a file."""
    with app.app_context():
        edition = editions.by_slug("2020")
        assert edition is not None
        upload_key = uploads.receive("мој рад.pdf", BytesIO(PDF)).upload_key
        submission = submissions.submit(answers(upload_key=upload_key), edition=edition)
        return f"/2020/my/submission/{links.mint(LinkScope.SUBMISSION, submission_id=submission.id)}"


def _submission() -> Submission:
    (found,) = db.session.scalars(select(Submission))
    return found


def _change(app: Flask, change: Change) -> None:
    with app.app_context(), transaction():
        change(_submission())


def _end_call(submission: Submission) -> None:
    submission.edition.call_closes_at = clock.now() - timedelta(minutes=1)


def _move(state: SubmissionState) -> Change:
    return lambda submission: submissions.move(submission, state, by="test")


def _stored(app: Flask, read: Callable[[Submission], Any]) -> Any:
    with app.app_context():
        return read(_submission())


def _decide(submission: Submission, outcome: Outcome, *, accepted_as: SubmissionKind | None = None) -> None:
    chair = accounts.grant_role("chair@example.org", name="Chair", role=StaffRole.CHAIR, edition=submission.edition, by="test")
    now = clock.now()
    db.session.add(
        Review(
            submission=submission,
            reviewer=chair,
            score=3,
            recommendation=Recommendation.CHANGES,
            comment_for_authors="Say <more>.",
            comment_for_chairs="Secret",
            created_at=now,
            updated_at=now,
        )
    )
    decision = Decision(
        submission=submission,
        outcome=outcome,
        accepted_as=accepted_as,
        message="Dear author,\n\nwell done.",
        state=DecisionState.PENDING,
        decided_at=now,
        decided_by_id=chair.id,
    )
    db.session.add(decision)
    db.session.flush()


def _release(_submission_: Submission) -> None:
    (decision,) = db.session.scalars(select(Decision))
    decision.state, decision.released_at, decision.released_by_id = DecisionState.RELEASED, clock.now(), decision.decided_by_id


def _publish(submission: Submission) -> None:
    start = clock.now() + timedelta(days=45)
    end = start + timedelta(minutes=20)
    none = LocalText()
    item = ListedItem(submission.code, SubmissionKind.PAPER, submission.title, none, none, none, "", (), start, end)
    block = ListedSession(1, SessionKind.PRESENTATIONS, LocalText(en="First session"), LocalText(en="Great room"), "", start, end, (item,))
    content = Timetable("Europe/Belgrade", (ListedDay(start.date(), (block,)),)).as_dict()
    db.session.add(
        ProgrammeVersion(
            edition_id=submission.edition_id, number=1, name="1", content=content, published_at=clock.now(), published_by="test"
        )
    )


@pytest.mark.parametrize(("lang", "title"), [("sr", "Читање у парку"), ("sr-Latn", "Čitanje u parku"), ("en", "Reading in the park")])
def test_the_link_shows_everything_in_every_language(app: Flask, browser: Browser, link: str, lang: str, title: str) -> None:
    page = browser.get(f"/{lang}{link}")

    code = _stored(app, lambda submission: submission.code)
    for words in (code, title, "Reading in the park", "The library and the school read together.", "мој рад.pdf", "reading; park"):
        assert words in page.text


def test_an_unknown_link_is_a_page_with_the_way_to_a_new_one(browser: Browser, link: str) -> None:
    for path in ("", "/change", "/withdraw", "/file"):
        page = browser.get(f"/en/2020/my/submission/nonsense{path}", status=404)
        assert page.soup.select("a[href$='/my/link']")


def test_the_link_of_a_registration_opens_no_submission(app: Flask, browser: Browser, link: str) -> None:
    with app.app_context():
        token = links.mint(LinkScope.REGISTRATION, submission_id=_submission().id)

    page = browser.get(f"/en/2020/my/submission/{token}", status=404)

    assert page.soup.select("a[href$='/my/link']")
    assert _stored(app, lambda submission: submission.code) not in page.text


def test_looking_changes_nothing(app: Flask, browser: Browser, link: str) -> None:
    before = _stored(app, lambda submission: submission.updated_at)

    for path in ("", "/change", "/withdraw", "/file"):
        browser.client.get(f"/en{link}{path}")

    assert _stored(app, lambda submission: (submission.updated_at, submission.state)) == (before, SubmissionState.SUBMITTED)


def test_the_file_comes_back_as_an_attachment_under_its_own_name_in_the_readers_script(browser: Browser, link: str) -> None:
    answer = browser.client.get(f"/sr{link}/file")
    in_latin = browser.client.get(f"/sr-Latn{link}/file")

    assert answer.data == PDF
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Disposition"] == (
        "attachment; filename=moj-rad.pdf; filename*=UTF-8''%D0%BC%D0%BE%D1%98%20%D1%80%D0%B0%D0%B4.pdf"
    )
    assert in_latin.headers["Content-Disposition"] == 'attachment; filename="moj rad.pdf"'


def test_without_a_file_there_is_none_to_fetch(app: Flask, browser: Browser, link: str) -> None:
    _change(app, uploads.detach)

    assert "There is no file." in browser.get(f"/en{link}").text
    browser.get(f"/en{link}/file", status=404)


def test_an_edit_starts_from_what_was_sent_and_is_told_by_letter(app: Flask, browser: Browser, link: str) -> None:
    form = browser.get(f"/en{link}").follow("Change the submission").form()

    page = form.fill({"title_en": "Reading anew", "authors-1-is_presenter": "y"}).submit("do=send")

    assert "Your changes are saved." in page.text
    assert "Reading anew" in page.text
    with app.app_context():
        submission = _submission()
        assert submission.title == LocalText(sr="Читање у парку", en="Reading anew")
        assert [(author.family_name, author.institution_name, author.is_presenter) for author in submission.authors] == [
            ("Ђорђевић", "Јавна библиотека „Бора Станковић“", True),
            ("O’Brien", "Trinity College", True),
        ]
        assert [file.name for file in submission.files] == ["мој рад.pdf"]
        assert db.session.scalars(select(Letter.kind).order_by(Letter.id)).all() == [
            LetterKind.SUBMISSION_RECEIVED,
            LetterKind.SUBMISSION_CHANGED,
        ]


def test_an_edit_that_fails_loses_nothing(app: Flask, browser: Browser, link: str) -> None:
    form = browser.get(f"/en{link}/change").form().submit("do=remove-author-1").form()

    page = form.fill(title_sr="", file=(PDF + b"2", "други.pdf")).submit("do=send", status=422)

    assert "други.pdf" in page.text
    assert "authors-1-given_name" not in page.form().names()
    assert _stored(app, lambda submission: len(submission.authors)) == 2

    page.form().fill(title_sr="Наслов").submit("do=send")

    assert _stored(app, lambda submission: ([file.name for file in submission.files], len(submission.authors))) == (["други.pdf"], 1)


def test_the_file_is_removed_only_when_the_edit_is_saved(app: Flask, browser: Browser, link: str) -> None:
    form = browser.get(f"/en{link}/change").form().submit("do=remove-file").form()
    before = _stored(app, lambda submission: len(submission.files))

    form.submit("do=send")

    assert (before, _stored(app, lambda submission: len(submission.files))) == (1, 0)


def test_withdrawing_asks_once_more(app: Flask, browser: Browser, link: str) -> None:
    asked = browser.get(f"/en{link}").follow("Withdraw the submission")
    before = _stored(app, lambda submission: submission.state)

    page = asked.form().submit()
    asked.form().submit()

    assert before is SubmissionState.SUBMITTED
    assert "This submission was withdrawn" in page.text
    assert _stored(app, lambda submission: submission.withdrawn_by == submission.code)
    with app.app_context():
        assert db.session.scalars(select(Letter.kind).order_by(Letter.id)).all()[1:] == [LetterKind.SUBMISSION_WITHDRAWN]


@pytest.mark.parametrize("change", [_end_call, _move(SubmissionState.UNDER_REVIEW), _move(SubmissionState.REJECTED)])
def test_what_can_no_longer_be_changed_says_why(app: Flask, browser: Browser, link: str, change: Change) -> None:
    form = browser.get(f"/en{link}/change").form()
    _change(app, change)

    assert not browser.get(f"/en{link}").soup.select("a[href$='/change']")
    assert browser.get(f"/en{link}/change").h1 == "This cannot be done now"
    page = form.fill(title_sr="Друго").submit("do=send", status=422)
    assert page.form().values["title_sr"] == ["Друго"]
    assert len(page.errors()) == 1


def test_after_the_deadline_nothing_is_withdrawn(app: Flask, browser: Browser, link: str) -> None:
    asked = browser.get(f"/en{link}/withdraw")
    _change(app, _end_call)

    assert asked.form().submit(status=409).h1 == "This cannot be done now"
    assert browser.get(f"/en{link}/withdraw").h1 == "This cannot be done now"


def test_requested_changes_are_made_after_the_deadline(app: Flask, browser: Browser, link: str) -> None:
    _change(app, _move(SubmissionState.CHANGES_REQUESTED))
    _change(app, _end_call)
    form = browser.get(f"/en{link}").follow("Change the submission").form()

    page = form.fill(title_en="Reading anew").submit("do=send")

    assert "Submitted" in page.text
    assert _stored(app, lambda submission: submission.state) is SubmissionState.SUBMITTED


def test_a_decision_is_shown_only_when_it_was_released(app: Flask, browser: Browser, link: str) -> None:
    _change(app, lambda submission: _decide(submission, Outcome.ACCEPT, accepted_as=SubmissionKind.POSTER))
    before = browser.get(f"/en{link}").text
    _change(app, _release)
    after = browser.get(f"/en{link}").text

    assert "well done." not in before
    assert "Say <more>." not in before
    for words in ("well done.", "Accepted as: Poster. You submitted it as: Paper.", "Say <more>."):
        assert words in after
    assert "Secret" not in after


def test_the_place_in_the_published_programme_is_shown(app: Flask, browser: Browser, link: str) -> None:
    before = browser.get(f"/en{link}").text
    _change(app, _publish)
    after = browser.get(f"/en{link}").text

    assert "In the programme" not in before
    for words in ("In the programme", "Great room", "First session", "1 October 2020"):
        assert words in after


def test_a_submission_that_is_not_placed_has_no_place(app: Flask, browser: Browser, link: str) -> None:
    _change(app, _publish)
    _change(app, lambda submission: setattr(submission, "code", "S-222222"))

    assert "In the programme" not in browser.get(f"/en{link}").text
