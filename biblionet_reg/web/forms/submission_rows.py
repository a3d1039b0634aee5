"""The repeated parts of the submission form: authors and partners."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from biblionet_reg.domain import submission_answers as limits
from biblionet_reg.domain.submission_answers import AuthorAnswers, PartnerAnswers
from biblionet_reg.i18n import gettext as _
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.queries.institutions import KnownInstitution
from biblionet_reg.web.forms.base import Part
from biblionet_reg.web.forms.fields import EMAIL_LIMIT, ChoiceField, EmailField, LineField, TickField
from biblionet_reg.web.forms.institution_choice import InstitutionChoice, institution_field, kind_field, name_field, place_field
from biblionet_reg.web.forms.institution_search import InstitutionSearch, search_field
from biblionet_reg.web.forms.other_name import OtherName, other_family_name_field, other_given_name_field


class AuthorRow(Part, InstitutionSearch, InstitutionChoice, OtherName):
    """One author; who gets the letters is one radio button over all rows, so it is the form's."""

    given_name = LineField(
        _l("Given name"),
        limit=limits.NAME_LIMIT,
        empty=_l("Enter the author’s given name"),
        too_long=_l("Given name must be %(limit)s characters or fewer", limit=limits.NAME_LIMIT),
    )
    family_name = LineField(
        _l("Family name"),
        limit=limits.NAME_LIMIT,
        empty=_l("Enter the author’s family name"),
        too_long=_l("Family name must be %(limit)s characters or fewer", limit=limits.NAME_LIMIT),
    )
    other_given_name = other_given_name_field()
    other_family_name = other_family_name_field()
    email = EmailField(
        _l("E-mail address"),
        too_long=_l("E-mail address must be %(limit)s characters or fewer", limit=EMAIL_LIMIT),
        wrong=_l("Enter the whole e-mail address, such as name@example.org"),
    )
    institution_search = search_field()
    institution = institution_field()
    institution_name = name_field()
    institution_place = place_field()
    institution_kind = kind_field()
    is_presenter = TickField(_l("Presents at the meeting"))

    def validate(self, extra_validators: Any = None) -> bool:
        """Check the fields, then the name in the other script and the two ways of telling the institution."""
        is_valid = super().validate(extra_validators)
        together = [self.check_other_name(), self.check_institution()]
        return is_valid and all(together)

    def person(self, *, is_corresponding: bool) -> AuthorAnswers:
        """Return who the author is, without the institution; the row may still have errors."""
        return AuthorAnswers(
            given_name=self.given_name.data or "",
            family_name=self.family_name.data or "",
            other_given_name=self.other_given_name.data or "",
            other_family_name=self.other_family_name.data or "",
            email=self.email.data or "",
            is_presenter=self.is_presenter.data,
            is_corresponding=is_corresponding,
        )

    def answers(self, known: Sequence[KnownInstitution], *, is_corresponding: bool) -> AuthorAnswers:
        """Return the author as answered; call it on a valid row."""
        person = self.person(is_corresponding=is_corresponding)
        named = self.named_institution(known)
        if named is None:
            return person
        return replace(person, institution_name=named.name, institution_place=named.place, institution_kind=named.kind)


class PartnerRow(Part):
    """One partner the paper tells about; a row left empty is none."""

    name = LineField(
        _l("Name of the partner"),
        limit=limits.PARTNER_LIMIT,
        too_long=_l("Name of the partner must be %(limit)s characters or fewer", limit=limits.PARTNER_LIMIT),
    )
    sector = ChoiceField(_l("Sector of the partner"), wrong=_l("Choose a sector from the list"))

    def validate(self, extra_validators: Any = None) -> bool:
        """Check that a partner has both its name and its sector."""
        is_valid = super().validate(extra_validators)
        if self.name.data and not self.sector.data:
            self.sector.errors = [_("Choose the sector of the partner")]
        elif self.sector.data and not self.name.data:
            self.name.errors = [_("Enter the name of the partner, or remove the partner")]
        else:
            return is_valid
        return False

    def is_empty(self) -> bool:
        """Say whether nothing was answered."""
        return not (self.name.data or self.sector.data)

    def answers(self) -> PartnerAnswers:
        """Return the partner as answered; call it on a valid row."""
        return PartnerAnswers(name=self.name.data, sector=self.sector.data)
