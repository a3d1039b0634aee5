"""The postman: SMTP through Flask-Mail where a server is set, `.eml` files otherwise."""

from email.message import EmailMessage
from email.utils import formataddr
from pathlib import Path

from flask import current_app
from flask_mail import Message

from biblionet_reg.extensions import mail
from biblionet_reg.models.letter import Letter


class NotDelivered(Exception):  # noqa: N818 - says what happened to the letter
    """The server did not take the letter."""


def deliver(letter: Letter, *, text: str, html: str) -> None:
    """Hand the letter over, with its link already in place. Raises NotDelivered."""
    message = Message(
        subject=letter.subject,
        recipients=[(letter.to_name, letter.to_email)],
        body=text,
        html=html,
        extra_headers={"Message-ID": letter.message_id, "Content-Language": letter.language.value, "Auto-Submitted": "auto-generated"},
    )
    message.msgId = letter.message_id
    try:
        if current_app.config["MAIL_SERVER"]:
            mail.send(message)
        else:
            _write_file(letter, message)
    except OSError as error:
        raise NotDelivered(str(error)) from error


def _write_file(letter: Letter, message: Message) -> None:
    folder = Path(current_app.extensions["settings"].data_dir) / "mail"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{letter.id:06d}-{letter.kind.value}.eml").write_bytes(message.as_bytes())
