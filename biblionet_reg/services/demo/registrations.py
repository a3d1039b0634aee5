"""Synthetic registrations: roles, days, meals, needs and consents in believable shares."""

from datetime import datetime

from biblionet_reg import wording
from biblionet_reg.domain.codes import CodeKind
from biblionet_reg.domain.institution import InstitutionKind
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.registration import ConsentPurpose, ParticipantRole, RegistrationState
from biblionet_reg.extensions import db
from biblionet_reg.i18n import speaking
from biblionet_reg.models.registration import Consent, Registration, RegistrationDay, RegistrationMeal
from biblionet_reg.services import search_index, sort_keys
from biblionet_reg.services.demo.people import Character, as_its_bearer_writes
from biblionet_reg.services.demo.stage import DEMO, Stage
from biblionet_reg.services.demo.words import words

_CANCELLED_EVERY = 15
_ORGANISERS = 4
_GUEST_EVERY = 23
# Believable shares of people.
_WITH_NEEDS, _ALL_DAYS, _EATS, _AGREES = 0.12, 0.7, 0.8, 0.6


def make_registrations(stage: Stage, cast: list[Character], presenters: set[int]) -> list[Registration]:
    """Add a registration for everybody in the cast; `presenters` are ids of people who present."""
    made = [_registration(stage, number, one, is_presenter=one.person.id in presenters) for number, one in enumerate(cast)]
    db.session.add_all(made)
    db.session.flush()
    search_index.index_new(made)
    return made


def _registration(stage: Stage, number: int, one: Character, *, is_presenter: bool) -> Registration:
    person, at = one.person, stage.moment(stage.edition.registration_opens_at)
    needs_help = stage.dice.random() < _WITH_NEEDS
    is_cancelled = number % _CANCELLED_EVERY == _CANCELLED_EVERY - 1
    registration = Registration(
        code=stage.code(CodeKind.REGISTRATION),
        edition_id=stage.edition.id,
        person=person,
        institution=one.library,
        given_name=person.given_name,
        family_name=person.family_name,
        other_given_name=one.name.other_given_name,
        other_family_name=one.name.other_family_name,
        badge_name=f"{person.given_name} {person.family_name}",
        email=person.email,
        institution_name=as_its_bearer_writes(one, one.library.name),
        institution_place=as_its_bearer_writes(one, one.library.place),
        institution_kind=InstitutionKind.LIBRARY,
        professional_title=stage.dice.choice(words().titles),
        role=_role(number, is_presenter=is_presenter),
        language=stage.dice.choice((Lang.SR, Lang.SR, Lang.SR_LATN, Lang.EN)),
        dietary_needs=stage.dice.choice(words().dietary_needs) if needs_help else "",
        access_needs=stage.dice.choice(words().access_needs) if needs_help and number % 2 else "",
        state=RegistrationState.CANCELLED if is_cancelled else RegistrationState.CONFIRMED,
        form_key=stage.key(),
        is_demo=True,
        registered_at=at,
        updated_at=at,
        cancelled_at=stage.now if is_cancelled else None,
        cancelled_by=DEMO if is_cancelled else None,
        consents=_consents(stage, at, needs_help=needs_help),
    )
    _choose_days(stage, registration)
    sort_keys.place_registration(registration)
    return registration


def _role(number: int, *, is_presenter: bool) -> ParticipantRole:
    if number < _ORGANISERS:
        return ParticipantRole.ORGANISER
    if is_presenter:
        return ParticipantRole.PRESENTER
    return ParticipantRole.GUEST if number % _GUEST_EVERY == 0 else ParticipantRole.PARTICIPANT


def _choose_days(stage: Stage, registration: Registration) -> None:
    days = stage.edition.days if stage.dice.random() < _ALL_DAYS else stage.dice.sample(stage.edition.days, 1)
    registration.days = [RegistrationDay(day=day) for day in sorted(days)]
    registration.meals = [RegistrationMeal(meal=meal) for meal in stage.edition.meals if meal.day in days and stage.dice.random() < _EATS]


def _consents(stage: Stage, at: datetime, *, needs_help: bool) -> list[Consent]:
    given = [ConsentPurpose.NEEDS] if needs_help else []
    given += [purpose for purpose in ConsentPurpose if purpose is not ConsentPurpose.NEEDS and stage.dice.random() < _AGREES]
    with speaking(Lang.SR):
        return [Consent(purpose=purpose, wording=wording.consent(purpose), language=Lang.SR, given_at=at) for purpose in given]
