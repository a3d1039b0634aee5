"""“Send me my link again”: one address, whatever it has in an edition."""

from collections.abc import Callable

from biblionet_reg.domain.rate_limit import Counted
from biblionet_reg.models.edition import Edition
from biblionet_reg.services import rate_limits, registration_links, submission_links
from biblionet_reg.services.transaction import transaction

#: Everything people reach by a personal link: each sends what the address has, and says how much.
_SENDERS: tuple[Callable[[Edition, str], int], ...] = (registration_links.send_links, submission_links.send_links)


def send_again(edition: Edition, email: str) -> int:
    """Send every personal link this address has in `edition`; return how many letters go. Raises TooManyAttempts."""
    with transaction():
        rate_limits.count_here(Counted.LINK_ADDRESS)
        return sum(send(edition, email) for send in _SENDERS)
