"""The organisers' first page in numbers."""

from dataclasses import replace

import pytest

from biblionet_reg.domain.letter import LetterState
from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.domain.review import Outcome
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.domain.waiting import Waiting
from biblionet_reg.queries.overview import overview_of
from biblionet_reg.queries.overview_counts import ReaderCounts
from biblionet_reg.queries.review_progress import ReviewerCount, ReviewProgress
from biblionet_reg.services import decisions, submissions
from biblionet_reg.services.reviews import save_review
from tests.reviewing import account_in, opinion, submission_in
from tests.statements import statements
from tests.submissions import LJUBICA


@pytest.fixture
def chair(edition):
    return account_in(edition, StaffRole.CHAIR)


def test_the_numbers_tell_what_waits(session, edition, chair):
    reviewed, pending, withdrawn, _plain = (submission_in(edition) for _number in range(4))
    own = submission_in(edition, authors=(replace(LJUBICA, email=chair.email),))
    save_review(reviewed, opinion(), reviewer=account_in(edition, StaffRole.REVIEWER))
    for paper in (pending, own):
        decisions.decide(paper, Outcome.ACCEPT, chair=account_in(edition, StaffRole.CHAIR, "other@example.org"))
    submissions.withdraw(withdrawn, by=withdrawn.code)

    told = overview_of(edition, chair)

    assert (told.registered, told.cancelled, told.limit) == (0, 0, edition.participant_limit)
    assert {state: number for state, number in told.by_state.items() if number} == {
        SubmissionState.SUBMITTED: 3,
        SubmissionState.UNDER_REVIEW: 1,
        SubmissionState.WITHDRAWN: 1,
    }
    assert [(row.code, row.submissions, row.by_state[SubmissionState.UNDER_REVIEW]) for row in told.by_subtopic if row.submissions] == [
        ("literacy", 4, 1)
    ]
    assert len(told.by_subtopic) == len(edition.subtopics)
    assert told.for_reader == ReaderCounts(
        waiting={Waiting.FIRST_REVIEW: 1, Waiting.SECOND_LOOK: 0, Waiting.DECISION: 0, Waiting.PLACE: 0},
        pending_decisions=1,
        reviews=ReviewProgress([ReviewerCount("Reviewer", 1)], (2, 1, 0)),
    )
    assert {state: number for state, number in told.letters.items() if number} == {LetterState.QUEUED: 6}


@pytest.mark.parametrize("papers", [1, 3])
def test_the_numbers_take_as_many_statements_at_any_size(app, session, edition, chair, papers):
    for _number in range(papers):
        save_review(submission_in(edition), opinion(), reviewer=account_in(edition, StaffRole.REVIEWER))
    session.commit()
    _warm = (edition.id, edition.participant_limit, chair.email)

    with statements(app) as asked:
        overview_of(edition, chair)

    assert len(asked) == 15


def test_nothing_is_counted_again_until_something_changes(app, session, edition, chair):
    before = overview_of(edition, chair)
    session.commit()
    _warm = (edition.id, edition.participant_limit, chair.email)

    with statements(app) as asked:
        again = overview_of(edition, chair)
    submission_in(edition)
    after = overview_of(edition, chair)

    assert len(asked) == 5
    assert again.counted == before.counted
    assert [told.for_reader.waiting[Waiting.FIRST_REVIEW] for told in (before, again, after)] == [0, 0, 1]
