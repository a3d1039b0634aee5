"""The organisers' first page in numbers."""

from dataclasses import replace

import pytest

from biblionet_reg.domain.letter import LetterState
from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.domain.review import Outcome
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.queries.overview import overview_of
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
    assert [(row.code, row.submissions, row.accepted) for row in told.by_subtopic if row.submissions] == [("literacy", 4, 0)]
    assert len(told.by_subtopic) == len(edition.subtopics)
    assert (told.reviews, told.reviewers, told.without_review, told.pending_decisions) == (1, 1, 1, 1)
    assert {state: number for state, number in told.letters.items() if number} == {LetterState.QUEUED: 6}


@pytest.mark.parametrize("papers", [1, 3])
def test_the_numbers_take_as_many_statements_at_any_size(app, session, edition, chair, papers):
    for _number in range(papers):
        save_review(submission_in(edition), opinion(), reviewer=account_in(edition, StaffRole.REVIEWER))
    session.commit()
    _warm = (edition.id, edition.participant_limit, chair.email)

    with statements(app) as asked:
        overview_of(edition, chair)

    assert len(asked) == 7
