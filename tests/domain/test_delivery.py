"""What the postman noted of a letter that was not delivered."""

import pytest

from biblionet_reg.domain.delivery import DeliveryFault, delivery_fault


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("550 No such person", DeliveryFault.NO_SUCH_ADDRESS),
        ("550 5.1.1 <a@example.org>: unknown", DeliveryFault.NO_SUCH_ADDRESS),
        ("554 5.1.1 Unknown", DeliveryFault.NO_SUCH_ADDRESS),
        ("550 5.1.8 Domain of sender not found", DeliveryFault.REFUSED),
        ("450 4.1.8 Domain of sender not found", DeliveryFault.NOT_TAKEN),
        ("550 5.7.1 Policy", DeliveryFault.REFUSED),
        ("554 We do not like it", DeliveryFault.REFUSED),
        ("535 5.7.8 Authentication failed", DeliveryFault.REFUSED),
        ("552 5.2.2 Over quota", DeliveryFault.MAILBOX_FULL),
        ("450 4.2.2 Mailbox full", DeliveryFault.MAILBOX_FULL),
        ("451 Try again later", DeliveryFault.NOT_TAKEN),
        ("ConnectionRefusedError: [Errno 111] Connection refused", DeliveryFault.NOT_REACHED),
        ("gaierror: [Errno -2] Name or service not known", DeliveryFault.NOT_REACHED),
        ("TimeoutError: timed out", DeliveryFault.NOT_REACHED),
        ("OSError: [Errno 113] No route to host", DeliveryFault.NOT_REACHED),
        ("SSLCertVerificationError: certificate verify failed", DeliveryFault.NOT_REACHED),
        ("SMTPServerDisconnected: Connection unexpectedly closed", DeliveryFault.NOT_REACHED),
        ("UnicodeEncodeError: 'ascii' codec can't encode character", DeliveryFault.NOT_MAIL),
        ("UnicodeError: label too long", DeliveryFault.NOT_MAIL),
        ("ValueError: 553 lines", DeliveryFault.NOT_MAIL),
        ("BadHeaderError: ", DeliveryFault.NOT_MAIL),
        ("SMTPNotSupportedError: SMTPUTF8 not supported by server", DeliveryFault.NOT_MAIL),
        ("NotADirectoryError: [Errno 20] Not a directory: 'mail'", DeliveryFault.NOT_STORED),
        ("PermissionError: [Errno 13] Permission denied: 'mail/1.part'", DeliveryFault.NOT_STORED),
        ("OSError: [Errno 28] No space left on device", DeliveryFault.NOT_STORED),
        ("SMTPException: 5.1.1 told nobody", DeliveryFault.UNKNOWN),
        ("", DeliveryFault.UNKNOWN),
    ],
)
def test_what_was_noted_tells_what_stands_in_the_way(said: str, fault: DeliveryFault) -> None:
    assert delivery_fault(said) is fault
