"""The outbox on the page: found, read exactly, sent, held back, settled."""

import pytest
from sqlalchemy import select, update

from biblionet_reg import clock
from biblionet_reg.domain.letter import LINK_PLACE, LetterState
from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.domain.review import Outcome
from biblionet_reg.extensions import db
from biblionet_reg.models.letter import Letter
from biblionet_reg.queries import editions
from biblionet_reg.services import decisions
from tests.pages import Browser
from tests.reviewing import account_in, next_edition_of, submission_in

LIST = "/en/2020/organiser/letters"


@pytest.fixture
def key(app):
    """The key of a queued letter."""
    with app.app_context():
        submission_in(editions.by_slug("2020"))
        return db.session.scalars(select(Letter)).one().code


@pytest.fixture
def chair(staff, key):
    return staff("chair")


def state_of(app):
    with app.app_context():
        return db.session.scalars(select(Letter.state)).one()


def put_into(app, state, **values):
    with app.app_context():
        sent_at = clock.now() if state is LetterState.SENT else None
        db.session.execute(update(Letter).values(state=state, claimed_at=clock.now(), sent_at=sent_at, **values))
        db.session.commit()


def test_letters_are_found_by_recipient_state_and_kind(chair, key):
    page = chair.get(LIST)
    assert "ljubica@example.org" in page.text

    assert "1 letter" in page.form("main form.filters").fill(q="djordjevic", state="queued", kind="submission_received").submit().text
    assert "No letter matches your search" in chair.get(LIST, query={"state": "failed"}).text
    assert chair.get(LIST, query={"page": "x", "state": "nonsense", "q": "\x00'"}).h1 == "Letters"


def test_a_letter_is_shown_exactly_but_for_the_place_of_its_link(app, chair, key):
    page = chair.get(f"{LIST}/{key}")

    with app.app_context():
        letter = db.session.scalars(select(Letter)).one()
        assert page.h1 == letter.subject
        expected = letter.text_body.replace(LINK_PLACE, "[лични линк се овде ставља када се писмо шаље]")
        assert page.soup.select_one(".letter").text == expected


def test_the_html_body_stands_alone_under_a_policy_of_its_own(chair, key):
    answer = chair.client.get(f"{LIST}/{key}/html")

    policy = answer.headers["Content-Security-Policy"]
    assert (answer.mimetype, "script-src" in policy, "default-src 'none'" in policy, "sandbox" in policy) == (
        "text/html",
        False,
        True,
        True,
    )
    assert LINK_PLACE not in answer.text
    assert "[лични линк се овде ставља када се писмо шаље]" in answer.text


@pytest.mark.parametrize(
    ("state", "press", "after"),
    [
        (LetterState.DRAFT, "send", LetterState.QUEUED),
        (LetterState.QUEUED, "hold", LetterState.DRAFT),
        (LetterState.FAILED, "retry", LetterState.QUEUED),
        (LetterState.UNCERTAIN, "mark-sent", LetterState.SENT),
        (LetterState.UNCERTAIN, "send-again", LetterState.QUEUED),
    ],
)
def test_a_press_takes_the_letter_on_and_a_second_press_says_it_moved(app, chair, key, state, press, after):
    put_into(app, state, last_error="550 No such person")
    form = chair.get(f"{LIST}/{key}").form(f"form[action$='/{press}']")

    form.submit()
    again = form.submit()

    assert state_of(app) is after
    assert "The letter has moved on meanwhile" in again.text


def test_what_went_wrong_is_said(app, chair, key):
    put_into(app, LetterState.FAILED, last_error="550 No such person <x>")

    assert "550 No such person <x>" in chair.get(f"{LIST}/{key}").text


def test_the_letter_of_a_pending_decision_offers_no_press(app, chair, key):
    with app.app_context():
        edition = editions.by_slug("2020")
        letter = decisions.decide(
            submission_in(edition), Outcome.ACCEPT, chair=account_in(edition, StaffRole.CHAIR, "o@example.org")
        ).letter
        draft = letter.code

    page = chair.get(f"{LIST}/{draft}")

    assert "It goes with the decision" in page.text
    assert page.soup.select("main form") == []


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("550 No such person", "nobody has this address"),
        ("UnicodeEncodeError: 'ascii' codec can't encode", "Mail cannot carry this letter"),
        ("PermissionError: [Errno 13] Permission denied: 'mail'", "No mail server is set"),
    ],
)
def test_a_letter_that_failed_tells_what_to_do_about_it(app, chair, key, said, words):
    put_into(app, LetterState.FAILED, last_error=said)

    page = chair.get(f"{LIST}/{key}")

    assert words in page.soup.select_one(".notice").text
    assert said in page.text


def test_a_letter_that_will_be_tried_again_is_no_failure(app, chair, key):
    put_into(app, LetterState.QUEUED, last_error="451 Later")

    page = chair.get(f"{LIST}/{key}")

    assert (page.soup.select(".notice--error"), "451 Later" in page.text) == ([], True)


def test_letters_of_another_edition_and_unknown_ones_are_not_found(app, chair, key):
    with app.app_context():
        next_edition_of(editions.by_slug("2020"))
    elsewhere = Browser(app).sign_in("next@example.org", [StaffRole.CHAIR], slug="2021")

    pages = [
        elsewhere.get(f"/en/2021/organiser/letters/{key}", status=404),
        elsewhere.get(f"/en/2021/organiser/letters/{key}/html", status=404),
        chair.get(f"{LIST}/00000000-0000-4000-8000-000000000000", status=404),
        chair.get(f"{LIST}/{key}/burn", status=404),
    ]

    assert {page.h1 for page in pages} == {"There is no such page"}
