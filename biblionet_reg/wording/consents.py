"""The very words a person agrees to."""

from typing import Any

from biblionet_reg.domain.registration import (
    ConsentPurpose,
)
from biblionet_reg.i18n import lazy_gettext as _l

#: The very words a person agrees to; the record of a consent keeps them.
_CONSENTS: dict[ConsentPurpose, Any] = {
    ConsentPurpose.NEEDS: _l(
        "I agree that the host keeps what I wrote about food and access, and uses it only so that I can take part. "
        "Only the host’s staff see it, and it is deleted after the meeting."
    ),
    ConsentPurpose.PHOTOS: _l("I agree to be photographed and filmed at the meeting, and that the organisers may publish the pictures."),
    ConsentPurpose.PARTICIPANT_LIST: _l("I agree that my name and institution stand in the published list of participants."),
    ConsentPurpose.NEXT_CALLS: _l("I agree that the organisers write to me about the next meetings."),
}


def consent(purpose: ConsentPurpose) -> str:
    """Return the words a person agrees to, in the current language."""
    return str(_CONSENTS[purpose])
