"""The organisers' list: filters, search, order, pages, and nothing told of a paper of one's own."""

from dataclasses import replace

import pytest

from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.domain.person_name import PersonName
from biblionet_reg.domain.review import Outcome
from biblionet_reg.domain.submission import SubmissionKind, SubmissionState
from biblionet_reg.domain.submission_answers import PartnerAnswers
from biblionet_reg.domain.text import LocalText
from biblionet_reg.queries import paging
from biblionet_reg.queries.submission_lists import SubmissionFilter, SubmissionSort, submission_list
from biblionet_reg.queries.submissions import whole
from biblionet_reg.services import decisions, submissions
from biblionet_reg.services.reviews import save_review
from tests.reviewing import account_in, next_edition_of, opinion, submission_in
from tests.statements import statements
from tests.submissions import LJUBICA


@pytest.fixture
def chair(edition):
    return account_in(edition, StaffRole.CHAIR)


def titles(listed):
    return [row.title.en for row in listed.page.rows]


def paper(edition, title, **changes):
    return submission_in(edition, title=LocalText(sr=f"„{title}“ на српском", en=title), **changes)


def reviewed(edition, submission, *scores):
    for number, score in enumerate(scores):
        save_review(submission, opinion(score=score), reviewer=account_in(edition, StaffRole.REVIEWER, f"r{number}@example.org"))


def test_a_row_says_everything_the_list_shows(session, edition, chair):
    submission = paper(edition, "Reading")
    reviewed(edition, submission, 3, 4)
    decisions.decide(submission, Outcome.ACCEPT, chair=chair)

    (row,) = submission_list(edition, SubmissionFilter(), reader=chair).page.rows

    assert (row.code, [author.name for author in row.authors], row.kind, row.state) == (
        submission.code,
        [PersonName("Љубица", "Ђорђевић"), PersonName("Seán", "O’Brien")],
        SubmissionKind.PAPER,
        SubmissionState.UNDER_REVIEW,
    )
    assert (row.subtopic, row.reviews, row.score, row.has_pending, row.is_own) == (submission.subtopic.title, 2, 3.5, True, False)


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({"subtopic": "literacy"}, ["Literate"]),
        ({"sector": "science"}, ["Scientific"]),
        ({"state": SubmissionState.WITHDRAWN}, ["Withdrawn"]),
        ({"kind": SubmissionKind.POSTER}, ["Scientific"]),
        ({"subtopic": "nothing"}, []),
        ({"kind": SubmissionKind.PAPER, "state": SubmissionState.SUBMITTED}, ["Literate"]),
    ],
)
def test_a_filter_leaves_what_was_asked_for(session, edition, chair, chosen, expected):
    other = next(subtopic.code for subtopic in edition.subtopics if subtopic.code != "literacy")
    paper(edition, "Literate")
    paper(edition, "Scientific", subtopic=other, kind=SubmissionKind.POSTER, partners=(PartnerAnswers(name="Институт", sector="science"),))
    withdrawn = paper(edition, "Withdrawn", subtopic=other)
    submissions.withdraw(withdrawn, by=withdrawn.code)

    assert titles(submission_list(edition, SubmissionFilter(**chosen), reader=chair)) == expected


@pytest.mark.parametrize("words", ["djordjevic", "ЂОРЂЕВИЋ", "citanje park", "trinity", "o'brien", "  Reading   park ", "{code}", "{low}"])
def test_words_find_names_titles_institutions_and_the_code_in_either_script(session, edition, chair, words):
    wanted = submission_in(edition)
    paper(
        edition,
        "Something else",
        authors=(replace(LJUBICA, given_name="Ана", family_name="Марић", institution_name="Музеј"),),
        keywords=LocalText(),
    )
    typed = words.format(code=wanted.code, low=wanted.code.lower().replace("-", ""))

    found = submission_list(edition, SubmissionFilter(words=typed), reader=chair)

    assert [row.code for row in found.page.rows] == [wanted.code]


