"""What lists are filtered by and which columns they show, read from their address: what a page did not offer filters nothing."""

from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import Any, TypeVar

from biblionet_reg.domain.list_columns import Columns
from biblionet_reg.domain.permissions import Permission
from biblionet_reg.i18n import gettext as _
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.web.forms.base import Form
from biblionet_reg.web.forms.fields import ChoiceField, ChoicesField, LineField, enum_choices

WORDS_LIMIT = 200
_Kind = TypeVar("_Kind", bound=StrEnum)


class FilterForm(Form):
    """A form that only reads, so it needs no token."""

    class Meta(Form.Meta):
        """Reading needs no token, and a search is not corrected."""

        csrf = False
        mends = False


class ListForm(FilterForm):
    """What a list is filtered by, and its columns: `shown` are those the reader chose and may see."""

    columns = ChoicesField(_l("Columns"), wrong="")

    shown: list[Any]
    is_default: bool

    def offer_columns(self, columns: Columns[Any], permissions: Collection[Permission]) -> None:
        """Let the list show any of `columns` that somebody with these permissions may see; the first stands always."""
        self.shown = columns.shown(self.columns.data or (), permissions)
        self.is_default = columns.is_default(self.shown)
        self.columns.choices = enum_choices(columns.offered(permissions)[1:])
        self.columns.data = [column.value for column in self.shown]

    def typed(self) -> dict[str, str]:
        """Return what was typed, by the names of its fields."""
        lines = (field for field in self if isinstance(field, LineField))
        return {field.short_name: field.data[:WORDS_LIMIT] for field in lines if field.data}

    def chosen(self) -> dict[str, str]:
        """Return what was chosen out of lists, by the names of its fields; what goes without saying is left out."""
        lists = (field for field in self if isinstance(field, ChoiceField))
        return {field.short_name: offered(field) for field in lists if offered(field) not in {"", field.choices[0][0]}}

    def asked(self) -> dict[str, Any]:
        """Return the parts of the address by which this very list, the whole of it, is found again."""
        columns = {} if self.is_default else {"columns": [column.value for column in self.shown]}
        return self.typed() | self.chosen() | columns


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
