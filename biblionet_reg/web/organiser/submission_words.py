"""Words for what the ledger keeps as bare values."""

from biblionet_reg.domain.review import Outcome
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.wording import label


def state_words(value: str) -> str:
    """Return what people call a state of a submission that the ledger named."""
    return label(SubmissionState(value)) if value in set(SubmissionState) else value


def outcome_words(value: str) -> str:
    """Return what people call a decision that the ledger named."""
    return label(Outcome(value)) if value in set(Outcome) else value
