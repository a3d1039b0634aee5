"""Places of an edition: one a person, and never more than there are."""

from sqlalchemy.exc import IntegrityError

from biblionet_reg import clock
from biblionet_reg.domain.codes import CodeKind, new_code
from biblionet_reg.domain.registration import AlreadyRegistered, RegistrationState, refuse_when_full
from biblionet_reg.domain.registration_answers import RegistrationAnswers
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.person import Person
from biblionet_reg.models.registration import Registration
from biblionet_reg.queries import registrations
from biblionet_reg.services import search_index
from biblionet_reg.services.registration_record import write

_MAX_TRIES = 20


def refuse_when_no_place_is_left(edition: Edition) -> None:
    """Raise EditionFull when everybody who may come is registered."""
    refuse_when_full(registrations.taken(edition), edition.participant_limit)


def take_place(answers: RegistrationAnswers, edition: Edition, person: Person, *, form_key: str, is_demo: bool) -> Registration:
    """Save a new registration under a code nobody has: the database tells when one is taken.

    The edition is held by whoever calls. Raises AlreadyRegistered, EditionFull, and what the answers do not hold together.
    """
    for _try in range(_MAX_TRIES):
        live = registrations.live_of_person(edition, person.id)
        if live is not None:
            raise AlreadyRegistered(live.code)
        refuse_when_no_place_is_left(edition)
        registration = _new(edition, person, form_key, is_demo=is_demo)
        write(registration, answers)
        try:
            with db.session.begin_nested():
                db.session.add(registration)
        except IntegrityError:
            continue
        search_index.index_new([registration])
        return registration
    message = "no free code for a registration"
    raise RuntimeError(message)


def _new(edition: Edition, person: Person, form_key: str, *, is_demo: bool) -> Registration:
    return Registration(
        code=new_code(CodeKind.REGISTRATION),
        edition=edition,
        person=person,
        form_key=form_key,
        state=RegistrationState.CONFIRMED,
        is_demo=is_demo,
        registered_at=clock.now(),
    )
