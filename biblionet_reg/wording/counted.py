"""Words for states over how many stand in them: Serbian tells one accepted paper from several („прихваћен“, „прихваћени“)."""

from enum import StrEnum
from typing import Any

from biblionet_reg.domain.letter import LetterState
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.i18n import lazy_pgettext as _lp

_LABELS: dict[StrEnum, Any] = {
    SubmissionState.SUBMITTED: _lp("submissions in a state", "Submitted"),
    SubmissionState.UNDER_REVIEW: _lp("submissions in a state", "Under review"),
    SubmissionState.CHANGES_REQUESTED: _lp("submissions in a state", "Changes requested"),
    SubmissionState.ACCEPTED: _lp("submissions in a state", "Accepted"),
    SubmissionState.REJECTED: _lp("submissions in a state", "Rejected"),
    SubmissionState.WITHDRAWN: _lp("submissions in a state", "Withdrawn"),
    LetterState.DRAFT: _lp("letters in a state", "Drafts"),
    LetterState.QUEUED: _lp("letters in a state", "Queued"),
    LetterState.SENDING: _lp("letters in a state", "Being sent"),
    LetterState.SENT: _lp("letters in a state", "Sent"),
    LetterState.FAILED: _lp("letters in a state", "Failed"),
    LetterState.UNCERTAIN: _lp("letters in a state", "Uncertain"),
}
_BY_MEMBER = {(type(member), member.value): words for member, words in _LABELS.items()}


def label_of_many(state: SubmissionState | LetterState) -> str:
    """Return what people call those in this state, in the current language."""
    return str(_BY_MEMBER[type(state), state.value])
