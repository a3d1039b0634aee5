"""The letter that tells an author a decision: in their language, with what reviewers say to authors."""

from collections.abc import Sequence

from flask import current_app

from biblionet_reg.domain.letter import LetterKind, LetterState, LinkScope
from biblionet_reg.domain.review import Outcome
from biblionet_reg.mail.letters import compose
from biblionet_reg.mail.submissions import corresponding_author
from biblionet_reg.models.letter import Letter
from biblionet_reg.models.review import Decision

_KINDS = {
    Outcome.ACCEPT: LetterKind.SUBMISSION_ACCEPTED,
    Outcome.CHANGES: LetterKind.SUBMISSION_CHANGES_REQUESTED,
    Outcome.REJECT: LetterKind.SUBMISSION_REJECTED,
}


def decision_letter(decision: Decision, *, comments: Sequence[str]) -> Letter:
    """Return the draft of the letter; `comments` come without the names of their reviewers."""
    submission = decision.submission
    edition = submission.edition
    here = f"{current_app.extensions['settings'].base_url}/{submission.language.value}/{edition.slug}"
    return compose(
        _KINDS[decision.outcome],
        edition=edition,
        to=corresponding_author(submission),
        link_scope=LinkScope.SUBMISSION,
        submission=submission,
        state=LetterState.DRAFT,
        is_demo=submission.is_demo,
        decision=decision,
        comments=comments,
        register_address=f"{here}/register",
        programme_address=f"{here}/programme",
    )
