"""The part of a form that asks for a name in the other script, where the suggested form is not how it is written."""

from biblionet_reg.domain.other_name import other_name_faults
from biblionet_reg.domain.person_name import PersonName
from biblionet_reg.domain.registration_answers import NAME_LIMIT
from biblionet_reg.domain.script import Script
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.web.forms.base import Form
from biblionet_reg.web.forms.fields import LineField

_PARTS = ("other_given_name", "other_family_name", "other_badge_name")


def other_given_name_field() -> LineField:
    """Return the given name in the other script."""
    too_long = _l("Given name must be %(limit)s characters or fewer", limit=NAME_LIMIT)
    return LineField(_l("Given name, in the other script"), limit=NAME_LIMIT, too_long=too_long)


def other_family_name_field() -> LineField:
    """Return the family name in the other script."""
    too_long = _l("Family name must be %(limit)s characters or fewer", limit=NAME_LIMIT)
    return LineField(_l("Family name, in the other script"), limit=NAME_LIMIT, too_long=too_long)


class OtherName(Form):
    """A form with a name in two scripts; it declares the fields itself, where they stand among its own."""

    given_name: LineField
    family_name: LineField
    other_given_name: LineField
    other_family_name: LineField

    def name_typed(self) -> PersonName:
        """Return the name as it stands in the form, with the other form that was told."""
        parts = (self.given_name, self.family_name, self.other_given_name, self.other_family_name)
        return PersonName(*(part.data or "" for part in parts))

    def suggestion(self) -> PersonName | None:
        """Return the form in the other script that would be used; None for none typed yet, or a name that stays as it is."""
        return self.name_typed().other()

    def typed_in(self) -> Script | None:
        """Return the script of the name that was typed."""
        return self.name_typed().script

    def other_name_is_told(self) -> bool:
        """Say whether the part holds something; where the name on the badge is asked, it stands there too."""
        return any(self[part].data or self[part].errors for part in (*_PARTS, "badge_name") if part in self)

    def check_other_name(self) -> bool:
        """Refuse what is not in the other script, and a part that stands alone where nothing suggests the rest."""
        if self.given_name.errors or self.family_name.errors:
            return False
        badges = (self["badge_name"].data, self["other_badge_name"].data) if "other_badge_name" in self else ()
        for refused in other_name_faults(self.name_typed(), *badges):
            self.refuse(refused)
        return not any(self[part].errors for part in _PARTS if part in self)
