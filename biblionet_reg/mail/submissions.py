"""Letters about a submission; the corresponding author gets them, in the language asked for."""

from biblionet_reg.domain.letter import LetterKind, LinkScope
from biblionet_reg.i18n import speaking
from biblionet_reg.mail.letters import Recipient, compose
from biblionet_reg.models.letter import Letter
from biblionet_reg.models.submission import Submission
from biblionet_reg.shown.names import person_name


def submission_received(submission: Submission) -> Letter:
    """Tell that the submission arrived, with its code and personal link."""
    return _letter(LetterKind.SUBMISSION_RECEIVED, submission)


def submission_link(submission: Submission) -> Letter:
    """Bring the personal link once more, to whoever lost the letter."""
    return _letter(LetterKind.SUBMISSION_RECEIVED, submission, is_sent_again=True)


def submission_changed(submission: Submission) -> Letter:
    """Tell that the answers were changed, and what they are now."""
    return _letter(LetterKind.SUBMISSION_CHANGED, submission)


def submission_address_changed(submission: Submission, before: Recipient) -> Letter:
    """Tell whom letters went to before that they go elsewhere now; it brings neither answers nor a link."""
    return _letter(LetterKind.SUBMISSION_CHANGED, submission, before=before)


def submission_withdrawn(submission: Submission) -> Letter:
    """Tell that the submission was withdrawn."""
    return _letter(LetterKind.SUBMISSION_WITHDRAWN, submission)


def corresponding_author(submission: Submission) -> Recipient:
    """Return whom letters about `submission` go to."""
    author = next(author for author in submission.authors if author.is_corresponding)
    with speaking(submission.language):
        name = person_name(author)
    return Recipient(name, author.email, submission.language)


def _letter(kind: LetterKind, submission: Submission, *, before: Recipient | None = None, is_sent_again: bool = False) -> Letter:
    return compose(
        kind,
        edition=submission.edition,
        to=before or corresponding_author(submission),
        link_scope=LinkScope.SUBMISSION if before is None else None,
        submission=submission,
        is_demo=submission.is_demo,
        address_changed=before is not None,
        is_sent_again=is_sent_again,
    )
