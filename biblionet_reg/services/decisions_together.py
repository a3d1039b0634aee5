"""One decision on many submissions: each with its own draft letter, all in one transaction, undone as one."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from biblionet_reg.domain.review import TOLD, ChangedSinceDecision, NotDecidable, Outcome, OwnSubmission
from biblionet_reg.models.account import StaffAccount
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries.decisions import pending_on
from biblionet_reg.queries.deeds import own_deed
from biblionet_reg.queries.submissions import whole
from biblionet_reg.services import audit, decisions
from biblionet_reg.services.editions import refuse_when_closed
from biblionet_reg.services.transaction import transaction

_SUBJECT = "submissions"


@dataclass(frozen=True, slots=True)
class DecidedTogether:
    """What was done: `key` is how it can be undone; `left` were not decided on."""

    key: UUID
    decided: int
    left: int


def decide_together(
    codes: Collection[str], outcome: Outcome, *, message: str = "", seen_at: datetime, edition: Edition, chair: StaffAccount
) -> DecidedTogether:
    """Take the same decision on every submission named, as far as it can be taken; each letter is a draft until its release.

    Left as they are: papers of the chair's own, those a decision waits for, those whose authors were told one, those where it cannot
    be decided, and those changed after `seen_at`. Raises EditionClosed.
    """
    key, decided = uuid4(), []
    with transaction():
        refuse_when_closed(edition)
        for code in sorted(set(codes)):
            submission = whole(edition, code)
            if submission is not None and _decided(submission, outcome, message, seen_at, chair):
                decided.append(code)
        if decided:
            details = {"outcome": outcome.value, "submissions": decided}
            audit.record("decisions.made", by=chair.email, edition=edition, subject_kind=_SUBJECT, subject_code=str(key), details=details)
    return DecidedTogether(key, len(decided), len(set(codes)) - len(decided))


def undo_decisions(key: UUID, *, edition: Edition, chair: StaffAccount) -> int | None:
    """Take back what the chair decided together, as far as it still waits as it was taken; None where there is no such deed of theirs.

    Raises EditionClosed.
    """
    entry = own_deed(_SUBJECT, key, edition=edition, account=chair)
    if entry is None:
        return None
    with transaction():
        named = [whole(edition, code) for code in entry.details["submissions"]]
        waiting = [one for one in named if one is not None and _waits_as_taken(one, entry.at, chair)]
        for submission in waiting:
            decisions.take_back(submission, chair=chair)
    return len(waiting)


def _decided(submission: Submission, outcome: Outcome, message: str, seen_at: datetime, chair: StaffAccount) -> bool:
    if submission.state in TOLD:
        return False
    try:
        decisions.decide_anew(submission, outcome, message=message, seen_at=seen_at, chair=chair)
    except (ChangedSinceDecision, NotDecidable, OwnSubmission):
        return False
    return True


def _waits_as_taken(submission: Submission, taken_at: datetime, chair: StaffAccount) -> bool:
    """Whoever decided again meanwhile meant the later decision: it stays."""
    decision = pending_on(submission)
    return decision is not None and decision.decided_by_id == chair.id and decision.decided_at <= taken_at
