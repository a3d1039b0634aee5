"""The registration form: filled from a registration, checked as a whole, handed over as plain data."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from biblionet_reg import wording
from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.language import OWN_NAMES, Lang
from biblionet_reg.domain.person_name import PersonName
from biblionet_reg.domain.registration import OPEN_ROLES, ConsentPurpose, ParticipantRole, refuse_days, refuse_needs_without_consent
from biblionet_reg.domain.registration_answers import PROFESSIONAL_TITLES, GivenConsent, Needs, RegistrationAnswers
from biblionet_reg.formats import format_day
from biblionet_reg.i18n import current_lang
from biblionet_reg.i18n import gettext as _
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.registration import Registration
from biblionet_reg.queries.institutions import KnownInstitution
from biblionet_reg.shown.texts import say
from biblionet_reg.web.forms.fields import TickField, enum_choices
from biblionet_reg.web.forms.institution_choice import institution_choices, institution_values, kind_choices
from biblionet_reg.web.forms.registration_questions import RegistrationQuestions

_NAMES = ("given_name", "family_name", "other_given_name", "other_family_name", "other_badge_name")
_SAME = (*_NAMES, "email", "professional_title", "dietary_needs", "access_needs")
_PRIVATE = ("dietary_needs", "access_needs", *(f"consent_{purpose.value}" for purpose in ConsentPurpose))


class RegistrationForm(RegistrationQuestions):
    """Make it with `for_edition`: what may be chosen is the edition's."""

    _edition: Edition
    _known: Sequence[KnownInstitution]

    @classmethod
    def for_edition(
        cls,
        edition: Edition,
        known: Sequence[KnownInstitution],
        *,
        registration: Registration | None = None,
        by_organiser: bool = False,
        **kwargs: Any,
    ) -> "RegistrationForm":
        """Return the form with the edition's choices, filled from `registration` where one is changed; `kwargs` are the form's own."""
        form = cls(data=_data_of(registration, known) if registration else {"language": current_lang().value}, **kwargs)
        form._edition, form._known = edition, known
        form.institution.choices, form.institution_kind.choices = institution_choices(known), kind_choices()
        form.role.choices = enum_choices(ParticipantRole if by_organiser else _roles_for(registration))
        form.days.choices = [(day.isoformat(), format_day(day, weekday=True, heading=True)) for day in edition.days]
        form.meals.choices = [(meal.code, say(meal.title)) for meal in edition.meals]
        form.language.choices = [(lang.value, name) for lang, name in OWN_NAMES.items()]
        for purpose in ConsentPurpose:
            form._tick(purpose).label.text = wording.consent(purpose)
        if by_organiser:
            for name in _PRIVATE:
                del form[name]
        return form

    @property
    def titles(self) -> tuple[str, ...]:
        """The professional titles that are offered; anything else may be typed."""
        return PROFESSIONAL_TITLES

    def days_with_meals(self) -> list[tuple[Any, list[Any]]]:
        """Return the days as the page shows them: each to be ticked, with the meals of that day."""
        day_of = {meal.code: meal.day.isoformat() for meal in self._edition.meals}
        meals = list(self.meals)
        return [(day, [meal for meal in meals if day_of[meal.data] == day.data]) for day in self.days]

    def first_meals(self) -> str:
        """Return the day whose meals a link to the meals leads to: they show."""
        return self._edition.meals[self._meal_to_see()].day.isoformat()

    def _meal_to_see(self) -> int:
        """Return the place of the first meal ticked without its day; else of the first on a chosen day; else of the very first."""
        days, ticked = set(self.days.data or ()), set(self.meals.data or ())
        alone = [place for place, meal in enumerate(self._edition.meals) if meal.code in ticked and meal.day.isoformat() not in days]
        shown = [place for place, meal in enumerate(self._edition.meals) if meal.day.isoformat() in days]
        return next(iter([*alone, *shown]), 0)

    def validate(self, extra_validators: Any = None) -> bool:
        """Check every field, then what several fields hold together; while an institution is looked for, nothing is sent."""
        if self.is_finding():
            return self._comes_back()
        is_valid = super().validate(extra_validators)
        together = [self.check_other_name(), self.check_institution(), self._check_meals(), self._check_needs()]
        return is_valid and all(together)

    def _comes_back(self) -> bool:
        """Check nothing but the token, and let nothing be sent: the form comes back as it is."""
        if "csrf_token" in self:
            self.csrf_token.validate(self)
        return False

    def answers(self) -> RegistrationAnswers:
        """Return what was answered; call it on a valid form."""
        institution = self.named_institution(self._known)
        assert institution is not None
        return RegistrationAnswers(
            form_key=self.form_key.data,
            **{name: self[name].data for name in _NAMES},
            badge_name=self.badge_name.data,
            email=self.email.data,
            institution_name=institution.name,
            institution_place=institution.place,
            institution_kind=institution.kind,
            professional_title=self.professional_title.data,
            role=ParticipantRole(self.role.data),
            days=tuple(date.fromisoformat(day) for day in self.days.data),
            meals=tuple(self.meals.data),
            needs=Needs(self.dietary_needs.data, self.access_needs.data) if "dietary_needs" in self else None,
            consents=self._consents() if "consent_needs" in self else None,
            language=Lang(self.language.data),
        )

    def _consents(self) -> tuple[GivenConsent, ...]:
        lang = current_lang()
        return tuple(GivenConsent(purpose, wording.consent(purpose), lang) for purpose in ConsentPurpose if self._tick(purpose).data)

    def _tick(self, purpose: ConsentPurpose) -> TickField:
        return self[f"consent_{purpose.value}"]

    def check_institution(self) -> bool:
        """Ask for an institution as well: nobody registers without one."""
        if super().check_institution() and not (self.institution.data or self.institution_name.data):
            self.add_error("institution", _("Choose the institution from the list, or type its name below it"))
        return not (self.institution.errors or self.institution_name.errors or self.institution_kind.errors)

    def _check_meals(self) -> bool:
        self.meals.wrong_choice = self._meal_to_see()
        if self.days.errors or self.meals.errors:
            return False
        days_of = {meal.code: meal.day for meal in self._edition.meals}
        days = [date.fromisoformat(day) for day in self.days.data]
        return self._passes(lambda: refuse_days(days, [days_of[code] for code in self.meals.data]))

    def _check_needs(self) -> bool:
        if "consent_needs" not in self:
            return True
        agreed = {ConsentPurpose.NEEDS} if self.consent_needs.data else set()
        return self._passes(lambda: refuse_needs_without_consent(bool(self.dietary_needs.data or self.access_needs.data), agreed))

    def _passes(self, rule: Callable[[], None]) -> bool:
        try:
            rule()
        except Refusal as refusal:
            self.refuse(refusal)
            return False
        return True


def _roles_for(registration: Registration | None) -> list[ParticipantRole]:
    """People choose among the open roles; one that organisers gave them stays theirs."""
    given = [] if registration is None or registration.role in OPEN_ROLES else [registration.role]
    return [*OPEN_ROLES, *given]


def _data_of(registration: Registration, known: Sequence[KnownInstitution]) -> dict[str, Any]:
    told = (registration.institution_name, registration.institution_place, registration.institution_kind)
    return {
        **{name: getattr(registration, name) for name in _SAME},
        **institution_values(known, *told),
        "badge_name": "" if registration.badge_name == PersonName.of(registration).whole else registration.badge_name,
        "role": registration.role.value,
        "days": [row.day.isoformat() for row in registration.days],
        "meals": [row.meal.code for row in registration.meals],
        "language": registration.language.value,
        **{f"consent_{consent.purpose.value}": True for consent in registration.consents if consent.withdrawn_at is None},
    }
