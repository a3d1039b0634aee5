"""The repeated parts of the submission form: authors and partners."""

from dataclasses import replace
from typing import Any

from biblionet_reg.domain import submission_answers as limits
from biblionet_reg.domain.institution import InstitutionKind
from biblionet_reg.domain.submission_answers import AuthorAnswers, PartnerAnswers
from biblionet_reg.i18n import gettext as _
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.models.institution import Institution
from biblionet_reg.web.forms.fields import EMAIL_LIMIT, ChoiceField, EmailField, LineField, TickField
from biblionet_reg.web.forms.rows import RowForm


class AuthorRow(RowForm):
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
    email = EmailField(
        _l("E-mail address"),
        too_long=_l("E-mail address must be %(limit)s characters or fewer", limit=EMAIL_LIMIT),
        wrong=_l("Enter the whole e-mail address, such as name@example.org"),
    )
    institution = ChoiceField(_l("Library or other institution"), wrong=_l("Choose an institution from the list, or type its name below"))
    institution_name = LineField(
        _l("Name of the institution"),
        limit=limits.INSTITUTION_LIMIT,
        too_long=_l("Name of the institution must be %(limit)s characters or fewer", limit=limits.INSTITUTION_LIMIT),
    )
    institution_place = LineField(
        _l("Place"), limit=limits.PLACE_LIMIT, too_long=_l("Place must be %(limit)s characters or fewer", limit=limits.PLACE_LIMIT)
    )
    institution_kind = ChoiceField(_l("Kind of institution"), wrong=_l("Choose the kind of institution from the list"))
    is_presenter = TickField(_l("Presents at the meeting"))

    def validate(self, extra_validators: Any = None) -> bool:
        """Check the fields, then the two ways of telling the institution."""
        is_valid = super().validate(extra_validators)
        if self.institution.data and self.institution_name.data:
            self.institution_name.errors = [_("You chose an institution from the list and typed another one: leave only one of them")]
            return False
        if self.institution_name.data and not self.institution_kind.data:
            self.institution_kind.errors = [_("Choose the kind of institution")]
            return False
        return is_valid

    def institution_is_typed(self) -> bool:
        """Say whether the part for institutions that are not in the list holds something."""
        parts = (self.institution_name, self.institution_place, self.institution_kind)
        return any(part.data or part.errors for part in parts)

    def person(self, *, is_corresponding: bool) -> AuthorAnswers:
        """Return who the author is, without the institution; the row may still have errors."""
        return AuthorAnswers(
            given_name=self.given_name.data or "",
            family_name=self.family_name.data or "",
            email=self.email.data or "",
            is_presenter=self.is_presenter.data,
            is_corresponding=is_corresponding,
        )

    def answers(self, known: dict[str, Institution], *, is_corresponding: bool) -> AuthorAnswers:
        """Return the author as answered; call it on a valid row."""
        person = self.person(is_corresponding=is_corresponding)
        chosen = known.get(self.institution.data)
        if chosen is not None:
            return replace(person, institution_name=chosen.name, institution_place=chosen.place, institution_kind=chosen.kind)
        if not self.institution_name.data:
            return person
        return replace(
            person,
            institution_name=self.institution_name.data,
            institution_place=self.institution_place.data,
            institution_kind=InstitutionKind(self.institution_kind.data),
        )


class PartnerRow(RowForm):
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
