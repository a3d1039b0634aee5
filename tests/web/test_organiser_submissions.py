"""The organisers' submissions: list, one, decide, read the letter, release, take back."""

from dataclasses import replace
from io import BytesIO

import pytest
from sqlalchemy import select

from biblionet_reg.domain.letter import LetterKind, LetterState
from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.domain.review import Outcome
from biblionet_reg.domain.submission import SubmissionKind, SubmissionState
from biblionet_reg.domain.text import LocalText
from biblionet_reg.extensions import db
from biblionet_reg.models.letter import Letter
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries import editions
from biblionet_reg.queries.programme import slot_of
from biblionet_reg.services import decisions, submissions, uploads
from biblionet_reg.services.reviews import save_review
from tests.factories import make_block, make_slot
from tests.pages import Browser
from tests.reviewing import account_in, next_edition_of, opinion, submission_in
from tests.statements import statements
from tests.submissions import LJUBICA, PDF
from tests.submissions import answers as submission_answers

LIST = "/en/2020/organiser/submissions"


@pytest.fixture
def paper(app):
    """The code of a reviewed paper."""
    with app.app_context():
        edition = editions.by_slug("2020")
        submission = submission_in(edition, title=LocalText(sr="Читање <i>у парку</i>", en="Reading <i>in</i> the park"))
        save_review(submission, opinion(), reviewer=account_in(edition, StaffRole.REVIEWER))
        return submission.code


@pytest.fixture
def chair(staff, paper):
    return staff("chair")


def the(app, code):
    return db.session.scalars(select(Submission).where(Submission.code == code)).one()


def state_of(app, code):
    with app.app_context():
        return the(app, code).state


def decision_letters(app):
    with app.app_context():
        told = select(Letter.kind, Letter.state).where(
            Letter.kind.not_in([LetterKind.SUBMISSION_RECEIVED, LetterKind.SUBMISSION_WITHDRAWN])
        )
        return [tuple(row) for row in db.session.execute(told.order_by(Letter.id))]


def decide(browser, code, **typed):
    return browser.get(f"{LIST}/{code}/decide").form().fill({"outcome": "accept", "message": "Добро дошли!", **typed})


def test_the_list_narrows_and_widens_again(app, chair, paper):
    with app.app_context():
        submission_in(editions.by_slug("2020"), title=LocalText(sr="Плакат", en="A poster"), kind=SubmissionKind.POSTER)
    page = chair.get(LIST)
    assert "2 submissions" in page.text
    assert "4.0" in page.text

    narrowed = page.form("main form.filters").fill(kind="poster", q="plakat").submit()
    assert "1 submission" in narrowed.text
    assert "Reading" not in narrowed.text

    wider = narrowed.follow("Remove filter: Poster").follow("Remove filter: Search: plakat")
    assert "2 submissions" in wider.text


def test_the_list_says_when_nothing_is_like_that_and_when_there_is_nothing(app, staff, chair, paper):
    assert "No submission matches your search" in chair.get(LIST, query={"q": "zzzz"}).text
    with app.app_context():
        next_edition_of(editions.by_slug("2020"))
    elsewhere = Browser(app).sign_in("next@example.org", [StaffRole.CHAIR], slug="2021")

    assert "Nothing has been submitted yet" in elsewhere.get("/en/2021/organiser/submissions").text


@pytest.mark.parametrize(
    "query", [{"page": "x"}, {"page": "-3"}, {"page": "99999999999999999999"}, {"state": "praised"}, {"sort": "\x00"}, {"q": "\x00%"}]
)
def test_a_meddled_address_still_shows_the_list(chair, paper, query):
    assert chair.get(LIST, query=query).h1 == "Submissions"


@pytest.mark.parametrize("more", [0, 2])
def test_the_page_asks_the_database_equally_often_for_one_and_for_three(app, chair, paper, more):
    with app.app_context():
        for _paper in range(more):
            submission_in(editions.by_slug("2020"))
    chair.get(LIST)

    with statements(app) as asked:
        chair.get(LIST)

    assert len(asked) <= 9


