"""A working list of the gallery: views that were saved of it, and the choice of its columns."""

from types import SimpleNamespace
from typing import Any

from wtforms import Form, SelectMultipleField
from wtforms.widgets import CheckboxInput

from biblionet_reg.domain.list_columns import SubmissionColumn
from biblionet_reg.i18n import gettext as _
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.wording import label

_SHOWN = [SubmissionColumn.TITLE, SubmissionColumn.STATE, SubmissionColumn.SCORE]


class _Ticks(SelectMultipleField):
    option_widget = CheckboxInput()


class _ListForm(Form):
    columns = _Ticks(_l("Columns"))

    shown = _SHOWN


def gallery_lists() -> dict[str, Any]:
    """Return what the lists of the gallery stand between."""
    form = _ListForm(data={"columns": [column.value for column in _SHOWN]})
    form.columns.choices = [(column.value, label(column)) for column in list(SubmissionColumn)[1:]]
    return {
        "form": form,
        "ways": [(_view(_("Accepted")), "#main", True), (_view(_("A view with a long name that somebody saved")), "#main", False)],
    }


def _view(name: str) -> SimpleNamespace:
    return SimpleNamespace(name=name)
