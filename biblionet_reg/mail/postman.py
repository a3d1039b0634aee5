"""The postman: SMTP through Flask-Mail where a server is set, `.eml` files otherwise."""

import re
import smtplib
from dataclasses import dataclass
from email import charset
from email.mime.text import MIMEText
from enum import StrEnum
from pathlib import Path

from flask import current_app
from flask_mail import BadHeaderError, Connection, Message

from biblionet_reg import clock
from biblionet_reg.domain.language import Lang

_ADDRESS_SIGNS = re.compile(r'[()<>\[\]:;@\\,"]')
_TIMEOUT_SECONDS = 30
_PERMANENT = range(500, 600)
#: What a line may hold on its way between servers (RFC 5322), in bytes.
_LONGEST_LINE = 998


class Mishap(StrEnum):
    """What is known about a letter that was not taken."""

    NO_SERVER = "no_server"
    LATER = "later"
    NEVER = "never"
    UNKNOWN = "unknown"


class NotDelivered(Exception):  # noqa: N818 - says what happened to the letter
    """The letter was not taken, or nobody knows whether it was."""

    def __init__(self, mishap: Mishap, reason: str) -> None:
        super().__init__(reason)
        self.mishap = mishap


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """A letter ready to go, its link in place: plain data, so that no transaction is open while a server is slow."""

    file_name: str
    message_id: str
    to_name: str
    to_email: str
    reply_to: str
    language: Lang
    subject: str
    text: str
    html: str


class _Message(Message):
    """Flask-Mail's message; a body with a paragraph too long for a line of mail travels encoded, whole, instead of being refused."""

    def _mimetext(self, text: str | None, subtype: str = "plain") -> MIMEText:
        lines = (text or "").encode().splitlines()
        if max(map(len, lines), default=0) <= _LONGEST_LINE:
            return super()._mimetext(text, subtype)
        encoded = charset.Charset("utf-8")
        encoded.body_encoding = charset.BASE64
        return MIMEText(text or "", _subtype=subtype, _charset=encoded)  # type: ignore[arg-type]  # takes a Charset too, which the stubs leave out


def deliver(parcel: Parcel) -> None:
    """Hand the letter over. Raises NotDelivered."""
    message = _Message(
        subject=parcel.subject,
        recipients=[(_display(parcel.to_name), parcel.to_email)],
        body=parcel.text,
        html=parcel.html,
        reply_to=parcel.reply_to or None,
        date=clock.now().timestamp(),
        extra_headers={"Content-Language": parcel.language.value, "Auto-Submitted": "auto-generated"},
    )
    message.msgId = parcel.message_id
    if current_app.config["MAIL_SERVER"]:
        _send(message)
    else:
        _write_file(parcel.file_name, message)


def _display(name: str) -> str:
    """Return the name without what an address is built of: folding a long header takes its quotes away."""
    return " ".join(_ADDRESS_SIGNS.sub(" ", name).split())


class _Connection(Connection):
    """Flask-Mail's connection, which gives up on a server that stays silent."""

    def configure_host(self) -> smtplib.SMTP:
        server = smtplib.SMTP_SSL if self.mail.use_ssl else smtplib.SMTP
        host = server(self.mail.server, self.mail.port, timeout=_TIMEOUT_SECONDS)
        try:
            self._introduce(host)
        except Exception:
            host.close()
            raise
        return host

    def _introduce(self, host: smtplib.SMTP) -> None:
        if self.mail.use_tls:
            host.starttls()
        if self.mail.username and self.mail.password:
            host.login(self.mail.username, self.mail.password)


def _send(message: Message) -> None:
    """Send over SMTP. What the server does after it took the letter no longer matters."""
    reached = taken = False
    try:
        with _Connection(current_app.extensions["mail"]) as connection:
            reached = True
            connection.send(message)
            taken = True
    except (OSError, UnicodeError, ValueError, BadHeaderError) as error:
        if not taken:
            raise NotDelivered(_mishap(error, reached=reached), _reason(error)) from error


def _mishap(error: Exception, *, reached: bool) -> Mishap:
    if not reached:
        return Mishap.NO_SERVER
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        codes = [code for code, _answer in error.recipients.values()]
        return Mishap.NEVER if all(code in _PERMANENT for code in codes) else Mishap.LATER
    if isinstance(error, smtplib.SMTPResponseException):
        return Mishap.NEVER if error.smtp_code in _PERMANENT else Mishap.LATER
    if isinstance(error, smtplib.SMTPNotSupportedError | UnicodeError | ValueError | BadHeaderError):
        return Mishap.NEVER
    return Mishap.UNKNOWN


def _reason(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return "; ".join(f"{code} {answer.decode(errors='replace')}" for code, answer in error.recipients.values())
    if isinstance(error, smtplib.SMTPResponseException):
        answer = error.smtp_error
        return f"{error.smtp_code} {answer.decode(errors='replace') if isinstance(answer, bytes) else answer}"
    return f"{type(error).__name__}: {error}"


def _write_file(name: str, message: Message) -> None:
    """Write the letter beside its final name first, so that nobody finds half of one."""
    folder = Path(current_app.extensions["settings"].data_dir) / "mail"
    target = folder / f"{name}.eml"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_suffix(".part")
        unfinished.write_bytes(message.as_bytes())
        unfinished.replace(target)
    except OSError as error:
        raise NotDelivered(Mishap.LATER, _reason(error)) from error
