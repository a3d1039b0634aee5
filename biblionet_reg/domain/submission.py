"""The life of a submission: kinds, states, and who may move it from one to another."""

from datetime import datetime
from enum import StrEnum

from biblionet_reg.domain.edition import Window, refuse_unless_open
from biblionet_reg.domain.errors import Refusal


class SubmissionKind(StrEnum):
    """What an author offers."""

    PAPER = "paper"
    POSTER = "poster"
    PANEL = "panel"
    WORKSHOP = "workshop"


class SubmissionState(StrEnum):
    """Stored state of a submission."""

    SUBMITTED = "submitted"
    UNDER_REVIEW = "under_review"
    CHANGES_REQUESTED = "changes_requested"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


_S = SubmissionState

#: Every lawful step; `services.submissions.move` is the only door through it.
TRANSITIONS: dict[SubmissionState, frozenset[SubmissionState]] = {
    _S.SUBMITTED: frozenset({_S.UNDER_REVIEW, _S.CHANGES_REQUESTED, _S.ACCEPTED, _S.REJECTED, _S.WITHDRAWN}),
    _S.UNDER_REVIEW: frozenset({_S.CHANGES_REQUESTED, _S.ACCEPTED, _S.REJECTED, _S.WITHDRAWN}),
    _S.CHANGES_REQUESTED: frozenset({_S.SUBMITTED, _S.ACCEPTED, _S.REJECTED, _S.WITHDRAWN}),
    _S.ACCEPTED: frozenset({_S.REJECTED, _S.WITHDRAWN}),
    _S.REJECTED: frozenset({_S.ACCEPTED}),
    _S.WITHDRAWN: frozenset(),
}

#: States in which an author may still edit (before the deadline, or when changes were asked for).
EDITABLE = frozenset({_S.SUBMITTED, _S.CHANGES_REQUESTED})
#: States in which reviewers score and comment.
REVIEWABLE = frozenset({_S.SUBMITTED, _S.UNDER_REVIEW, _S.CHANGES_REQUESTED})
#: States in which a decision may be taken.
DECIDABLE = frozenset({_S.SUBMITTED, _S.UNDER_REVIEW, _S.CHANGES_REQUESTED, _S.ACCEPTED, _S.REJECTED})


class TransitionRefused(Refusal):
    """The submission cannot go from `old` to `new`."""

    def __init__(self, old: SubmissionState, new: SubmissionState) -> None:
        super().__init__(old, new)
        self.old = old
        self.new = new


class NotEditable(Refusal):
    """The submission is past the state in which its author may edit it."""

    def __init__(self, state: SubmissionState) -> None:
        super().__init__(state)
        self.state = state


def check_transition(old: SubmissionState, new: SubmissionState) -> None:
    """Raise TransitionRefused unless the step is lawful."""
    if new not in TRANSITIONS[old]:
        raise TransitionRefused(old, new)


def check_editable(state: SubmissionState, call: Window, *, is_closed: bool, now: datetime) -> None:
    """Let the author edit until the deadline, and past it when changes were asked for."""
    if state not in EDITABLE and not is_closed:
        raise NotEditable(state)
    _check_author_may_act(state, call, is_closed=is_closed, now=now)


def check_withdrawable(state: SubmissionState, call: Window, *, is_closed: bool, now: datetime) -> None:
    """Let the author withdraw until the deadline, and past it instead of making the changes asked for."""
    check_transition(state, _S.WITHDRAWN)
    _check_author_may_act(state, call, is_closed=is_closed, now=now)


def _check_author_may_act(state: SubmissionState, call: Window, *, is_closed: bool, now: datetime) -> None:
    if state is _S.CHANGES_REQUESTED and not is_closed:
        return
    refuse_unless_open(call, is_closed=is_closed, now=now)
