"""What all forms share: clean input, an own token that loses nothing, an error summary."""

import unicodedata
from typing import Any

from flask_wtf import FlaskForm
from wtforms import EmailField, Field, FieldList, FormField, HiddenField, PasswordField, StringField, URLField

from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.resending import SentAlready
from biblionet_reg.domain.script.surroundings import script_told
from biblionet_reg.domain.unseen import without_unseen
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.services.uploads import FileChange
from biblionet_reg.web.mended import is_mended, mended
from biblionet_reg.wording import refusal

#: Addresses, secrets and what the page itself put there are not texts.
_NO_TEXTS = (EmailField, HiddenField, PasswordField, URLField)
#: A field without a limit of its own is put right up to this many characters.
_LONGEST = 60_000


def clean(value: Any) -> Any:
    """Return typed text NFC, without controls, direction marks and outer blanks; line ends as one character."""
    if not isinstance(value, str):
        return value
    plain = value.replace("\r\n", "\n").replace("\r", "\n")
    return without_unseen(unicodedata.normalize("NFC", plain)).strip()


class Form(FlaskForm):
    """Base form: every text field is cleaned before its validators see it.

    `sent_already` is what the page asks about before anything is saved: is this the same again, or another?
    `file_change` is what the form does to its file, until it is kept with what else the form brings.
    """

    sent_already: SentAlready | None = None
    file_change: FileChange | None = None

    class Meta(FlaskForm.Meta):
        """Clean each unbound field's data; say nothing in WTForms' words. `mends`: look-alike letters are put right in what is typed."""

        mends = True

        def get_translations(self, _form: Any) -> None:
            """Return none: every sentence is the form's own, so WTForms' catalogue is never loaded."""

        def bind_field(self, form: Any, unbound_field: Any, options: dict[str, Any]) -> Field:
            if issubclass(unbound_field.field_class, FormField | FieldList):
                return super().bind_field(form, unbound_field, options)
            filters = [clean, *unbound_field.kwargs.get("filters", [])]
            return unbound_field.bind(form=form, filters=filters, **options)

    def process(self, *args: Any, **kwargs: Any) -> None:
        """Read the answers; words that mix two alphabets are put right, and the page tells of it."""
        super().process(*args, **kwargs)
        texts = [field for field in self if field.raw_data and field.data and _is_text(field)] if self.meta.mends else []
        doubtful = [field for field in texts if is_mended(field.name)]
        around = script_told(field.data for field in texts) if doubtful else None
        for field in doubtful:
            field.data = mended(field.data, around)

    def expired(self) -> bool:
        """Say whether the page was open so long that its token no longer holds."""
        return "csrf_token" in self.errors

    def refuse(self, answer: Refusal) -> None:
        """Say a refusal beside the field it belongs to, or for the form as a whole."""
        if isinstance(answer, SentAlready):
            self.sent_already = answer
        elif answer.field is not None and answer.field in self:
            self.add_error(answer.field, refusal(answer))
        else:
            self.form_errors.append(refusal(answer))

    def is_refused(self) -> bool:
        """Say whether the form is shown again because what was sent is not saved."""
        return bool(self.errors) or self.sent_already is not None

    def add_error(self, name: str, sentence: str) -> None:
        """Say beside a field what is wrong with it."""
        self[name].errors = [*self[name].errors, sentence]


def _is_text(field: Field) -> bool:
    """Say whether people wrote this and it is to be read: what is too long is refused as it is."""
    if not isinstance(field, StringField) or isinstance(field, _NO_TEXTS) or not getattr(field, "is_text", True):
        return False
    return len(field.data or "") <= (field.flags.maxlength or _LONGEST)


class Part(Form):
    """A form inside another, or a row of it: the token stands once, in the outer one."""

    class Meta(Form.Meta):
        """The outer form checks the token."""

        csrf = False


EXPIRED = _l("This page was open for too long. Your answers are still here: check them and send the form again.")