def test_one_submission_shows_everything_in_every_language(chair, paper):
    for lang in ("sr", "sr-Latn", "en"):
        page = chair.get(f"/{lang}/2020/organiser/submissions/{paper}")
        assert "ljubica@example.org" in page.text
        assert "Only for chairs." in page.text
    assert "Reading <i>in</i> the park" in page.h1
    assert "Seán O’Brien" in page.text
    assert "Under review" in page.text


def test_after_a_released_decision_another_is_no_first_choice(app, chair, paper):
    before = chair.get(f"{LIST}/{paper}")
    with app.app_context():
        edition = editions.by_slug("2020")
        decisions.decide(the(app, paper), Outcome.ACCEPT, chair=account_in(edition, StaffRole.CHAIR))
        decisions.release(the(app, paper), chair=account_in(edition, StaffRole.CHAIR))

    after = chair.get(f"{LIST}/{paper}")

    assert [link.text for link in before.soup.select("main a[href$='/decide']")] == ["Decide"]
    assert [(link.text, link.get("class")) for link in after.soup.select("main a[href$='/decide']")] == [
        ("Decide otherwise", ["button", "button--secondary"])
    ]


def test_the_history_names_people_and_the_letter_says_its_language(app, chair, paper):
    with app.app_context():
        edition = editions.by_slug("2020")
        judge = account_in(edition, StaffRole.CHAIR)
        judge.name = "Шејла Љуштановић"
        decisions.decide(the(app, paper), Outcome.ACCEPT, chair=judge)
        email = judge.email

    page = chair.get(f"{LIST}/{paper}")

    assert "Decision made, not released yet: Accept Šejla Ljuštanović" in page.text
    assert email not in page.text
    assert page.soup.select("main a[href*='/letters/']")[0]["lang"] == "sr"


def test_the_file_is_handed_out_as_it_was_sent(app, chair):
    with app.app_context():
        edition = editions.by_slug("2020")
        key = uploads.receive("рад.pdf", BytesIO(PDF)).upload_key
        code = submissions.submit(submission_answers(upload_key=key), edition=edition).code

    answer = chair.client.get(f"{LIST}/{code}/file")

    assert (answer.data, answer.mimetype) == (PDF, "application/pdf")


def test_a_submission_without_a_file_and_one_of_another_edition_are_not_found(app, chair, paper):
    chair.get(f"{LIST}/{paper}/file", status=404)
    with app.app_context():
        next_edition_of(editions.by_slug("2020"))
    elsewhere = Browser(app).sign_in("next@example.org", [StaffRole.CHAIR], slug="2021")

    for path in ("", "/file", "/decide", "/decision"):
        elsewhere.get(f"/en/2021/organiser/submissions/{paper}{path}", status=404)


def test_deciding_reading_and_releasing(app, chair, paper):
    letter = decide(chair, paper, accepted_as="poster").submit()
    assert letter.h1 == "Reading <i>in</i> the park"
    assert "Добро дошли!" in letter.text
    assert "Додајте пример из праксе." in letter.text
    assert "[лични линк се овде ставља када се писмо шаље]" in letter.text
    assert (state_of(app, paper), decision_letters(app)) == (
        SubmissionState.UNDER_REVIEW,
        [(LetterKind.SUBMISSION_ACCEPTED, LetterState.DRAFT)],
    )

    released = letter.form("form[action$='/release']").submit()

    assert "The decision is released" in released.text
    assert decision_letters(app) == [(LetterKind.SUBMISSION_ACCEPTED, LetterState.QUEUED)]
    with app.app_context():
        assert (the(app, paper).state, the(app, paper).kind) == (SubmissionState.ACCEPTED, SubmissionKind.POSTER)