@pytest.mark.parametrize("words", ["%", "_", "100%", "\\", "'; DROP TABLE submission; --", "😀"])
def test_signs_of_the_database_are_only_signs(session, edition, chair, words):
    submission_in(edition)

    assert submission_list(edition, SubmissionFilter(words=f"{words} nowhere"), reader=chair).page.rows == []


def test_counts_by_state_follow_the_other_filters_but_not_the_state(session, edition, chair):
    paper(edition, "One", kind=SubmissionKind.POSTER)
    paper(edition, "Two")
    withdrawn = paper(edition, "Three")
    submissions.withdraw(withdrawn, by=withdrawn.code)

    listed = submission_list(edition, SubmissionFilter(kind=SubmissionKind.PAPER, state=SubmissionState.WITHDRAWN), reader=chair)

    assert listed.by_state == {SubmissionState.SUBMITTED: 1, SubmissionState.WITHDRAWN: 1}
    assert (titles(listed), listed.page.total) == (["Three"], 1)


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (SubmissionSort.NEWEST, ["Cc", "Aa", "Bb"]),
        (SubmissionSort.TITLE, ["Aa", "Bb", "Cc"]),
        (SubmissionSort.SCORE, ["Aa", "Bb", "Cc"]),
        (SubmissionSort.REVIEWS, ["Cc", "Aa", "Bb"]),
    ],
)
def test_the_list_stands_in_the_order_asked_for(session, edition, chair, sort, expected):
    reviewed(edition, paper(edition, "Bb"), 3, 3)
    reviewed(edition, paper(edition, "Aa"), 5)
    paper(edition, "Cc")

    assert titles(submission_list(edition, SubmissionFilter(sort=sort), reader=chair)) == expected


def test_pages_hold_so_many_and_a_page_that_is_not_there_is_the_last(session, edition, chair, monkeypatch):
    monkeypatch.setattr(paging, "PAGE_SIZE", 2)
    for title in ("Aa", "Bb", "Cc"):
        paper(edition, title)

    pages = [submission_list(edition, SubmissionFilter(sort=SubmissionSort.TITLE, page=page), reader=chair) for page in (1, 2, 99, -1)]

    assert [titles(listed) for listed in pages] == [["Aa", "Bb"], ["Cc"], ["Cc"], ["Aa", "Bb"]]
    assert [(listed.page.number, listed.page.pages, listed.page.total) for listed in pages] == [(1, 2, 3), (2, 2, 3), (2, 2, 3), (1, 2, 3)]


def test_of_a_paper_of_ones_own_reviews_and_decision_are_not_told(session, edition, chair):
    submission = paper(edition, "Own", authors=(replace(LJUBICA, email=chair.email.upper()),))
    reviewed(edition, submission, 5)
    decisions.decide(submission, Outcome.ACCEPT, chair=account_in(edition, StaffRole.CHAIR, "other@example.org"))

    (row,) = submission_list(edition, SubmissionFilter(), reader=chair).page.rows

    assert (row.is_own, row.reviews, row.score, row.has_pending) == (True, 0, None, False)


@pytest.mark.parametrize("papers", [1, 3])
def test_the_list_takes_four_statements_and_a_search_one_more(app, session, edition, chair, papers):
    for number in range(papers):
        reviewed(edition, paper(edition, f"Paper {number}"), 4, 5)
    session.commit()
    _warm = (edition.id, chair.email)

    with statements(app) as plain:
        submission_list(edition, SubmissionFilter(sort=SubmissionSort.SCORE), reader=chair)
    with statements(app) as searched:
        submission_list(edition, SubmissionFilter(words="paper", sort=SubmissionSort.SCORE), reader=chair)

    assert (len(plain), len(searched)) == (4, 5)


def test_a_code_finds_only_in_its_edition(session, edition):
    submission = submission_in(edition)
    other = next_edition_of(edition)

    assert [whole(edition, submission.code), whole(other, submission.code)] == [submission, None]
