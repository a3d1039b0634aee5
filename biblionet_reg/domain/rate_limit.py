"""How often something may be tried in a time, by whom it is counted, and the answer when it is too often."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from ipaddress import IPv6Address, ip_address

from biblionet_reg.domain.errors import Refusal


@dataclass(frozen=True, slots=True)
class Limit:
    """So many times within so long, counted from the first."""

    times: int
    within: timedelta


class Counted(StrEnum):
    """What is counted: by network address; for signing in also by the account tried, from one address and from everywhere."""

    SIGN_IN_ACCOUNT = "sign_in_account"
    SIGN_IN_EVERYWHERE = "sign_in_everywhere"
    SIGN_IN_ADDRESS = "sign_in_address"
    LINK_ADDRESS = "link_address"
    REGISTER_ADDRESS = "register_address"
    SUBMIT_ADDRESS = "submit_address"


_QUARTER, _HOUR = timedelta(minutes=15), timedelta(hours=1)

#: A whole library shares one network address. Who guesses from one address does not lock the account's owner out at another,
#: and who guesses from many is stopped for an hour.
LIMITS: dict[Counted, Limit] = {
    Counted.SIGN_IN_ACCOUNT: Limit(10, _QUARTER),
    Counted.SIGN_IN_EVERYWHERE: Limit(100, _HOUR),
    Counted.SIGN_IN_ADDRESS: Limit(60, _QUARTER),
    Counted.LINK_ADDRESS: Limit(30, _HOUR),
    Counted.REGISTER_ADDRESS: Limit(300, _HOUR),
    Counted.SUBMIT_ADDRESS: Limit(120, _HOUR),
}


class TooManyAttempts(Refusal):
    """It was tried too often; `until` is when it may be tried again."""

    def __init__(self, what: Counted, until: datetime) -> None:
        super().__init__(what, until)
        self.what, self.until = what, until


def network_of(address: str) -> str:
    """Return what is counted as one network address: of IPv6 the first 64 bits, which one house has for itself."""
    found = ip_address(address)
    if isinstance(found, IPv6Address):
        return found.ipv4_mapped.compressed if found.ipv4_mapped else f"{int(found) >> 64:x}::/64"
    return found.compressed
