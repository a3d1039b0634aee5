"""Letters: what they tell, how far they have come, and what a person may do with one."""

from datetime import timedelta
from enum import StrEnum

from biblionet_reg.domain.errors import Refusal


class LetterKind(StrEnum):
    """What happened, that a letter tells."""

    REGISTRATION_RECEIVED = "registration_received"
    REGISTRATION_CHANGED = "registration_changed"
    REGISTRATION_CANCELLED = "registration_cancelled"
    SUBMISSION_RECEIVED = "submission_received"
    SUBMISSION_CHANGED = "submission_changed"
    SUBMISSION_WITHDRAWN = "submission_withdrawn"
    SUBMISSION_ACCEPTED = "submission_accepted"
    SUBMISSION_CHANGES_REQUESTED = "submission_changes_requested"
    SUBMISSION_REJECTED = "submission_rejected"


#: Letters that tell an author a decision.
DECISION_KINDS = (LetterKind.SUBMISSION_ACCEPTED, LetterKind.SUBMISSION_CHANGES_REQUESTED, LetterKind.SUBMISSION_REJECTED)


class LetterState(StrEnum):
    """Draft until somebody lets it go; uncertain when the sender died on the way."""

    DRAFT = "draft"
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNCERTAIN = "uncertain"


class LinkScope(StrEnum):
    """What a personal link opens."""

    REGISTRATION = "registration"
    SUBMISSION = "submission"
    SIGN_IN = "sign_in"


#: How many letters of a kind a subject gets within LINKS_WITHIN when its link is asked for again and again:
#: anybody may ask for anybody's, so nobody's letter box is filled by it.
LINKS_LIMIT = 3
LINKS_WITHIN = timedelta(hours=1)

#: Stands in a stored letter where the personal link goes; the link itself is minted at sending.
LINK_PLACE = "{{personal-link}}"


class LetterStep(StrEnum):
    """What a person may do with a letter; the value stands in the address."""

    SEND = "send"
    HOLD = "hold"
    RETRY = "retry"
    MARK_SENT = "mark-sent"
    SEND_AGAIN = "send-again"


_S = LetterState

#: From which state each step leads to which.
STEPS: dict[LetterStep, tuple[LetterState, LetterState]] = {
    LetterStep.SEND: (_S.DRAFT, _S.QUEUED),
    LetterStep.HOLD: (_S.QUEUED, _S.DRAFT),
    LetterStep.RETRY: (_S.FAILED, _S.QUEUED),
    LetterStep.MARK_SENT: (_S.UNCERTAIN, _S.SENT),
    LetterStep.SEND_AGAIN: (_S.UNCERTAIN, _S.QUEUED),
}


#: What is done with many letters at once, and by which step it is undone.
TOGETHER = {LetterStep.SEND: LetterStep.HOLD, LetterStep.HOLD: LetterStep.SEND}
#: Letters sent together wait so long before they go: whoever sent too many can still hold them.
BEFORE_THEY_GO = timedelta(minutes=1)


def steps_from(state: LetterState) -> list[LetterStep]:
    """Return what a person may do with a letter in `state`."""
    return [step for step, (old, _new) in STEPS.items() if old is state]


class LetterMoved(Refusal):
    """The letter is no longer in the state the step begins from: a sender or a colleague was first."""


class LetterAwaitsDecision(Refusal):
    """The letter tells a decision that is still pending: it goes with its release, not before."""