def test_deciding_begins_with_what_is_read(chair, paper):
    page = chair.get(f"{LIST}/{paper}/decide")

    assert [heading.text for heading in page.soup.select("main :is(h1, h2)")] == [
        "Reading <i>in</i> the park",
        "Abstract",
        "Reviews",
        "Decide",
    ]


def test_filters_are_folded_and_say_how_many_are_on(chair, paper):
    folds = [chair.get(LIST, query=query).soup.select_one(".filters") for query in ({}, {"q": "park"}, {"q": "park", "kind": "paper"})]

    assert [(fold.summary.text, "filters--on" in fold["class"]) for fold in folds] == [
        ("Filters", False),
        ("Filters", False),
        ("Filters (1\N{NO-BREAK SPACE}chosen)", True),
    ]
    assert [fold.details.has_attr("open") for fold in folds] == [False, False, False]


def test_releasing_by_a_double_press_releases_once(app, chair, paper):
    form = decide(chair, paper).submit().form("form[action$='/release']")
    form.submit()

    again = form.submit()

    assert "No decision waits here any more" in again.text
    assert decision_letters(app) == [(LetterKind.SUBMISSION_ACCEPTED, LetterState.QUEUED)]


def test_taking_back_leaves_the_submission_as_it_was(app, chair, paper):
    form = decide(chair, paper).submit().form("form[action$='/take-back']")

    page = form.submit()

    assert "The decision is taken back" in page.text
    assert (state_of(app, paper), decision_letters(app)) == (SubmissionState.UNDER_REVIEW, [])
    assert "No decision waits here any more" in form.submit().text


def test_deciding_again_begins_from_the_decision_that_waits(app, chair, paper):
    decide(chair, paper, outcome="changes", message="Прво").submit()

    form = chair.get(f"{LIST}/{paper}/decide").form()
    assert (form.values["outcome"], form.values["message"]) == (["changes"], ["Прво"])
    form.fill(outcome="reject").submit()

    assert decision_letters(app) == [(LetterKind.SUBMISSION_REJECTED, LetterState.DRAFT)]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"outcome": None}, "Choose a decision"),
        ({"outcome": "praise"}, "Choose one of the offered decisions"),
        ({"accepted_as": "song"}, "Choose one of the offered kinds"),
        ({"message": "ж" * 5001}, "Message to the author must be 5,000 characters or fewer"),
    ],
)
def test_a_wrong_decision_is_said_and_what_was_typed_stays(app, chair, paper, typed, sentence):
    page = decide(chair, paper, **typed).submit(status=422)

    assert page.errors() == [sentence]
    assert page.form().values["message"] == [typed.get("message", "Добро дошли!")]
    assert decision_letters(app) == []


def test_what_is_withdrawn_is_not_decided(app, chair, paper):
    form = decide(chair, paper)
    with app.app_context():
        submissions.withdraw(the(app, paper), by=paper)

    assert "Choose one of the offered decisions" in form.submit(status=422).text
    assert "nothing left to decide" in chair.get(f"{LIST}/{paper}/decide").text


def test_a_change_by_the_author_holds_the_release(app, chair, staff):
    with app.app_context():
        fresh = submission_in(editions.by_slug("2020"))
        code, key = fresh.code, fresh.form_key
    form = decide(chair, code).submit().form("form[action$='/release']")
    with app.app_context():
        submissions.update(the(app, code), submission_answers(kind=SubmissionKind.PANEL, form_key=key), by=code)

    page = form.submit()

    assert "The author changed the submission after the decision" in page.text
    assert state_of(app, code) is SubmissionState.SUBMITTED
    assert page.follow("Read its letter").soup.select("form[action$='/release']") == []


