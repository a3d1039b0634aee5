"""What the forms of an edition's sections share."""

from typing import Any

from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.models.edition import Edition
from biblionet_reg.web.forms.base import Form
from biblionet_reg.web.forms.edition_fields import LocalTextField

WRONG_DAY = _l("Enter the day as day, month and year, such as 1. 10. 2020.")
MARKDOWN = _l("Leave an empty line between paragraphs. A line that begins with a dash is an item of a list.")


class DetailsForm(Form):
    """A section; every field is named like the edition's."""

    @classmethod
    def of(cls, edition: Edition) -> "DetailsForm":
        """Return the form as the edition is, or as it was sent."""
        return cls(obj=edition)

    def changes(self, _edition: Edition) -> dict[str, Any]:
        """Return the new values by the names of their fields."""
        own = (field for field in self if field.short_name != "csrf_token")
        return {field.short_name: field.text if isinstance(field, LocalTextField) else field.data for field in own}
