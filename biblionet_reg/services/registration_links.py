"""Personal links of registrations, sent once more to whoever lost the letter."""

from biblionet_reg.mail import registrations as letters
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.registration import Registration
from biblionet_reg.queries import registrations
from biblionet_reg.services import audit, outbox
from biblionet_reg.services.transaction import transaction


def send_link(registration: Registration, *, by: str | None = None) -> None:
    """Put the letter with the personal link into the outbox once more."""
    with transaction():
        outbox.post(letters.registration_received(registration))
        audit.record(
            "registration.link_sent",
            by=by or registration.code,
            edition=registration.edition,
            subject_kind="registration",
            subject_code=registration.code,
        )


def send_links(edition: Edition, email: str) -> int:
    """Send the link of every live registration at this address; return how many letters go."""
    with transaction():
        found = registrations.live_at_address(edition, email)
        for registration in found:
            send_link(registration)
    return len(found)
