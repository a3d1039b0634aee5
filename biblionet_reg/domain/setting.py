"""What the text of a setting means; a text that means nothing raises ValueError."""

from collections.abc import Callable
from datetime import datetime
from email.utils import parseaddr
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from biblionet_reg.domain.edition_dates import YEARS
from biblionet_reg.domain.web_address import is_web_address

_PORTS = range(1, 65536)
_YES_NO = {"true": True, "1": True, "yes": True, "on": True, "false": False, "0": False, "no": False, "off": False}
_SECRET_LENGTH = 32
_SECRET_VARIETY = 10


def port(value: str) -> int:
    """Read a TCP port."""
    if int(value) not in _PORTS:
        raise ValueError(value)
    return int(value)


def positive(value: str) -> int:
    """Read a whole number, 1 or more."""
    if int(value) < 1:
        raise ValueError(value)
    return int(value)


def yes_no(value: str) -> bool:
    """Read a yes or no, as people write it."""
    try:
        return _YES_NO[value.lower()]
    except KeyError as error:
        raise ValueError(value) from error


def time_zone(value: str) -> str:
    """Read the name of a time zone."""
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, OSError) as error:
        raise ValueError(value) from error
    return value


def web_address(value: str) -> str:
    """Read the address of a site, without a slash at its end."""
    parts = urlsplit(value)
    if not is_web_address(value) or parts.query or parts.fragment:
        raise ValueError(value)
    return value.rstrip("/")


def address_with(*beginnings: str) -> Callable[[str], str]:
    """Return a reader of addresses that begin in one of these ways and go on."""

    def read(value: str) -> str:
        if not any(value.startswith(beginning) and value != beginning for beginning in beginnings):
            raise ValueError(value)
        return value

    return read


def sender(value: str) -> str:
    """Read who letters come from: an e-mail address, perhaps with a name before it."""
    before, at, after = parseaddr(value)[1].partition("@")
    if not (before and at and after) or "\n" in value:
        raise ValueError(value)
    return value


def moment(value: str) -> datetime | None:
    """Read a moment with its offset; nothing means none."""
    if not value:
        return None
    found = datetime.fromisoformat(value)
    if found.tzinfo is None or found.year not in YEARS:
        raise ValueError(value)
    return found


def is_strong_secret(value: str) -> bool:
    """Say whether a secret is long enough and not one sign repeated."""
    return len(value) >= _SECRET_LENGTH and len(set(value)) >= _SECRET_VARIETY
