"""Reviewers' pages: the list, the review, what is closed, what is not theirs."""

from dataclasses import replace

import pytest

from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.domain.review import Outcome
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.domain.text import LocalText
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries import editions
from biblionet_reg.services import decisions, submissions
from biblionet_reg.services.reviews import save_review
from tests.reviewing import account_in, next_edition_of, opinion, submission_in
from tests.submissions import LJUBICA

HOME = "/en/2020/reviewer/"


@pytest.fixture
def papers(app):
    """Two papers of others and one by the reviewer; their codes."""
    with app.app_context():
        edition = editions.by_slug("2020")
        return [
            submission_in(edition, title=LocalText(sr="Први", en="First <b>paper</b>")).code,
            submission_in(edition, title=LocalText(sr="Други", en="Second")).code,
            submission_in(edition, title=LocalText(sr="Мој", en="Own"), authors=(replace(LJUBICA, email="reviewer@example.org"),)).code,
        ]


@pytest.fixture
def reviewer(staff, papers):
    return staff("reviewer")


def state_of(app, code):
    with app.app_context():
        return submission_by(code).state


def submission_by(code):
    from sqlalchemy import select

    from biblionet_reg.extensions import db

    return db.session.scalars(select(Submission).where(Submission.code == code)).one()


def answers(**changes):
    return {"score": "4", "recommendation": "accept", "comment_for_authors": "Добро.\r\nБоље!", "comment_for_chairs": "", **changes}


def test_a_reviewer_finds_reviews_saves_and_goes_on(app, reviewer, papers):
    page = reviewer.get(HOME)
    assert "0 of 2 reviewed" in page.text
    assert "Own" not in page.text

    page = page.follow("First <b>paper</b>")
    saved = page.form("section form").fill(answers()).submit()

    assert "Your review is saved" in saved.text
    assert saved.form("section form").values["comment_for_authors"] == ["Добро.\nБоље!"]
    assert state_of(app, papers[0]) is SubmissionState.UNDER_REVIEW
    assert saved.follow("Next submission").h1 == "Second"
    assert "1 of 2 reviewed" in reviewer.get(HOME).text


def test_the_list_is_narrowed(reviewer, papers):
    reviewer.get(f"{HOME}{papers[0]}").form("section form").fill(answers()).submit()

    unreviewed = reviewer.get(HOME).follow("Not yet reviewed by me")
    mine = unreviewed.follow("Reviewed by me")

    assert ["Second" in page.text for page in (unreviewed, mine)] == [True, False]
    assert ["First" in page.text for page in (unreviewed, mine)] == [False, True]
    assert reviewer.get(HOME, query={"show": "nonsense", "page": "x"}).status == 200


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"score": None}, "Choose a score"),
        ({"recommendation": None}, "Choose what you recommend"),
        ({"comment_for_authors": "ж" * 5001}, "Comment for the authors must be 5,000 characters or fewer"),
        ({"comment_for_chairs": "ж" * 5001}, "Comment for the chairs must be 5,000 characters or fewer"),
        ({"score": "6"}, "Choose a score from 1 to 5"),
        ({"score": "NaN"}, "Choose a score from 1 to 5"),
        ({"recommendation": "praise"}, "Choose one of the offered recommendations"),
    ],
)
def test_a_wrong_answer_is_said_and_nothing_typed_is_lost(app, reviewer, papers, changes, sentence):
    typed = answers(comment_for_authors="Задржи ово") | changes

    page = reviewer.get(f"{HOME}{papers[0]}").form("section form").fill(typed).submit(status=422)

    assert page.errors() == [sentence]
    assert page.form("section form").values["comment_for_authors"] == [typed["comment_for_authors"]]
    assert state_of(app, papers[0]) is SubmissionState.SUBMITTED


def test_controls_and_direction_marks_are_taken_out_of_comments(reviewer, papers):
    page = reviewer.get(f"{HOME}{papers[0]}").form("section form").fill(answers(comment_for_authors="а\x00б\u202eв 😀 <i>")).submit()

    assert page.form("section form").values["comment_for_authors"] == ["абв 😀 <i>"]


def test_an_expired_token_loses_nothing(reviewer, papers):
    form = reviewer.get(f"{HOME}{papers[0]}").form("section form").fill(answers())
    form.values["csrf_token"] = ["old"]

    page = form.submit(status=422)

    assert "This page was open for too long" in page.errors()[0]
    assert page.form("section form").values["score"] == ["4"]
    assert "Your review is saved" in page.form("section form").submit().text


def test_pressing_twice_keeps_one_review(reviewer, papers):
    form = reviewer.get(f"{HOME}{papers[0]}").form("section form").fill(answers())

    form.submit()
    form.submit()

    assert "1 of 2 reviewed" in reviewer.get(HOME).text


def test_a_paper_of_ones_own_is_not_there(reviewer, papers):
    for path in (papers[2], f"{papers[2]}/file"):
        assert reviewer.get(f"{HOME}{path}", status=404).status == 404


@pytest.mark.parametrize("way", ["pending", "withdrawn", "closed edition"])
def test_reviews_that_are_closed_are_explained(app, reviewer, papers, way):
    form = reviewer.get(f"{HOME}{papers[0]}").form("section form").fill(answers())
    with app.app_context():
        edition, paper = editions.by_slug("2020"), submission_by(papers[0])
        save_review(paper, opinion(comment_for_chairs="Моје речи"), reviewer=account_in(edition, StaffRole.REVIEWER))
        if way == "pending":
            decisions.decide(paper, Outcome.REJECT, chair=account_in(edition, StaffRole.CHAIR))
        elif way == "withdrawn":
            submissions.withdraw(paper, by=paper.code)
        else:
            from biblionet_reg.services import editions as services

            services.close(edition, by="test")

    for page in (reviewer.get(f"{HOME}{papers[0]}"), form.submit()):
        assert page.h1 == "Reviews of this submission are closed"
        assert "Moje reči" in page.text


def test_a_submission_of_another_edition_is_not_found(app, staff, papers):
    with app.app_context():
        next_edition_of(editions.by_slug("2020"))
    from tests.pages import Browser

    elsewhere = Browser(app).sign_in("elsewhere@example.org", [StaffRole.REVIEWER], slug="2021")

    assert elsewhere.get(f"/en/2021/reviewer/{papers[0]}", status=404).status == 404
    assert elsewhere.get(f"/en/2020/reviewer/{papers[0]}", status=403).status == 403


def test_without_submissions_the_page_says_what_to_expect(staff):
    assert "Nothing is waiting for a review" in staff("reviewer").get(HOME).text


def test_the_reviews_tab_is_marked_on_a_review_too(app, staff):
    with app.app_context():
        code = submission_in(editions.by_slug("2020")).code
    chair = staff("chair")

    marked = {
        path: [link.text for link in chair.get(path).soup.select("nav [aria-current=page]") if link.text in {"Reviews", "Overview"}]
        for path in ("/en/2020/reviewer/", f"/en/2020/reviewer/{code}", "/en/2020/organiser/", "/en/2020/organiser/letters")
    }

    assert list(marked.values()) == [["Reviews"], ["Reviews"], ["Overview"], []]