def test_all_that_waits_is_released_together(app, chair, paper):
    with app.app_context():
        other = submission_in(editions.by_slug("2020")).code
    for code in (paper, other):
        decide(chair, code).submit()
    page = chair.get("/en/2020/organiser/decisions")
    assert "2 decisions are waiting" in page.text

    done = page.form("main form").submit()

    assert "2 decisions are released." in done.text
    assert "No decision is waiting for release" in done.text
    assert [state for _kind, state in decision_letters(app)] == [LetterState.QUEUED, LetterState.QUEUED]


def test_a_chair_learns_nothing_of_the_judgement_on_their_own_paper(app, staff):
    author = staff("chair", email="ljubica@example.org")
    with app.app_context():
        edition = editions.by_slug("2020")
        own = submission_in(edition, authors=(LJUBICA, replace(LJUBICA, given_name="Ана", email="ana@example.org", is_corresponding=False)))
        save_review(own, opinion(comment_for_authors="Тајна оцена"), reviewer=account_in(edition, StaffRole.REVIEWER, "secret@example.org"))
        decisions.decide(own, Outcome.REJECT, chair=account_in(edition, StaffRole.CHAIR, "other@example.org"))
        code = own.code

    pages = [
        author.get(path)
        for path in (LIST, f"{LIST}/{code}", "/en/2020/organiser/decisions", "/en/2020/organiser/letters", "/en/2020/organiser/")
    ]

    for page in pages:
        for secret in (
            "Тајна оцена",
            "secret@example.org",
            "other@example.org",
            "not accepted",
            "није прихваћен",
            "Decision waiting",
            "1 decision",
        ):
            assert secret not in page.text
    for path in ("decide", "decision"):
        assert author.get(f"{LIST}/{code}/{path}").h1 == "Others decide on this submission"
    assert "This is your own paper" in pages[1].text
    assert decision_letters(app) == [(LetterKind.SUBMISSION_REJECTED, LetterState.DRAFT)]


def test_a_chair_cannot_press_through_to_their_own_paper(app, staff, paper):
    author = staff("chair", email="ljubica@example.org")
    token = author.get("/en/2020/organiser/decisions").soup.select_one("input[name=csrf_token]")["value"]
    with app.app_context():
        decisions.decide(the(app, paper), Outcome.ACCEPT, chair=account_in(editions.by_slug("2020"), StaffRole.CHAIR, "other@example.org"))

    for path in ("decision/release", "decision/take-back", "decide"):
        author.post(f"{LIST}/{paper}/{path}", {"csrf_token": token, "outcome": "accept"})
    author.post("/en/2020/organiser/decisions/release", {"csrf_token": token})

    assert (state_of(app, paper), decision_letters(app)) == (
        SubmissionState.UNDER_REVIEW,
        [(LetterKind.SUBMISSION_ACCEPTED, LetterState.DRAFT)],
    )


def test_an_accepted_paper_is_withdrawn_for_its_author_and_leaves_the_programme(app, chair, paper):
    with app.app_context():
        submissions.move(the(app, paper), SubmissionState.ACCEPTED, by="test")
        make_slot(make_block(editions.by_slug("2020")), the(app, paper), "10:00")

    confirm = chair.get(f"{LIST}/{paper}").follow("Withdraw it for the author")
    page = confirm.form("main form").submit()

    assert "It is in the programme on 1 October 2020" in confirm.text
    assert "The submission is withdrawn, and its author is told by letter." in page.text
    assert "Taken off the programme" in page.text
    assert "Withdraw it for the author" not in page.text
    with app.app_context():
        assert (the(app, paper).state, slot_of(the(app, paper))) == (SubmissionState.WITHDRAWN, None)


def test_what_cannot_be_withdrawn_is_told(app, chair, paper):
    confirm = chair.get(f"{LIST}/{paper}/withdraw")
    with app.app_context():
        submissions.move(the(app, paper), SubmissionState.REJECTED, by="test")

    page = confirm.form("main form").submit()

    assert "This cannot be done now. The state of the submission is: Rejected." in page.text
    assert "Withdraw it for the author" not in page.text
    assert state_of(app, paper) is SubmissionState.REJECTED
