"""Personal links of registrations, sent once more to whoever lost the letter."""

from biblionet_reg import clock
from biblionet_reg.domain.letter import LetterKind
from biblionet_reg.mail import registrations as letters
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.registration import Registration
from biblionet_reg.queries import registrations
from biblionet_reg.queries.letters import has_enough_links
from biblionet_reg.services import audit, outbox
from biblionet_reg.services.transaction import transaction


def send_link(registration: Registration, *, by: str | None = None) -> bool:
    """Put the letter with the personal link into the outbox once more; False when it went often enough of late."""
    with transaction():
        if has_enough_links(LetterKind.REGISTRATION_RECEIVED, registration, now=clock.now()):
            return False
        outbox.post(letters.registration_link(registration))
        audit.record(
            "registration.link_sent",
            by=by or registration.code,
            edition=registration.edition,
            subject_kind="registration",
            subject_code=registration.code,
        )
    return True


def send_links(edition: Edition, email: str) -> int:
    """Send the link of every live registration at this address; return how many letters go."""
    with transaction():
        return sum(send_link(registration) for registration in registrations.live_at_address(edition, email))
