"""The sign-in form."""

from wtforms import EmailField, HiddenField, PasswordField

from biblionet_reg.i18n import gettext as _
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.web.forms.base import Form
from biblionet_reg.web.forms.fields import EMAIL_LIMIT
from biblionet_reg.web.forms.validators import AtMost, Filled, OneAlphabet

_PASSWORD_LIMIT = 200


class SignInForm(Form):
    """E-mail address and password."""

    email = EmailField(
        _l("E-mail address"),
        [
            Filled(_l("Enter your e-mail address")),
            AtMost(EMAIL_LIMIT, _l("E-mail address must be %(limit)s characters or fewer", limit=EMAIL_LIMIT)),
            OneAlphabet(),
        ],
    )
    password = PasswordField(
        _l("Password"),
        [
            Filled(_l("Enter your password")),
            AtMost(_PASSWORD_LIMIT, _l("Password must be %(limit)s characters or fewer", limit=_PASSWORD_LIMIT)),
        ],
    )
    next = HiddenField()

    def refuse_pair(self) -> None:
        """Say that the two do not belong together, without saying which is wrong."""
        self.password.errors = [_("The e-mail address or the password is not right. Check both and try again.")]
