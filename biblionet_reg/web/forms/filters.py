"""What lists are narrowed to, read from their address: what a page did not offer narrows nothing."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, TypeVar

from biblionet_reg.i18n import gettext as _
from biblionet_reg.web.forms.base import Form
from biblionet_reg.web.forms.fields import ChoiceField, enum_choices

WORDS_LIMIT = 200
_Kind = TypeVar("_Kind", bound=StrEnum)


class FilterForm(Form):
    """A form that only reads, so it needs no token."""

    class Meta(Form.Meta):
        """Reading needs no token, and a search is not corrected."""

        csrf = False
        mends = False


def offer(field: ChoiceField, everything: str, members: Iterable[StrEnum]) -> None:
    """Let the field offer everything, or one of `members`."""
    field.choices = [("", everything), *enum_choices(members)]


def offered(field: ChoiceField) -> str:
    """Return the choice if the page offered it, else nothing."""
    values = {value for value, _words in field.choices}
    return field.data if field.data in values else ""


def member(kind: type[_Kind], field: ChoiceField) -> _Kind | None:
    """Return the chosen member of an enum, or None."""
    value = offered(field)
    return kind(value) if value else None


def words_of(field: ChoiceField) -> str:
    """Return the words of what was chosen, for its pill."""
    chosen = offered(field)
    return next((str(words) for value, words in field.choices if value == chosen), "") if chosen else ""


def search_pill(words: Any) -> str:
    """Return the words of the pill of a search."""
    return _("Search: %(words)s", words=words) if words else ""
