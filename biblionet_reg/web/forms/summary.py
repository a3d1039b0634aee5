"""What templates ask of a form: the lines of its error summary, and how a field is drawn."""

from collections.abc import Iterator
from dataclasses import dataclass

from wtforms import Field, FieldList, FormField
from wtforms.form import BaseForm
from wtforms.widgets import Select, TextArea

from biblionet_reg.web.forms.base import EXPIRED

_CHOICES = {"radio": "radios", "checkbox": "checkboxes"}


@dataclass(frozen=True, slots=True)
class ErrorLine:
    """One thing to correct; `target` is the id of what to correct, empty for the form as a whole."""

    target: str
    message: str


def error_lines(form: BaseForm) -> list[ErrorLine]:
    """Return every error of `form` in the order of its fields; an expired token is said first."""
    lines = [ErrorLine("", message) for message in getattr(form, "form_errors", ())]
    if "csrf_token" in form.errors:
        lines.insert(0, ErrorLine("", str(EXPIRED)))
    return lines + [line for field in form for line in _lines_of(field)]


def _lines_of(field: Field) -> Iterator[ErrorLine]:
    if field.short_name == "csrf_token":
        return
    if isinstance(field, FormField):
        yield from error_lines(field.form)
        return
    for message in own_errors(field):
        yield ErrorLine(_target(field), message)
    if isinstance(field, FieldList):
        for entry in field.entries:
            yield from _lines_of(entry)


def own_errors(field: Field) -> list[str]:
    """Return what is wrong with `field` itself, without the errors of fields inside it."""
    return [str(message) for message in field.errors if not isinstance(message, dict | list | tuple)]


def _target(field: Field) -> str:
    """Return the id of the field; of many choices the one that `wrong_choice` names, else the first."""
    return f"{field.id}-{getattr(field, 'wrong_choice', 0)}" if kind_of(field) in _CHOICES.values() else str(field.id)


def kind_of(field: Field) -> str:
    """Return how a field is drawn: the type of its input, or textarea, select, radios, checkboxes."""
    option_type = getattr(getattr(field, "option_widget", None), "input_type", None)
    if option_type in _CHOICES:
        return _CHOICES[option_type]
    if isinstance(field.widget, Select):
        return "checkboxes" if field.widget.multiple else "select"
    if isinstance(field.widget, TextArea):
        return "textarea"
    return str(getattr(field.widget, "input_type", "text"))
