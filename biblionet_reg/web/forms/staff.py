"""The forms about staff accounts: invite somebody, set an own password and language."""

from wtforms import PasswordField
from wtforms.validators import ValidationError

from biblionet_reg.domain.language import OWN_NAMES, Lang
from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.i18n import gettext as _
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.web.forms.base import Form
from biblionet_reg.web.forms.fields import EMAIL_LIMIT, ChoicesField, EmailField, LineField, RadioChoiceField, enum_choices
from biblionet_reg.web.forms.validators import AtMost, Filled

NAME_LIMIT = 200
PASSWORD_LENGTH = 12
PASSWORD_LIMIT = 200


class InviteForm(Form):
    """Who gets which roles."""

    name = LineField(
        _l("Given and family name"),
        limit=NAME_LIMIT,
        empty=_l("Enter the person’s name"),
        too_long=_l("Name must be %(limit)s characters or fewer", limit=NAME_LIMIT),
    )
    email = EmailField(
        _l("E-mail address"),
        empty=_l("Enter the person’s e-mail address"),
        too_long=_l("E-mail address must be %(limit)s characters or fewer", limit=EMAIL_LIMIT),
        wrong=_l("Enter an e-mail address such as name@example.rs"),
    )
    roles = ChoicesField(_l("Roles in this edition"), empty=_l("Choose at least one role"), wrong=_l("Choose from the offered roles"))

    @classmethod
    def empty(cls) -> "InviteForm":
        """Return the form as it stands on the page."""
        form = cls()
        form.roles.choices = enum_choices(StaffRole)
        return form

    def chosen_roles(self) -> list[StaffRole]:
        return [role for role in StaffRole if role.value in self.roles.data]


class PasswordForm(Form):
    """An own password; the present one is asked for unless a one-time link opened this visit."""

    current = PasswordField(_l("Present password"), [Filled(_l("Enter your present password"))])
    password = PasswordField(
        _l("New password"),
        [
            Filled(_l("Enter a new password")),
            AtMost(PASSWORD_LIMIT, _l("Password must be %(limit)s characters or fewer", limit=PASSWORD_LIMIT)),
        ],
    )

    def validate_password(self, field: PasswordField) -> None:
        """Refuse a short one, saying how long it has to be."""
        if field.data and len(field.data) < PASSWORD_LENGTH:
            raise ValidationError(_("Password must be %(limit)s characters or more", limit=PASSWORD_LENGTH))

    def refuse_current(self) -> None:
        """Say that the present password is another one."""
        self.current.errors = [_("This is not your present password. Check it and try again.")]


class LanguageForm(Form):
    """The language in which the account's pages begin."""

    language = RadioChoiceField(_l("Language"), empty=_l("Choose a language"), wrong=_l("Choose one of the offered languages"))

    @classmethod
    def of(cls, lang: Lang) -> "LanguageForm":
        """Return the form with the present language chosen."""
        form = cls(data={"language": lang.value})
        form.language.choices = [(lang.value, name) for lang, name in OWN_NAMES.items()]
        return form
