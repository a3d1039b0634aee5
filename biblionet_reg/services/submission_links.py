"""Personal links of submissions, sent once more to whoever lost the letter."""

from biblionet_reg import clock
from biblionet_reg.domain.letter import LetterKind
from biblionet_reg.mail import submissions as letters
from biblionet_reg.models.edition import Edition
from biblionet_reg.queries.letters import has_enough_links
from biblionet_reg.queries.submissions import live_at_address
from biblionet_reg.services import audit, outbox
from biblionet_reg.services.transaction import transaction


def send_links(edition: Edition, email: str) -> int:
    """Send the link of every submission, not withdrawn, whose letters go to this address; return how many go."""
    with transaction():
        found = [
            one for one in live_at_address(edition, email) if not has_enough_links(LetterKind.SUBMISSION_RECEIVED, one, now=clock.now())
        ]
        for submission in found:
            outbox.post(letters.submission_link(submission))
            audit.record(
                "submission.link_sent", by=submission.code, edition=edition, subject_kind="submission", subject_code=submission.code
            )
    return len(found)
