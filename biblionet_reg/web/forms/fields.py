"""The fields our forms are made of: cleaned text with a limit, closed choices, ticks, the one-time key.

Each takes its own whole sentences: `empty` makes it compulsory (an instruction), `too_long` names
the limit, `wrong` is said of a value the page did not offer.
"""

import uuid
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any

from wtforms import BooleanField, HiddenField, RadioField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from biblionet_reg.web.forms.drawing import Offered, QuickEmail, QuickHidden, QuickLines, QuickSelect, QuickText, QuickTick
from biblionet_reg.web.forms.validators import AtMost, EmailAddress, Filled, MayBeEmpty
from biblionet_reg.wording import label as label_of

EMAIL_LIMIT = 254


def _one_line(value: Any) -> Any:
    return " ".join(value.split()) if isinstance(value, str) else value


def presence(empty: Any) -> Filled | MayBeEmpty:
    """Return the check that makes an answer compulsory, with the instruction `empty`; optional without one."""
    return MayBeEmpty() if empty is None else Filled(empty)


def enum_choices(members: Iterable[StrEnum]) -> list[tuple[str, str]]:
    """Return (value, label) pairs in the language now spoken; call it while handling a request."""
    return [(member.value, label_of(member)) for member in members]


class LineField(StringField):
    """One line of typed text, at most `limit` characters; optional unless `empty` is given. A code is no text: `is_text` says so."""

    data: str
    widget = QuickText()

    def __init__(
        self,
        label: Any,
        *,
        limit: int,
        too_long: Any,
        empty: Any = None,
        checks: Iterable[Any] = (),
        is_text: bool = True,
        **kwargs: Any,
    ) -> None:
        self.is_text = is_text
        filters = [*kwargs.pop("filters", ()), _one_line]
        super().__init__(label, [presence(empty), AtMost(limit, too_long), *checks], filters=filters, **kwargs)

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = valuelist[0] if valuelist else ""


class TextField(TextAreaField):
    """Typed text of several lines, at most `limit` characters; optional unless `empty` is given."""

    data: str
    widget = QuickLines()

    def __init__(self, label: Any, *, limit: int, too_long: Any, empty: Any = None, checks: Iterable[Any] = (), **kwargs: Any) -> None:
        super().__init__(label, [presence(empty), AtMost(limit, too_long), *checks], **kwargs)

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = valuelist[0] if valuelist else ""


class EmailField(LineField):
    """An e-mail address; `wrong` is said when no letter could be sent to it."""

    widget = QuickEmail()

    def __init__(self, label: Any, *, too_long: Any, wrong: Any, empty: Any = None, **kwargs: Any) -> None:
        super().__init__(label, limit=EMAIL_LIMIT, too_long=too_long, empty=empty, checks=[EmailAddress(wrong)], is_text=False, **kwargs)


class _OfferedOnly:
    """Refuse with the form's own sentence what the page did not offer; `choices` are pairs of value and words."""

    data: Any
    choices: list[tuple[str, Any]]
    wrong: Any

    def pre_validate(self, _form: Any) -> None:
        offered = {value for value, _words in self.choices}
        if any(value and value not in offered for value in self._chosen()):
            raise ValidationError(str(self.wrong))

    def __iter__(self) -> Iterator[Offered]:
        chosen = self._chosen()
        for place, (value, words) in enumerate(self.choices):
            yield Offered(self, place, value, words, is_checked=value in chosen)

    def _chosen(self) -> list[str]:
        if isinstance(self.data, list):
            return self.data
        return [] if self.data is None else [self.data]


class _OneOffered(_OfferedOnly):
    data: str

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = valuelist[0] if valuelist else ""


class ChoiceField(_OneOffered, SelectField):
    """One value out of a list; set `choices` while handling the request (labels speak its language)."""

    widget = QuickSelect()

    def __init__(self, label: Any, *, wrong: Any, empty: Any = None, **kwargs: Any) -> None:
        self.wrong = wrong
        super().__init__(label, [presence(empty)], coerce=_text, choices=kwargs.pop("choices", []), **kwargs)


class RadioChoiceField(_OneOffered, RadioField):
    """The same as radio buttons."""

    def __init__(self, label: Any, *, wrong: Any, empty: Any = None, **kwargs: Any) -> None:
        self.wrong = wrong
        super().__init__(label, [presence(empty)], coerce=_text, choices=kwargs.pop("choices", []), **kwargs)


class ChoicesField(_OfferedOnly, SelectMultipleField):
    """Any number of values, as ticks; `data` is a list without repeats and empty ones. An error leads to the one at `wrong_choice`."""

    data: list[str]
    wrong_choice: int = 0
    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(self, label: Any, *, wrong: Any, empty: Any = None, **kwargs: Any) -> None:
        self.wrong = wrong
        super().__init__(label, [presence(empty)], coerce=_text, choices=kwargs.pop("choices", []), **kwargs)

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = list(dict.fromkeys(filter(None, valuelist)))


class TickField(BooleanField):
    """One thing to agree to; never ticked beforehand."""

    widget = QuickTick()

    def __init__(self, label: Any = "", **kwargs: Any) -> None:
        super().__init__(label, false_values=(False, "false", ""), **kwargs)


class FormKeyField(HiddenField):
    """The one-time key of a form page: sending it twice makes one record. A tampered one is replaced."""

    data: str
    widget = QuickHidden()

    def __init__(self, **kwargs: Any) -> None:
        super().__init__("", default=lambda: str(uuid.uuid4()), **kwargs)

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = _uuid_in(valuelist[0] if valuelist else "") or str(uuid.uuid4())


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _uuid_in(text: str) -> str | None:
    try:
        return str(uuid.UUID(text.strip()))
    except ValueError:
        return None
