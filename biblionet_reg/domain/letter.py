"""Letters: what they tell, and how far they have come."""

from enum import StrEnum


class LetterKind(StrEnum):
    """What happened, that a letter tells."""

    REGISTRATION_RECEIVED = "registration_received"
    REGISTRATION_CHANGED = "registration_changed"
    REGISTRATION_CANCELLED = "registration_cancelled"
    SUBMISSION_RECEIVED = "submission_received"
    SUBMISSION_CHANGED = "submission_changed"
    SUBMISSION_WITHDRAWN = "submission_withdrawn"
    SUBMISSION_ACCEPTED = "submission_accepted"
    SUBMISSION_CHANGES_REQUESTED = "submission_changes_requested"
    SUBMISSION_REJECTED = "submission_rejected"


class LetterState(StrEnum):
    """Draft until somebody lets it go; uncertain when the sender died on the way."""

    DRAFT = "draft"
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNCERTAIN = "uncertain"


class LinkScope(StrEnum):
    """What a personal link opens."""

    REGISTRATION = "registration"
    SUBMISSION = "submission"
    SIGN_IN = "sign_in"


#: Stands in a stored letter where the personal link goes; the link itself is minted at sending.
LINK_PLACE = "{{personal-link}}"
