"""What people do with a letter of the outbox: let it go, hold it back, settle what went wrong."""

from typing import Any

from sqlalchemy import exists, select, update

from biblionet_reg import clock
from biblionet_reg.domain.letter import STEPS, LetterAwaitsDecision, LetterMoved, LetterState, LetterStep
from biblionet_reg.domain.review import DecisionState
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.letter import Letter
from biblionet_reg.models.review import Decision
from biblionet_reg.services import audit
from biblionet_reg.services.outbox import wake_sender
from biblionet_reg.services.transaction import rows_changed, transaction


def take_step(letter: Letter, step: LetterStep, *, by: str) -> None:
    """Do `step` with the letter. Raises LetterMoved or LetterAwaitsDecision."""
    with transaction() as session:
        if step is LetterStep.SEND and awaits_decision(letter):
            raise LetterAwaitsDecision
        move(letter, step)
        edition = session.get_one(Edition, letter.edition_id)
        audit.record(f"letter.{step.value}", by=by, edition=edition, subject_kind="letter", subject_code=letter.code)


def move(letter: Letter, step: LetterStep) -> None:
    """Take the letter from one state to the next if it still stands in the first; raise LetterMoved else."""
    old, new = STEPS[step]
    now = clock.now()
    values: dict[str, Any] = {"state": new, "sent_at": now if new is LetterState.SENT else None}
    if new is LetterState.QUEUED:
        values |= {"due_at": now, "tries": 0, "last_error": ""}
        wake_sender()
    moved = db.session.execute(update(Letter).where(Letter.id == letter.id, Letter.state == old).values(**values))
    if rows_changed(moved) != 1:
        raise LetterMoved
    db.session.refresh(letter)


def awaits_decision(letter: Letter) -> bool:
    """Say whether the letter tells a decision that is still pending."""
    pending = exists().where(Decision.letter_id == letter.id, Decision.state == DecisionState.PENDING)
    return bool(db.session.scalar(select(pending)))
