"""Personal links of submissions, sent once more to whoever lost the letter."""

from sqlalchemy import func, select

from biblionet_reg import clock
from biblionet_reg.domain.letter import LetterKind
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.extensions import db
from biblionet_reg.mail import submissions as letters
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.submission import Author, Submission
from biblionet_reg.queries.letters import has_enough_links
from biblionet_reg.services import audit, outbox
from biblionet_reg.services.transaction import transaction


def send_links(edition: Edition, email: str) -> int:
    """Send the link of every submission, not withdrawn, whose letters go to this address; return how many go."""
    with transaction():
        found = [one for one in _at_address(edition, email) if not has_enough_links(LetterKind.SUBMISSION_RECEIVED, one, now=clock.now())]
        for submission in found:
            outbox.post(letters.submission_received(submission))
            audit.record(
                "submission.link_sent", by=submission.code, edition=edition, subject_kind="submission", subject_code=submission.code
            )
    return len(found)


def _at_address(edition: Edition, email: str) -> list[Submission]:
    wanted = select(Submission).join(Submission.authors)
    wanted = wanted.where(Submission.edition_id == edition.id, Submission.state != SubmissionState.WITHDRAWN)
    wanted = wanted.where(Author.is_corresponding, func.lower(Author.email) == email.strip().lower())
    return list(db.session.scalars(wanted.order_by(Submission.id)))
