"""The box in which organisers try how a text is shown in the two scripts."""

from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.web.forms.base import Form
from biblionet_reg.web.forms.fields import TextField

TRY_LIMIT = 2000


class TryWordsForm(Form):
    """A text in either script, or in both. It is sent like an answer, since no address is as long as a text in Cyrillic makes it."""

    class Meta(Form.Meta):
        """What is tried is shown as it stands."""

        mends = False

    text = TextField(
        _l("Text"),
        limit=TRY_LIMIT,
        empty=_l("Enter a text, such as the title of a paper"),
        too_long=_l("The text must be %(limit)s characters or fewer", limit=TRY_LIMIT),
        description=_l("Type or paste it in Latin script, in Cyrillic, or in both."),
    )
