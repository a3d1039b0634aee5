"""Synthetic letters: what was sent already, and a few decisions that still wait with their drafts."""

from collections.abc import Sequence
from datetime import datetime

from biblionet_reg.domain.letter import LetterState
from biblionet_reg.domain.review import Outcome
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.extensions import db
from biblionet_reg.mail.registrations import registration_received
from biblionet_reg.mail.submissions import submission_received
from biblionet_reg.models.account import StaffAccount
from biblionet_reg.models.letter import Letter
from biblionet_reg.models.registration import Registration
from biblionet_reg.models.submission import Submission
from biblionet_reg.services import decisions, search_index
from biblionet_reg.services.demo.stage import Stage

#: Letters beyond these would say the same; a large demonstration loads faster without them.
_MOST = 60
_PENDING = (Outcome.ACCEPT, Outcome.CHANGES, Outcome.REJECT)


def make_letters(stage: Stage, guests: Sequence[Registration], papers: Sequence[Submission], chair: StaffAccount) -> None:
    """Put the letters of registrations and submissions into the outbox as sent, and some decisions as drafts."""
    sent = [_sent(stage, registration_received(guest), guest.registered_at) for guest in guests[:_MOST]]
    sent += [_sent(stage, submission_received(paper), paper.submitted_at) for paper in papers[:_MOST]]
    db.session.flush()
    search_index.index_new(sent)
    under_review = [paper for paper in papers if paper.state is SubmissionState.UNDER_REVIEW]
    for paper, outcome in zip(under_review, _PENDING, strict=False):
        decisions.decide(paper, outcome, chair=chair)


def _sent(stage: Stage, letter: Letter, at: datetime) -> Letter:
    letter.edition_id, letter.is_demo = stage.edition.id, True
    letter.state = LetterState.SENT
    letter.created_at = letter.due_at = letter.claimed_at = letter.sent_at = at
    db.session.add(letter)
    return letter
