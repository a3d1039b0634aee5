"""What all forms share: clean input, an own token that loses nothing, an error summary."""

import re
import unicodedata
from typing import Any

from flask_wtf import FlaskForm
from wtforms import Field, FieldList, FormField

from biblionet_reg.domain.errors import Refusal
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.wording import refusal

# Controls (but tab and new line) and the marks that turn the direction of text.
_UNWANTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")


def clean(value: Any) -> Any:
    """Return typed text NFC, without controls, direction marks and outer blanks; line ends as one character."""
    if not isinstance(value, str):
        return value
    plain = value.replace("\r\n", "\n").replace("\r", "\n")
    return _UNWANTED.sub("", unicodedata.normalize("NFC", plain)).strip()


class Form(FlaskForm):
    """Base form: every text field is cleaned before its validators see it."""

    class Meta(FlaskForm.Meta):
        """Clean each unbound field's data."""

        def bind_field(self, form: Any, unbound_field: Any, options: dict[str, Any]) -> Field:
            if issubclass(unbound_field.field_class, FormField | FieldList):
                return super().bind_field(form, unbound_field, options)
            filters = [clean, *unbound_field.kwargs.get("filters", [])]
            return unbound_field.bind(form=form, filters=filters, **options)

    def expired(self) -> bool:
        """Say whether the page was open so long that its token no longer holds."""
        return "csrf_token" in self.errors

    def refuse(self, answer: Refusal) -> None:
        """Say a refusal beside the field it belongs to, or for the form as a whole."""
        if answer.field is not None and answer.field in self:
            self.add_error(answer.field, refusal(answer))
        else:
            self.form_errors.append(refusal(answer))

    def add_error(self, name: str, sentence: str) -> None:
        """Say beside a field what is wrong with it."""
        self[name].errors = [*self[name].errors, sentence]


class Part(Form):
    """A form inside another, or a row of it: the token stands once, in the outer one."""

    class Meta(Form.Meta):
        """The outer form checks the token."""

        csrf = False


EXPIRED = _l("This page was open for too long. Your answers are still here: check them and send the form again.")
