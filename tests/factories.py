"""Rows with sensible defaults, for tests that need some and do not care how they came."""

import itertools
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from biblionet_reg.domain.codes import CodeKind, new_code
from biblionet_reg.domain.institution import InstitutionKind
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.programme import SessionKind
from biblionet_reg.domain.registration import ParticipantRole, RegistrationState
from biblionet_reg.domain.script import fold
from biblionet_reg.domain.submission import SubmissionKind, SubmissionState
from biblionet_reg.domain.text import LocalText
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition, Room
from biblionet_reg.models.person import Person
from biblionet_reg.models.programme import ProgrammeSession, Slot
from biblionet_reg.models.registration import Registration
from biblionet_reg.models.submission import Author, Submission
from biblionet_reg.services import sort_keys

_NUMBERS = itertools.count(1)
_MOMENT = datetime(2020, 8, 1, 8, 0, tzinfo=UTC)


def make_person(given_name: str = "Ђурђица", family_name: str = "Љубојевић", *, email: str = "") -> Person:
    """Add a person; without an address a new one is made up."""
    person = Person(
        code=new_code(CodeKind.PERSON),
        given_name=given_name,
        family_name=family_name,
        email=email or f"person-{next(_NUMBERS)}@example.org",
        name_key=fold(f"{given_name} {family_name}"),
        created_at=_MOMENT,
    )
    db.session.add(person)
    db.session.commit()
    return person


def make_submission(
    edition: Edition,
    *,
    title: str = "Књижевна чајанка",
    title_en: str = "",
    state: SubmissionState = SubmissionState.ACCEPTED,
    kind: SubmissionKind = SubmissionKind.PAPER,
    authors: list[Person] | None = None,
    presenters: list[Person] | None = None,
    subtopic_place: int = 0,
) -> Submission:
    """Add a submission; the first author presents unless `presenters` says otherwise."""
    people = authors or [make_person()]
    presenting = presenters if presenters is not None else people[:1]
    number = next(_NUMBERS)
    withdrawn = state is SubmissionState.WITHDRAWN
    submission = Submission(
        code=new_code(CodeKind.SUBMISSION),
        edition_id=edition.id,
        subtopic_id=edition.subtopics[subtopic_place].id,
        kind=kind,
        title=LocalText(sr=title, en=title_en),
        abstract=LocalText(sr="Сажетак рада.\nДруги пасус."),
        keywords=LocalText(sr="сарадња, партнерство"),
        language=Lang.SR,
        state=state,
        form_key=f"form-{number}",
        submitted_at=_MOMENT + timedelta(minutes=number),
        updated_at=_MOMENT,
        withdrawn_at=_MOMENT if withdrawn else None,
        withdrawn_by="test" if withdrawn else None,
        authors=[_author(person, position, is_presenter=person in presenting) for position, person in enumerate(people, start=1)],
    )
    sort_keys.place_submission(submission)
    db.session.add(submission)
    db.session.commit()
    return submission


def _author(person: Person, position: int, *, is_presenter: bool) -> Author:
    return Author(
        person_id=person.id,
        position=position,
        given_name=person.given_name,
        family_name=person.family_name,
        email=person.email,
        institution_name="Јавна библиотека „Бора Станковић“",
        institution_place="Врање",
        institution_kind=InstitutionKind.LIBRARY,
        is_presenter=is_presenter,
        is_corresponding=position == 1,
    )


def make_registration(
    edition: Edition,
    *,
    given_name: str = "Џана",
    family_name: str = "Ђокић",
    state: RegistrationState = RegistrationState.CONFIRMED,
    role: ParticipantRole = ParticipantRole.PARTICIPANT,
) -> Registration:
    """Add a registration of a new person."""
    person = make_person(given_name, family_name)
    cancelled = state is RegistrationState.CANCELLED
    registration = Registration(
        code=new_code(CodeKind.REGISTRATION),
        edition_id=edition.id,
        person_id=person.id,
        given_name=given_name,
        family_name=family_name,
        badge_name=f"{given_name} {family_name}",
        email=person.email,
        institution_name="Народна библиотека Србије",
        institution_place="Београд",
        institution_kind=InstitutionKind.LIBRARY,
        role=role,
        language=Lang.SR,
        state=state,
        form_key=f"form-{next(_NUMBERS)}",
        registered_at=_MOMENT,
        updated_at=_MOMENT,
        cancelled_at=_MOMENT if cancelled else None,
        cancelled_by="test" if cancelled else None,
    )
    sort_keys.place_registration(registration)
    db.session.add(registration)
    db.session.commit()
    return registration


def make_room(edition: Edition, name: str = "Мала сала") -> Room:
    """Add a room after the others."""
    number = next(_NUMBERS)
    room = Room(edition_id=edition.id, code=f"room-{number}", position=100 + number, name=LocalText(sr=name), place=LocalText())
    db.session.add(room)
    db.session.commit()
    return room


def at(edition: Edition, clock: str, *, day: date | None = None) -> datetime:
    """Return the moment the clocks of the edition show `clock` ("10:00"), on its first day unless another is given."""
    return datetime.combine(day or edition.starts_on, time.fromisoformat(clock), ZoneInfo(edition.time_zone))


def make_block(
    edition: Edition,
    start: str = "10:00",
    end: str = "12:00",
    *,
    title: str = "Радна сесија",
    kind: SessionKind = SessionKind.PRESENTATIONS,
    room: Room | None = None,
    day: date | None = None,
) -> ProgrammeSession:
    """Add a programme session; in the first room unless it is a break."""
    chosen = room or (None if kind is SessionKind.BREAK else edition.rooms[0])
    block = ProgrammeSession(
        edition=edition,
        kind=kind,
        title=LocalText(sr=title),
        room=chosen,
        starts_at=at(edition, start, day=day),
        ends_at=at(edition, end, day=day),
    )
    db.session.add(block)
    db.session.commit()
    return block


def make_slot(block: ProgrammeSession, submission: Submission | None, start: str, *, minutes: int = 20, title: str = "") -> Slot:
    """Add a slot on the session's day."""
    begins = at(block.edition, start, day=block.starts_at.astimezone(ZoneInfo(block.edition.time_zone)).date())
    slot = Slot(
        programme_session=block,
        submission=submission,
        title=LocalText(sr=title),
        starts_at=begins,
        ends_at=begins + timedelta(minutes=minutes),
    )
    db.session.add(slot)
    db.session.commit()
    db.session.expire(block, ["slots"])
    return slot
