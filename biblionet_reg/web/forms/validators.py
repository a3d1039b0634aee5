"""What our fields check. Every refusal is a whole sentence given by the form, never glued here."""

from typing import Any

from email_validator import EmailNotValidError, validate_email
from wtforms import Field, Form
from wtforms.validators import StopValidation, ValidationError

from biblionet_reg.domain.stranger import stranger_in
from biblionet_reg.domain.text import shows_nothing
from biblionet_reg.i18n import gettext as _


def is_blank(value: Any) -> bool:
    """Say whether an answer is empty: nothing chosen, or no character that can be seen."""
    if isinstance(value, str):
        return shows_nothing(value)
    return not value


class Filled:
    """Stop with `sentence` (an instruction: "Enter your family name") when the answer is empty."""

    field_flags = {"required": True}  # noqa: RUF012 - the form WTForms reads

    def __init__(self, sentence: Any) -> None:
        self.sentence = sentence

    def __call__(self, _form: Form, field: Field) -> None:
        if is_blank(field.data):
            field.errors = []
            raise StopValidation(str(self.sentence))


class MayBeEmpty:
    """Stop quietly when the answer is empty; the page marks the field as optional."""

    field_flags = {"optional": True}  # noqa: RUF012 - the form WTForms reads

    def __call__(self, _form: Form, field: Field) -> None:
        if is_blank(field.data):
            field.data = "" if isinstance(field.data, str) else field.data
            raise StopValidation


class AtMost:
    """Refuse text longer than `limit` characters with `sentence`, which names the limit."""

    def __init__(self, limit: int, sentence: Any) -> None:
        self.limit, self.sentence = limit, sentence
        self.field_flags = {"maxlength": limit}

    def __call__(self, _form: Form, field: Field) -> None:
        if len(field.data or "") > self.limit:
            raise StopValidation(str(self.sentence))


def refuse_stranger(address: str) -> None:
    """Name the letter of the other alphabet in an address: there, nothing is put right in silence."""
    stranger = stranger_in(address)
    if stranger is None:
        return
    if stranger.is_cyrillic:
        raise ValidationError(
            _(
                "In %(address)s the letter “%(letter)s” is Cyrillic. Type the address in Latin script.",
                address=stranger.address,
                letter=stranger.letter,
            )
        )
    raise ValidationError(
        _("In %(address)s the letter “%(letter)s” is Latin. Type that word in Cyrillic.", address=stranger.address, letter=stranger.letter)
    )


class OneAlphabet:
    """Refuse an address with a letter of the other alphabet."""

    def __call__(self, _form: Form, field: Field) -> None:
        refuse_stranger(field.data)


class EmailAddress:
    """Refuse what no letter could be sent to, with `sentence`; a Cyrillic domain becomes its ASCII form."""

    def __init__(self, sentence: Any) -> None:
        self.sentence = sentence

    def __call__(self, _form: Form, field: Field) -> None:
        refuse_stranger(field.data)
        try:
            found = validate_email(field.data, check_deliverability=False, allow_smtputf8=False)
        except EmailNotValidError as error:
            raise ValidationError(str(self.sentence)) from error
        field.data = found.ascii_email
