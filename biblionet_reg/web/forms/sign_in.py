"""The sign-in form."""

from wtforms import EmailField, HiddenField, PasswordField
from wtforms.validators import InputRequired, Length

from biblionet_reg.i18n import gettext as _
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.web.forms.base import Form


class SignInForm(Form):
    """E-mail address and password."""

    email = EmailField(_l("E-mail address"), [InputRequired(_l("Enter your e-mail address")), Length(max=254)])
    password = PasswordField(_l("Password"), [InputRequired(_l("Enter your password")), Length(max=200)])
    next = HiddenField()

    def refuse_pair(self) -> None:
        """Say that the two do not belong together, without saying which is wrong."""
        self.password.errors = [_("The e-mail address or the password is not right. Check both and try again.")]
