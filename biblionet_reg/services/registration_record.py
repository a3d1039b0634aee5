"""What the row of a registration holds: answers written into it, compared with it, consents taken back."""

from biblionet_reg import clock
from biblionet_reg.domain.other_name import refuse_other_name
from biblionet_reg.domain.person_name import PersonName
from biblionet_reg.domain.registration import ConsentPurpose, refuse_days, refuse_needs_without_consent
from biblionet_reg.domain.registration_answers import GivenConsent, Needs, RegistrationAnswers
from biblionet_reg.models.registration import Consent, Registration, RegistrationDay, RegistrationMeal
from biblionet_reg.services import institutions, sort_keys

_PLAIN = (
    "given_name",
    "family_name",
    "other_given_name",
    "other_family_name",
    "other_badge_name",
    "email",
    "institution_name",
    "institution_place",
    "institution_kind",
    "professional_title",
    "role",
    "language",
)
#: Told to the host alone; the ledger says that they changed, never what they say.
_SENSITIVE = frozenset({"dietary_needs", "access_needs"})


def differences(registration: Registration, answers: RegistrationAnswers) -> list[str]:
    """Return the names of what `answers` would change; what they may not touch is left out."""
    held, told = _held(registration), _told(answers)
    return [name for name, value in told.items() if held[name] != value]


def facts_of(registration: Registration) -> dict[str, object]:
    """Return what the audit ledger keeps of a registration when it changes: all but what may tell about health."""
    return {name: value for name, value in _held(registration).items() if name not in _SENSITIVE}


def write(registration: Registration, answers: RegistrationAnswers) -> None:
    """Put `answers` into the row. Raises what the answers do not hold together (NoDayChosen, OtherNameRefused and others)."""
    refuse_other_name(PersonName.of(answers), answers.name_on_badge, answers.other_badge_name)
    _write_days_and_meals(registration, answers)
    for name in _PLAIN:
        setattr(registration, name, getattr(answers, name))
    registration.badge_name = answers.name_on_badge
    registration.institution = institutions.find_or_add(
        answers.institution_name, answers.institution_place, answers.institution_kind, is_demo=bool(registration.is_demo)
    )
    if answers.consents is not None:
        _write_consents(registration, answers.consents)
    if answers.needs is not None:
        _write_needs(registration, answers.needs)
    sort_keys.place_registration(registration)
    registration.updated_at = clock.now()


def withdraw(registration: Registration, purpose: ConsentPurpose) -> bool:
    """Take a consent back and erase what was kept because of it; False when there was none."""
    given = [consent for consent in registration.consents if consent.purpose is purpose and consent.withdrawn_at is None]
    for consent in given:
        consent.withdrawn_at = clock.now()
    if given and purpose is ConsentPurpose.NEEDS:
        registration.dietary_needs = registration.access_needs = ""
    return bool(given)


def _write_days_and_meals(registration: Registration, answers: RegistrationAnswers) -> None:
    days = [day for day in registration.edition.days if day in answers.days]
    meals = [meal for meal in registration.edition.meals if meal.code in answers.meals] if answers.meals else []
    refuse_days(days, [meal.day for meal in meals])
    days_held = {row.day: row for row in registration.days}
    meals_held = {row.meal_id: row for row in registration.meals}
    registration.days = [days_held.get(day) or RegistrationDay(day=day) for day in days]
    registration.meals = [meals_held.get(meal.id) or RegistrationMeal(meal_id=meal.id, meal=meal) for meal in meals]


def _write_consents(registration: Registration, consents: tuple[GivenConsent, ...]) -> None:
    held = _purposes(registration)
    for consent in consents:
        if consent.purpose not in held:
            registration.consents.append(
                Consent(purpose=consent.purpose, wording=consent.wording, language=consent.language, given_at=clock.now())
            )
    for purpose in held - {consent.purpose for consent in consents}:
        withdraw(registration, purpose)


def _write_needs(registration: Registration, needs: Needs) -> None:
    refuse_needs_without_consent(bool(needs.dietary or needs.access), _purposes(registration))
    registration.dietary_needs, registration.access_needs = needs.dietary, needs.access


def _purposes(registration: Registration) -> set[ConsentPurpose]:
    return {consent.purpose for consent in registration.consents if consent.withdrawn_at is None}


def _held(registration: Registration) -> dict[str, object]:
    return {name: getattr(registration, name) for name in _PLAIN} | {
        "badge_name": registration.badge_name,
        "days": {row.day for row in registration.days},
        "meals": {row.meal.code for row in registration.meals},
        "dietary_needs": registration.dietary_needs,
        "access_needs": registration.access_needs,
        "consents": _purposes(registration),
    }


def _told(answers: RegistrationAnswers) -> dict[str, object]:
    told: dict[str, object] = {name: getattr(answers, name) for name in _PLAIN}
    told |= {"badge_name": answers.name_on_badge, "days": set(answers.days), "meals": set(answers.meals)}
    if answers.needs is not None:
        told |= {"dietary_needs": answers.needs.dietary, "access_needs": answers.needs.access}
    if answers.consents is not None:
        told["consents"] = {consent.purpose for consent in answers.consents}
    return told
