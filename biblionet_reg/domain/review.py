"""Scores, recommendations and decisions."""

from enum import StrEnum

from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.submission import SubmissionState

SCORES = range(1, 6)


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


class OwnSubmission(Refusal):
    """Nobody reviews or decides on a submission of their own."""


class NotReviewable(Refusal):
    """The submission is decided or withdrawn: reviews are closed."""


class NotDecidable(Refusal):
    """The submission was withdrawn, or stands already where the decision would lead."""


class NothingPending(Refusal):
    """There is no pending decision to release or take back."""
