"""Why a letter was not delivered, read from what the postman noted: a mail server's answer, or an error's name with its words."""

import re
from enum import StrEnum


class DeliveryFault(StrEnum):
    """What stands in the way of a letter, told apart by what somebody can do about it."""

    MAILBOX_FULL = "mailbox_full"
    NO_SUCH_ADDRESS = "no_such_address"
    REFUSED = "refused"
    NOT_TAKEN = "not_taken"
    NOT_REACHED = "not_reached"
    NOT_MAIL = "not_mail"
    NOT_STORED = "not_stored"
    UNKNOWN = "unknown"


# What mail servers answer by number (RFC 5321, RFC 3463); 550 is of the address unless the second number says otherwise,
# 5.1.7 and 5.1.8 are of the sender.
# Errors of files and of connections share OSError: the numbers are those of a full or a locked disk.
_SIGNS: tuple[tuple[re.Pattern[str], DeliveryFault], ...] = (
    (re.compile(r"552\b|[45]\d\d [45]\.2\.2\b"), DeliveryFault.MAILBOX_FULL),
    (re.compile(r"55[013]\b(?! 5\.(?:[^1]|1\.[78]\b))|5\d\d 5\.1\.(?![78]\b)\d"), DeliveryFault.NO_SUCH_ADDRESS),
    (re.compile(r"5\d\d\b"), DeliveryFault.REFUSED),
    (re.compile(r"4\d\d\b"), DeliveryFault.NOT_TAKEN),
    (re.compile(r"(?:Unicode\w*|Value|BadHeader|SMTPNotSupported)Error\b"), DeliveryFault.NOT_MAIL),
    (
        re.compile(r"(?:Permission|FileNotFound|FileExists|NotADirectory|IsADirectory)Error\b|OSError: \[Errno (?:28|30|122)\]"),
        DeliveryFault.NOT_STORED,
    ),
    (re.compile(r"(?:Connection\w*|BrokenPipe|Timeout|OS|SSL\w*)Error\b|gaierror\b|SMTPServerDisconnected\b"), DeliveryFault.NOT_REACHED),
)


def delivery_fault(said: str) -> DeliveryFault:
    """Return what the note of a letter that was not delivered tells."""
    return next((fault for sign, fault in _SIGNS if sign.match(said)), DeliveryFault.UNKNOWN)
