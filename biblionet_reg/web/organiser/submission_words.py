"""Words for what the ledger keeps as bare values, and for a mean score."""

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.review import Outcome
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.i18n import current_lang
from biblionet_reg.wording import label


def score_words(score: float | None) -> str:
    """Return a mean with one decimal, as the language writes it; a dash where there is none."""
    if score is None:
        return "–"
    return f"{score:.1f}" if current_lang() is Lang.EN else f"{score:.1f}".replace(".", ",")


def state_words(value: str) -> str:
    """Return what people call a state of a submission that the ledger named."""
    return label(SubmissionState(value)) if value in set(SubmissionState) else value


def outcome_words(value: str) -> str:
    """Return what people call a decision that the ledger named."""
    return label(Outcome(value)) if value in set(Outcome) else value
