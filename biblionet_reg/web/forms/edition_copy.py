"""The form that opens the next year's edition."""

from wtforms.validators import ValidationError

from biblionet_reg.domain.edition_dates import MOST_DAYS
from biblionet_reg.domain.edition_limits import NUMBER_LIMITS, TEXT_LIMITS
from biblionet_reg.domain.slug import SLUG_LIMIT, is_edition_slug
from biblionet_reg.i18n import gettext as _
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.models.edition import Edition
from biblionet_reg.web.forms.base import Form
from biblionet_reg.web.forms.edition_details import WRONG_DAY
from biblionet_reg.web.forms.edition_fields import DayField, WholeNumberField, local_text
from biblionet_reg.web.forms.fields import LineField


class CopyForm(Form):
    """What a new edition cannot take from the old one."""

    slug = LineField(
        _l("Address"),
        limit=SLUG_LIMIT,
        too_long=_l("The address must be %(limit)s characters or fewer", limit=SLUG_LIMIT),
        empty=_l("Enter the address of the new edition"),
        description=_l("Small Latin letters, digits and dashes, such as 2021. It stays for ever."),
        is_text=False,
    )
    number = WholeNumberField(
        _l("Number of the edition"),
        low=NUMBER_LIMITS["number"][0],
        high=NUMBER_LIMITS["number"][1],
        wrong=_l("The number of the edition must be a whole number from 1 to 999"),
    )
    starts_on = DayField(_l("First day"), wrong=WRONG_DAY, empty=_l("Enter the first day"))
    ends_on = DayField(_l("Last day"), wrong=WRONG_DAY, empty=_l("Enter the last day"))
    theme = local_text(
        _l("Theme"),
        limit=TEXT_LIMITS["theme"],
        empty=_l("Enter the theme in Serbian"),
        too_long=_l("The theme must be %(limit)s characters or fewer", limit=TEXT_LIMITS["theme"]),
    )

    def validate_slug(self, field: LineField) -> None:
        if not is_edition_slug(field.data):
            raise ValidationError(_("The address must be small Latin letters, digits and single dashes, and no word the site uses itself"))

    def validate_ends_on(self, field: DayField) -> None:
        if self.starts_on.data is None or field.data is None:
            return
        if field.data < self.starts_on.data:
            raise ValidationError(_("The last day must not be before the first day"))
        if (field.data - self.starts_on.data).days >= MOST_DAYS:
            raise ValidationError(_("The meeting must not last longer than a month"))


def copy_form(edition: Edition) -> CopyForm:
    """Return the form with what is likely: the next number, nothing else."""
    return CopyForm(data={"number": edition.number + 1 if edition.number else None})
