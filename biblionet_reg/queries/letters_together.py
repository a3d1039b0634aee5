"""Many letters at once: which of those chosen a step moves, and which stay."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, exists, false, func, select

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.letter import STEPS, LetterStep
from biblionet_reg.domain.review import DecisionState
from biblionet_reg.extensions import db
from biblionet_reg.models.letter import Letter
from biblionet_reg.models.review import Decision

#: So many of them a preview names.
NAMED = 20
_AWAITS_DECISION = exists().where(Decision.letter_id == Letter.id, Decision.state == DecisionState.PENDING)


@dataclass(frozen=True, slots=True)
class NamedLetter:
    """A letter as a preview names it."""

    to_name: str
    to_email: str
    subject: str
    language: Lang


@dataclass(frozen=True, slots=True)
class StepPreview:
    """What a step would do: how many letters it moves, the first of them, how many tell a decision that waits, how many stand elsewhere."""

    moves: int
    first: list[NamedLetter]
    await_decision: int
    stand_elsewhere: int


def can_take(step: LetterStep, *, until: datetime) -> ColumnElement[bool]:
    """Return the condition of letters that `step` moves; what was written after `until` nobody has seen."""
    old, _new = STEPS[step]
    stands = and_(Letter.state == old, Letter.created_at <= until)
    return and_(stands, ~_AWAITS_DECISION) if step is LetterStep.SEND else stands


def preview(chosen: Select[int], step: LetterStep, *, now: datetime) -> StepPreview:
    """Tell what `step` would do with the chosen letters, in two statements."""
    goes = can_take(step, until=now)
    waits = and_(_AWAITS_DECISION, Letter.state == STEPS[step][0]) if step is LetterStep.SEND else false()
    counted = select(func.count(), func.count().filter(goes), func.count().filter(waits)).where(Letter.id.in_(chosen))
    all_of_them, moves, waiting = db.session.execute(counted).one()
    named = select(Letter.to_name, Letter.to_email, Letter.subject, Letter.language).where(Letter.id.in_(chosen), goes)
    first = [NamedLetter(*row) for row in db.session.execute(named.order_by(Letter.created_at.desc(), Letter.id.desc()).limit(NAMED))]
    return StepPreview(moves, first, waiting, all_of_them - moves - waiting)
