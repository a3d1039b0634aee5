"""A real SMTP server for tests, which keeps what it takes and may refuse like real ones do."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult


@dataclass
class PostOffice:
    """What arrived; `answer_to_recipient` and `answer_to_data` are what the server says."""

    answer_to_recipient: str = "250 OK"
    answer_to_data: str = "250 OK"
    hangs_up_on_data: bool = False
    hangs_up_on_goodbye: bool = False
    before_answer: Callable[[], None] | None = None
    password: str = ""
    letters: list[EmailMessage] = field(default_factory=list)
    port: int = 0

    async def handle_RCPT(self, _server: SMTP, session: Any, envelope: Any, address: str, _options: Any) -> str:  # noqa: N802
        if self.password and not session.authenticated:
            return "450 Sign in first"
        if self.answer_to_recipient.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.answer_to_recipient

    async def handle_DATA(self, server: SMTP, _session: Any, envelope: Any) -> str:  # noqa: N802
        if self.answer_to_data.startswith("250"):
            message = message_from_bytes(envelope.content, policy=policy.default)
            assert isinstance(message, EmailMessage)
            self.letters.append(message)
        if self.before_answer is not None:
            self.before_answer()
        if self.hangs_up_on_data:
            server.transport.close()
        return self.answer_to_data

    async def handle_QUIT(self, server: SMTP, _session: Any, _envelope: Any) -> str:  # noqa: N802 - the name the server calls
        if self.hangs_up_on_goodbye:
            server.transport.close()
        return "221 Bye"

    def accepts(self, _server: SMTP, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
        """Check a sign-in, where the office wants one."""
        return AuthResult(success=data.password.decode() == self.password, handled=False)

    def settings(self) -> dict[str, str]:
        """Return the settings of an application that sends here."""
        return {"MAIL_SERVER": "127.0.0.1", "MAIL_PORT": str(self.port), "MAIL_DEFAULT_SENDER": "Библионет <office@example.org>"}


class _Controller(Controller):
    def __init__(self, office: PostOffice) -> None:
        super().__init__(
            office,
            hostname="127.0.0.1",
            port=0,
            authenticator=office.accepts,
            auth_require_tls=False,
        )
        self._office = office

    def _trigger_server(self) -> None:
        self._office.port = self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def post_office(**wishes: Any) -> Iterator[PostOffice]:
    """Keep a server open for a while, on a port of its own."""
    office = PostOffice(**wishes)
    controller = _Controller(office)
    controller.start()
    try:
        yield office
    finally:
        controller.stop()
