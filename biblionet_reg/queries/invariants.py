"""What must hold over all rows and no constraint can say: each function yields who breaks its rule, by a name people know."""

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Select, exists, func, or_, select, text

from biblionet_reg.domain.codes import CodeKind, read_code
from biblionet_reg.domain.registration import ConsentPurpose, RegistrationState
from biblionet_reg.domain.review import STATE_AFTER, TOLD, DecisionState
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition, Meal
from biblionet_reg.models.letter import Letter
from biblionet_reg.models.programme import ProgrammeSession, ProgrammeVersion, Slot
from biblionet_reg.models.registration import Consent, Registration, RegistrationDay, RegistrationMeal
from biblionet_reg.models.review import Decision
from biblionet_reg.models.search_word import LetterWord, RegistrationWord, SubmissionWord
from biblionet_reg.models.submission import Author, Submission

Rule = Callable[[], Iterator[str]]

_RELEASED = (Decision.submission_id == Submission.id) & (Decision.state == DecisionState.RELEASED)


def whole_database() -> Iterator[str]:
    """Yield what SQLite itself finds wrong; PostgreSQL never lets go of its own rules."""
    if db.engine.dialect.name != "sqlite":
        return
    yield from (told for told in db.session.scalars(text("PRAGMA integrity_check")) if told != "ok")
    yield from (f"{row[0]} {row[1]}" for row in db.session.execute(text("PRAGMA foreign_key_check")))


def codes_with_their_check_character() -> Iterator[str]:
    """Yield codes that could not have been given."""
    for kind, column in ((CodeKind.REGISTRATION, Registration.code), (CodeKind.SUBMISSION, Submission.code)):
        yield from (code for code in db.session.scalars(select(column)) if read_code(code, kind) != code)


def no_more_people_than_places() -> Iterator[str]:
    """Yield editions with more confirmed registrations than places; demonstration people come in any number."""
    demonstrated = exists().where(Registration.edition_id == Edition.id, Registration.is_demo)
    confirmed = select(func.count()).where(Registration.edition_id == Edition.id, Registration.state == RegistrationState.CONFIRMED)
    yield from _found(select(Edition.slug).where(confirmed.scalar_subquery() > Edition.participant_limit, ~demonstrated))


def somebody_comes_on_a_day() -> Iterator[str]:
    """Yield registrations without a day, with a day outside of the edition, or with a meal on another day."""
    comes = exists().where(RegistrationDay.registration_id == Registration.id)
    outside = comes.where(or_(RegistrationDay.day < Edition.starts_on, RegistrationDay.day > Edition.ends_on))
    on_the_day = comes.where(RegistrationDay.day == Meal.day)
    hungry = exists().where(RegistrationMeal.registration_id == Registration.id, RegistrationMeal.meal_id == Meal.id, ~on_the_day)
    yield from _found(select(Registration.code).join(Edition).where(or_(~comes, outside, hungry)))


def needs_with_their_consent() -> Iterator[str]:
    """Yield registrations that tell of health without a consent that stands."""
    agreed = exists().where(
        Consent.registration_id == Registration.id, Consent.purpose == ConsentPurpose.NEEDS, Consent.withdrawn_at.is_(None)
    )
    told = or_(Registration.dietary_needs != "", Registration.access_needs != "")
    yield from _found(select(Registration.code).where(told, ~agreed))


def authors_as_they_must_be() -> Iterator[str]:
    """Yield submissions without a presenter, or without exactly one corresponding author with an address."""
    of_it = select(func.count()).where(Author.submission_id == Submission.id)
    presenting = of_it.where(Author.is_presenter).scalar_subquery()
    corresponding = of_it.where(Author.is_corresponding, Author.email != "").scalar_subquery()
    yield from _found(select(Submission.code).where(or_(presenting < 1, corresponding != 1)))


def states_as_decided() -> Iterator[str]:
    """Yield submissions that are accepted or rejected and were told otherwise, or nothing."""
    last = select(Decision.outcome).where(_RELEASED).order_by(Decision.released_at.desc(), Decision.id.desc()).limit(1).scalar_subquery()
    for outcome, state in ((outcome, state) for outcome, state in STATE_AFTER.items() if state in TOLD):
        yield from _found(select(Submission.code).where(Submission.state == state, func.coalesce(last, "") != outcome))


def only_accepted_papers_in_the_programme() -> Iterator[str]:
    """Yield submissions with a place in the working programme that are not accepted, or are of another edition."""
    placed = select(Submission.code).join(Slot, Slot.submission_id == Submission.id).join(ProgrammeSession)
    strange = or_(Submission.state != SubmissionState.ACCEPTED, Submission.edition_id != ProgrammeSession.edition_id)
    yield from _found(placed.where(strange))


def versions_without_gaps() -> Iterator[str]:
    """Yield editions whose published versions are not numbered 1, 2, 3 …"""
    counted = select(Edition.slug).join(ProgrammeVersion).group_by(Edition.slug)
    yield from _found(counted.having(or_(func.min(ProgrammeVersion.number) != 1, func.max(ProgrammeVersion.number) != func.count())))


def records_that_can_be_found() -> Iterator[str]:
    """Yield records of which the search index knows no word."""
    for record, word, name in (
        (Registration, RegistrationWord, Registration.code),
        (Submission, SubmissionWord, Submission.code),
        (Letter, LetterWord, Letter.message_id),
    ):
        yield from _found(select(name).where(~exists().where(word.record_id == record.id)))


#: Every rule, with what is said of who breaks it.
RULES: dict[str, Rule] = {
    "The database is damaged, or rows point to nothing": whole_database,
    "These codes could not have been given": codes_with_their_check_character,
    "More people are registered than there are places": no_more_people_than_places,
    "The days and meals do not hold together": somebody_comes_on_a_day,
    "Needs are kept without a consent": needs_with_their_consent,
    "There is no presenter, or not one corresponding author with an address": authors_as_they_must_be,
    "The state is not what the author was told": states_as_decided,
    "What is placed in the programme is not accepted": only_accepted_papers_in_the_programme,
    "The versions of the programme have gaps": versions_without_gaps,
    "The search does not find it; run `search rebuild`": records_that_can_be_found,
}


def _found(query: Select[Any]) -> Iterator[str]:
    yield from (str(name) for name in db.session.scalars(query))
