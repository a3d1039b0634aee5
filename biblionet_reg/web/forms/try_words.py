"""The box in which organisers try how a text is shown in the two scripts."""

from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.web.forms.fields import TextField
from biblionet_reg.web.forms.filters import FilterForm

TRY_LIMIT = 2000


class TryWordsForm(FilterForm):
    """A text in either script, or in both."""

    text = TextField(
        _l("Text"),
        limit=TRY_LIMIT,
        empty=_l("Enter a text, such as the title of a paper"),
        too_long=_l("The text must be %(limit)s characters or fewer", limit=TRY_LIMIT),
        description=_l("Type or paste it in Latin script, in Cyrillic, or in both."),
    )
