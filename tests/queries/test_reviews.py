"""A reviewer's list: what is open, fewest reviews first, never a paper of their own."""

from dataclasses import replace

import pytest

from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.domain.review import Outcome
from biblionet_reg.domain.text import LocalText
from biblionet_reg.queries.reviews import Progress, ReviewFilter, next_unreviewed, progress_of, review_list, submission_for
from biblionet_reg.services import decisions, submissions
from biblionet_reg.services.reviews import save_review
from tests.reviewing import account_in, opinion, submission_in
from tests.statements import statements
from tests.submissions import LJUBICA


@pytest.fixture
def reviewer(edition):
    return account_in(edition, StaffRole.REVIEWER)


def paper(edition, title, **changes):
    return submission_in(edition, title=LocalText(sr=title, en=title), **changes)


def listed(edition, reviewer, chosen=ReviewFilter.ALL):
    return [(row.title.en, row.review_count, row.own_score) for row in review_list(edition, reviewer, chosen).page.rows]


def test_fewest_reviews_come_first_and_own_scores_are_told(session, edition, reviewer):
    one, two, _three = (paper(edition, title) for title in ("One", "Two", "Three"))
    other = account_in(edition, StaffRole.REVIEWER, "other@example.org")
    for submission, who in ((one, reviewer), (one, other), (two, other)):
        save_review(submission, opinion(score=5), reviewer=who)

    assert listed(edition, reviewer) == [("Three", 0, None), ("Two", 1, None), ("One", 2, 5)]
    assert listed(edition, reviewer, ReviewFilter.UNREVIEWED) == [("Three", 0, None), ("Two", 1, None)]
    assert listed(edition, reviewer, ReviewFilter.MINE) == [("One", 2, 5)]
    assert progress_of(edition, reviewer) == Progress(1, 3)


def test_own_withdrawn_decided_and_pending_papers_are_left_out(session, edition, reviewer):
    chair = account_in(edition, StaffRole.CHAIR)
    own = paper(edition, "Own", authors=(replace(LJUBICA, email="Reviewer@Example.org"),))
    withdrawn, pending, rejected, _open = (paper(edition, title) for title in ("Withdrawn", "Pending", "Rejected", "Open"))
    submissions.withdraw(withdrawn, by=withdrawn.code)
    for submission in (pending, rejected):
        decisions.decide(submission, Outcome.REJECT, chair=chair)
    decisions.release(rejected, chair=chair)

    assert listed(edition, reviewer) == [("Open", 0, None)]
    assert progress_of(edition, reviewer) == Progress(0, 1)
    assert submission_for(edition, own.code, reviewer) is None
    assert submission_for(edition, rejected.code, reviewer) == rejected


def test_the_next_one_is_another_one_until_there_is_none(session, edition, reviewer):
    one, two = paper(edition, "One"), paper(edition, "Two")

    assert next_unreviewed(edition, reviewer, after=one.code) == two.code
    save_review(two, opinion(), reviewer=reviewer)
    assert next_unreviewed(edition, reviewer, after=two.code) == one.code
    save_review(one, opinion(), reviewer=reviewer)
    assert next_unreviewed(edition, reviewer, after=one.code) is None


@pytest.mark.parametrize("papers", [1, 3])
def test_the_list_takes_three_statements(app, session, edition, reviewer, papers):
    for number in range(papers):
        save_review(paper(edition, f"Paper {number}"), opinion(), reviewer=reviewer)
    session.commit()
    _warm = (edition.id, reviewer.id, reviewer.email)

    with statements(app) as asked:
        review_list(edition, reviewer)

    assert len(asked) == 3
