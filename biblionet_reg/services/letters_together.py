"""One step for many letters of the outbox: in one transaction, of each letter once, and undone as one."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Select, select, update

from biblionet_reg import clock
from biblionet_reg.domain.letter import BEFORE_THEY_GO, STEPS, TOGETHER, LetterState, LetterStep
from biblionet_reg.models.account import StaffAccount
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.letter import Letter, code_in
from biblionet_reg.queries.deeds import own_deed
from biblionet_reg.queries.letters import letters_named
from biblionet_reg.queries.letters_together import can_take
from biblionet_reg.services import audit
from biblionet_reg.services.outbox import wake_sender
from biblionet_reg.services.transaction import transaction

_SUBJECT = "letters"


@dataclass(frozen=True, slots=True)
class StepTaken:
    """What was done: `key` is how it can be undone."""

    key: UUID
    step: LetterStep
    letters: int


def take_step_together(chosen: Select[int], step: LetterStep, *, until: datetime, edition: Edition, by: str) -> StepTaken:
    """Do `step` with every chosen letter that can take it; those that moved on meanwhile stay as they are.

    Nothing written after `until`, when they were shown, is among them.
    """
    old, new = STEPS[step]
    now, key = clock.now(), uuid4()
    values: dict[str, Any] = {"state": new}
    if new is LetterState.QUEUED:
        values |= {"due_at": now + BEFORE_THEY_GO, "tries": 0, "last_error": ""}
    which = select(Letter.id).where(Letter.id.in_(chosen), can_take(step, until=until))
    moving = update(Letter).where(Letter.id.in_(which), Letter.state == old).values(**values).returning(Letter.message_id)
    with transaction() as session:
        moved = session.scalars(moving.execution_options(synchronize_session=False)).all()
        codes = sorted(map(code_in, moved))
        for code in codes:
            audit.record(f"letter.{step.value}", by=by, edition=edition, subject_kind="letter", subject_code=code)
        if codes:
            details = {"letters": codes}
            audit.record(f"letters.{step.value}", by=by, edition=edition, subject_kind=_SUBJECT, subject_code=str(key), details=details)
            wake_sender()
    return StepTaken(key, step, len(codes))


def undo_together(key: UUID, *, edition: Edition, account: StaffAccount) -> StepTaken | None:
    """Take back what the account did to many letters, as far as they have not gone; None where there is no such deed of theirs."""
    entry = own_deed(_SUBJECT, key, edition=edition, account=account)
    if entry is None:
        return None
    back = TOGETHER[LetterStep(entry.action.partition(".")[2])]
    chosen = letters_named(edition, entry.details["letters"], reader=account)
    return take_step_together(chosen, back, until=clock.now(), edition=edition, by=account.email)
