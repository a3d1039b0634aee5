"""Scores, recommendations and decisions."""

from collections.abc import Iterable
from enum import StrEnum

from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.submission import DECIDABLE, REVIEWABLE, TRANSITIONS, SubmissionState

SCORES = range(1, 6)
COMMENT_LIMIT = 5000
MESSAGE_LIMIT = 5000
#: On so many submissions at most a chair decides together.
TOGETHER_LIMIT = 200


class Recommendation(StrEnum):
    """What a reviewer advises."""

    ACCEPT = "accept"
    CHANGES = "changes"
    REJECT = "reject"


class Outcome(StrEnum):
    """What the chair decides."""

    ACCEPT = "accept"
    CHANGES = "changes"
    REJECT = "reject"


class DecisionState(StrEnum):
    """Pending until released; the letter goes with the release."""

    PENDING = "pending"
    RELEASED = "released"


#: The state a released decision leads to.
STATE_AFTER = {
    Outcome.ACCEPT: SubmissionState.ACCEPTED,
    Outcome.CHANGES: SubmissionState.CHANGES_REQUESTED,
    Outcome.REJECT: SubmissionState.REJECTED,
}


#: The author was told yes or no: what was told is changed one by one, never together with others.
TOLD = frozenset({SubmissionState.ACCEPTED, SubmissionState.REJECTED})


class OwnSubmission(Refusal):
    """Nobody reviews or decides on a submission of their own."""


class NotReviewable(Refusal):
    """The submission is decided or withdrawn: reviews are closed."""


class NotDecidable(Refusal):
    """The submission was withdrawn, or stands already where the decision would lead."""


class NothingPending(Refusal):
    """There is no pending decision to release or take back."""


class ChangedSinceDecision(Refusal):
    """The author changed the submission after the decision was taken: the chair reads it again first."""


def outcomes_for(state: SubmissionState) -> list[Outcome]:
    """Return what may be decided on a submission in `state`."""
    if state not in DECIDABLE:
        return []
    return [outcome for outcome in Outcome if STATE_AFTER[outcome] in TRANSITIONS[state]]


def refuse_undecidable(state: SubmissionState, outcome: Outcome) -> None:
    """Raise NotDecidable unless `outcome` may be decided on a submission in `state`."""
    if outcome not in outcomes_for(state):
        raise NotDecidable


def refuse_unreviewable(state: SubmissionState, *, has_pending: bool) -> None:
    """Raise NotReviewable once the submission is decided (also while the letter waits) or withdrawn."""
    if state not in REVIEWABLE or has_pending:
        raise NotReviewable


def is_among(email: str, author_emails: Iterable[str]) -> bool:
    """Say whether an account's address is an author's; an empty address is nobody's."""
    own = email.strip().lower()
    return bool(own) and own in {address.strip().lower() for address in author_emails}
