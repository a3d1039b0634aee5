"""The form that asks for one's personal link again."""

from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.web.forms.base import Form
from biblionet_reg.web.forms.fields import EMAIL_LIMIT, EmailField


class MyLinkForm(Form):
    """The address the letters went to."""

    email = EmailField(
        _l("E-mail address"),
        empty=_l("Enter your e-mail address"),
        too_long=_l("E-mail address must be %(limit)s characters or fewer", limit=EMAIL_LIMIT),
        wrong=_l("Enter the whole e-mail address, such as name@example.org"),
    )
