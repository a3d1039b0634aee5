"""Rows that use the parts of an edition: a session, a submission with a partner, a registration with a meal."""

from datetime import timedelta

from sqlalchemy.orm import Session, scoped_session

from biblionet_reg import clock
from biblionet_reg.domain.institution import InstitutionKind
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.programme import SessionKind
from biblionet_reg.domain.registration import ParticipantRole, RegistrationState
from biblionet_reg.domain.submission import SubmissionKind, SubmissionState
from biblionet_reg.domain.text import LocalText
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.person import Person
from biblionet_reg.models.programme import ProgrammeSession
from biblionet_reg.models.registration import Registration, RegistrationMeal
from biblionet_reg.models.submission import Partner, Submission


def use_everything(session: scoped_session[Session], edition: Edition) -> None:
    """Use the first room, subtopic, sector and meal of the edition once each, and commit."""
    now = clock.now()
    session.add(
        ProgrammeSession(
            edition_id=edition.id, room_id=edition.rooms[0].id, kind=SessionKind.PANEL, title=LocalText(sr="Панел"),
            starts_at=now, ends_at=now + timedelta(hours=1),
        )
    )  # fmt: skip
    session.add(
        Submission(
            code="S-TEST22", edition_id=edition.id, subtopic_id=edition.subtopics[0].id, kind=SubmissionKind.PAPER, language=Lang.SR,
            title=LocalText(sr="Рад"), abstract=LocalText(), keywords=LocalText(), state=SubmissionState.SUBMITTED, form_key="1",
            submitted_at=now, updated_at=now, partners=[Partner(sector_id=edition.sectors[0].id, position=1, name="Школа")],
        )
    )  # fmt: skip
    person = Person(code="P-TEST22", given_name="Ана", family_name="Ћирић", email="a@example.org", name_key="ana ciric", created_at=now)
    session.add(person)
    session.flush()
    session.add(
        Registration(
            code="R-TEST22", edition_id=edition.id, person_id=person.id, given_name="Ана", family_name="Ћирић", badge_name="Ана",
            email="a@example.org", institution_name="Библиотека", institution_kind=InstitutionKind.LIBRARY, language=Lang.SR,
            role=ParticipantRole.PARTICIPANT, state=RegistrationState.CONFIRMED, form_key="1", sort_key="",
            registered_at=now, updated_at=now, meals=[RegistrationMeal(meal_id=edition.meals[0].id)],
        )
    )  # fmt: skip
    session.commit()
