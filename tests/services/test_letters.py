"""What people do with a letter: every step from every state, and who is first."""

import pytest
from sqlalchemy import select, update

from biblionet_reg import clock
from biblionet_reg.domain.letter import STEPS, LetterAwaitsDecision, LetterMoved, LetterState, LetterStep
from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.domain.review import Outcome
from biblionet_reg.models.audit import AuditEntry
from biblionet_reg.models.letter import Letter
from biblionet_reg.services import decisions
from biblionet_reg.services.letters import take_step
from tests.reviewing import account_in, submission_in

LAWFUL = [(state, step) for step, (state, _new) in STEPS.items()]


def letter_in(session, edition, state):
    submission_in(edition)
    now = clock.now()
    session.execute(
        update(Letter).values(state=state, tries=8, last_error="450", claimed_at=now, sent_at=now if state is LetterState.SENT else None)
    )
    session.commit()
    session.expire_all()
    return session.scalars(select(Letter)).one()


@pytest.mark.parametrize("state", LetterState)
@pytest.mark.parametrize("step", LetterStep)
def test_a_step_is_taken_only_from_its_state(session, edition, state, step):
    letter = letter_in(session, edition, state)
    if (state, step) not in LAWFUL:
        with pytest.raises(LetterMoved):
            take_step(letter, step, by="chair@example.org")
        session.expire_all()
        assert letter.state is state
        return

    take_step(letter, step, by="chair@example.org")

    assert letter.state is STEPS[step][1]
    assert (letter.sent_at is not None) == (letter.state is LetterState.SENT)
    told = session.execute(select(AuditEntry.action, AuditEntry.subject_code).where(AuditEntry.subject_kind == "letter")).all()
    assert told == [(f"letter.{step.value}", letter.code)]


@pytest.mark.parametrize("step", [LetterStep.RETRY, LetterStep.SEND_AGAIN])
def test_a_letter_sent_on_its_way_again_begins_from_nothing(session, edition, step):
    letter = letter_in(session, edition, STEPS[step][0])

    take_step(letter, step, by="chair@example.org")

    assert (letter.tries, letter.last_error, letter.due_at <= clock.now()) == (0, "", True)


def test_the_letter_of_a_pending_decision_waits_for_its_release(session, edition):
    submission, chair = submission_in(edition), account_in(edition, StaffRole.CHAIR)
    letter = decisions.decide(submission, Outcome.ACCEPT, chair=chair).letter

    with pytest.raises(LetterAwaitsDecision):
        take_step(letter, LetterStep.SEND, by=chair.email)

    assert letter.state is LetterState.DRAFT
