"""What submissions wait for: counted and listed alike."""

from dataclasses import replace

import pytest

from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.domain.review import Outcome
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.domain.text import LocalText
from biblionet_reg.domain.waiting import Waiting
from biblionet_reg.queries.authorship import own_ids
from biblionet_reg.queries.programme_board import board, clashes_on
from biblionet_reg.queries.programme_clashes import clash_count
from biblionet_reg.queries.submission_lists import SubmissionFilter, submission_list
from biblionet_reg.queries.submissions import answers_of
from biblionet_reg.queries.waiting import count_papers
from biblionet_reg.services import decisions, submissions
from biblionet_reg.services.reviews import save_review
from tests.factories import make_block, make_person, make_room, make_slot, make_submission
from tests.reviewing import account_in, opinion, submission_in
from tests.submissions import LJUBICA


@pytest.fixture
def chair(edition):
    return account_in(edition, StaffRole.CHAIR)


def reviewed(edition, times, **changes):
    paper = submission_in(edition, **changes)
    for number in range(times):
        save_review(paper, opinion(), reviewer=account_in(edition, StaffRole.REVIEWER, f"reviewer-{number}@example.org"))
    return paper


def decided(paper, outcome, chair):
    decisions.decide(paper, outcome, message="Допуните.", chair=chair)
    decisions.release(paper, chair=chair)
    return paper


def test_each_submission_waits_for_one_thing(session, edition, chair):
    unread, _once, twice = (reviewed(edition, times) for times in (0, 1, 2))
    decisions.decide(reviewed(edition, 2), Outcome.ACCEPT, chair=chair)
    accepted = decided(submission_in(edition), Outcome.ACCEPT, chair)
    placed = decided(submission_in(edition), Outcome.ACCEPT, chair)
    make_slot(make_block(edition), placed, "10:00")
    changed = decided(reviewed(edition, 2), Outcome.CHANGES, chair)
    submissions.update(changed, replace(answers_of(changed), title=LocalText(sr="Допуњен наслов", en="A fuller title")), by=changed.code)
    author = account_in(edition, StaffRole.CHAIR, LJUBICA.email)

    papers, numbers, pending = count_papers(edition, own_ids(chair))
    listed = {
        what: [row.code for row in submission_list(edition, SubmissionFilter(waits=what), reader=chair).page.rows] for what in Waiting
    }
    _papers, for_author, _pending = count_papers(edition, own_ids(author))

    assert listed == {
        Waiting.FIRST_REVIEW: [unread.code],
        Waiting.SECOND_LOOK: [changed.code],
        Waiting.DECISION: [twice.code],
        Waiting.PLACE: [accepted.code],
    }
    assert {state for _subtopic, state in papers} == {SubmissionState.SUBMITTED, SubmissionState.UNDER_REVIEW, SubmissionState.ACCEPTED}
    assert sum(papers.values()) == 7
    assert (numbers, pending) == ({what: len(codes) for what, codes in listed.items()}, 1)
    assert for_author == {Waiting.FIRST_REVIEW: 0, Waiting.SECOND_LOOK: 0, Waiting.DECISION: 0, Waiting.PLACE: 1}


def test_clashes_are_those_of_the_board(session, edition):
    person = make_person()
    first, second = (make_submission(edition, authors=[person]) for _number in range(2))
    make_slot(make_block(edition), first, "10:00")
    make_slot(make_block(edition, room=make_room(edition)), second, "10:10")
    make_block(edition, "11:00", "13:00")

    assert clash_count(edition) == len(clashes_on(edition, board(edition))) == 2
