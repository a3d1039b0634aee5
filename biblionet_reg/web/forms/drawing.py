"""How our fields are drawn: the same HTML as WTForms' own widgets write, at a quarter of the work."""

from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape
from wtforms import Label
from wtforms.widgets import CheckboxInput, EmailInput, HiddenInput, Select, TextArea, TextInput

#: How many lists of options a process keeps drawn; a list with the known institutions is some 10 kB.
_KEPT = 32


def attributes(**named: Any) -> str:
    """Return attributes in the order of their names; True stands alone, False is left out."""
    shown = ((name, value) for name, value in sorted(named.items()) if value is not False)
    return " ".join(name if value is True else f'{name}="{_quotable(value)}"' for name, value in shown)


def _quotable(value: Any) -> str:
    return str(escape(value)).replace('"', "&quot;")


class QuickText(TextInput):
    """One line of text."""

    html_params = staticmethod(attributes)


class QuickEmail(EmailInput):
    """An e-mail address."""

    html_params = staticmethod(attributes)


class QuickHidden(HiddenInput):
    """What the page carries unseen."""

    html_params = staticmethod(attributes)


class QuickTick(CheckboxInput):
    """One thing to agree to."""

    html_params = staticmethod(attributes)


class QuickLines(TextArea):
    """Text of several lines."""

    def __call__(self, field: Any, **named: Any) -> Markup:
        text = escape(field._value())  # noqa: SLF001 - as WTForms' own widgets ask
        return Markup(f"<textarea {_whole(self, field, named)}>\r\n{text}</textarea>")  # noqa: S704 - every part is escaped


class QuickSelect(Select):
    """A list to choose one from, its options drawn once for all pages that offer the same."""

    def __call__(self, field: Any, **named: Any) -> Markup:
        options = _chosen(_options(tuple(field.choices or ())), field.data)
        return Markup(f"<select {_whole(self, field, named)}>{options}</select>")  # noqa: S704 - every part is escaped


def _whole(widget: Any, field: Any, named: dict[str, Any]) -> str:
    """Return the attributes an input has: its own, those its rules ask for, those the page gives."""
    flags = ((name, getattr(field.flags, name)) for name in widget.validation_attrs)
    return attributes(**{"id": field.id, "name": field.name} | {name: value for name, value in flags if value is not None} | named)


@lru_cache(maxsize=_KEPT)
def _options(choices: tuple[tuple[str, Any], ...]) -> str:
    return "".join(f"{_opening(value)}{escape(words)}</option>" for value, words in choices)


def _opening(value: str) -> str:
    return f'<option value="{_quotable(value)}">'


def _chosen(options: str, value: str | None) -> str:
    if value is None:
        return options
    opening = _opening(value)
    return options.replace(opening, f"<option selected{opening.removeprefix('<option')}", 1)


class Offered:
    """One radio button or tick, as templates draw it."""

    __slots__ = ("checked", "data", "id", "label")

    def __init__(self, field: Any, place: int, value: str, words: Any, *, is_checked: bool) -> None:
        self.id = f"{field.id}-{place}"
        self.data, self.checked = value, is_checked
        self.label = Label(self.id, words)
