"""The form that names a view of a list."""

from biblionet_reg.domain.saved_view import NAME_LIMIT
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.web.forms.base import Form
from biblionet_reg.web.forms.fields import LineField


class SavedViewForm(Form):
    """What the view is called."""

    name = LineField(
        _l("Name of the view"),
        limit=NAME_LIMIT,
        empty=_l("Enter a name for the view"),
        too_long=_l("Name of the view must be %(limit)s characters or fewer", limit=NAME_LIMIT),
    )
