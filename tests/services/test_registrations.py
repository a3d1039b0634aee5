"""Registering, changing, cancelling: rows, letters, audit, and what is refused."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from biblionet_reg import clock
from biblionet_reg.domain.codes import ALPHABET
from biblionet_reg.domain.edition import EditionClosed, WindowNotOpen
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.letter import LetterKind
from biblionet_reg.domain.registration import (
    AlreadyRegistered,
    AnotherRegistration,
    ConsentPurpose,
    EditionFull,
    EditionOver,
    MealWithoutDay,
    NeedsWithoutConsent,
    NoDayChosen,
    ParticipantRole,
    RegistrationCancelled,
    RegistrationState,
)
from biblionet_reg.domain.registration_answers import GivenConsent, Needs
from biblionet_reg.domain.resending import SentAlready
from biblionet_reg.domain.script import fold
from biblionet_reg.domain.search_words import Field
from biblionet_reg.models.audit import AuditEntry
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.institution import Institution
from biblionet_reg.models.letter import Letter
from biblionet_reg.models.registration import Registration
from biblionet_reg.queries import registrations as found
from biblionet_reg.services import my_links, people, registrations
from tests.registrations import DAY_1, DAY_2, DAY_3, NEEDS_CONSENT, answers
from tests.searching import words_kept

NOW = datetime(2020, 8, 17, 7, tzinfo=UTC)


def _letters(session: scoped_session[Session]) -> list[tuple[LetterKind, str]]:
    return [(letter.kind, letter.to_email) for letter in session.scalars(select(Letter).order_by(Letter.id))]


def _history(session: scoped_session[Session]) -> list[tuple[str, str, dict[str, Any]]]:
    return [(entry.action, entry.actor, entry.details) for entry in session.scalars(_registration_entries())]


def _registration_entries() -> Any:
    return select(AuditEntry).where(AuditEntry.subject_kind == "registration").order_by(AuditEntry.id)


def _count(session: scoped_session[Session]) -> int:
    return len(session.scalars(select(Registration)).all())


def test_registering_keeps_everything_answered(session: scoped_session[Session], edition: Edition) -> None:
    made = registrations.register(
        answers(
            badge_name="Љубица",
            professional_title="виши библиотекар",
            role=ParticipantRole.PRESENTER,
            days=(DAY_3, DAY_1),
            meals=("day-3-lunch", "day-1-dinner"),
            needs=Needs(dietary="без глутена", access="рампа"),
            consents=(NEEDS_CONSENT, GivenConsent(ConsentPurpose.PHOTOS, "I agree to pictures.", Lang.EN)),
            language=Lang.SR_LATN,
        ),
        edition=edition,
    )

    row = found.by_code(edition, made.code)
    assert row is not None
    assert (row.given_name, row.family_name, row.badge_name, row.email) == ("Љубица", "Ђорђевић", "Љубица", "ljubica@example.org")
    assert (row.professional_title, row.role, row.language) == ("виши библиотекар", ParticipantRole.PRESENTER, Lang.SR_LATN)
    assert [day.day for day in row.days] == [DAY_1, DAY_3]
    assert {meal.meal.code for meal in row.meals} == {"day-1-dinner", "day-3-lunch"}
    assert (row.dietary_needs, row.access_needs) == ("без глутена", "рампа")
    assert [(one.purpose, one.wording, one.language, one.withdrawn_at) for one in row.consents] == [
        (ConsentPurpose.NEEDS, "Слажем се.", Lang.SR, None),
        (ConsentPurpose.PHOTOS, "I agree to pictures.", Lang.EN, None),
    ]
    assert all(timedelta() <= one.given_at - NOW < timedelta(minutes=5) for one in row.consents)
    assert (row.state, row.cancelled_at, row.is_demo) == (RegistrationState.CONFIRMED, None, False)
    whole = row.code.lower().replace("-", "")
    assert words_kept(row) == {
        Field.CODE: {whole, fold(whole), fold(whole[1:])},
        Field.NAME: {"ljubica", "dordevic"},
        Field.INSTITUTION: {"javna", "biblioteka", "bora", "stankovic", "vranje"},
        Field.ADDRESS: {"ljubica.example.org", "example.org", "org"},
    }


def test_registering_finds_the_known_institution_again(session: scoped_session[Session], edition: Edition) -> None:
    made = registrations.register(
        answers(institution_name="javna biblioteka «Bora Stanković»", institution_place="Vranje"), edition=edition
    )

    known = session.get_one(Institution, made.institution_id)
    assert (known.is_listed, known.name) == (True, "Јавна библиотека „Бора Станковић“")
    assert made.institution_name == "javna biblioteka «Bora Stanković»"


def test_registering_writes_the_letter_and_the_ledger(session: scoped_session[Session], edition: Edition) -> None:
    made = registrations.register(answers(), edition=edition)

    assert _letters(session) == [(LetterKind.REGISTRATION_RECEIVED, "ljubica@example.org")]
    assert _history(session) == [("registration.received", made.code, {})]


def test_the_badge_carries_both_names_unless_another_is_given(session: scoped_session[Session], edition: Edition) -> None:
    assert registrations.register(answers(), edition=edition).badge_name == "Љубица Ђорђевић"


def test_the_same_form_sent_twice_makes_one_registration(session: scoped_session[Session], edition: Edition) -> None:
    same = answers(form_key="0b0a2a4e-3f7e-4a0e-9c7a-000000000001")

    codes = {registrations.register(same, edition=edition).code for _time in range(3)}

    assert (len(codes), _count(session), len(_letters(session))) == (1, 1, 1)


def test_a_form_sent_again_for_a_colleague_registers_the_colleague(session: scoped_session[Session], edition: Edition) -> None:
    first = registrations.register(answers(form_key="0b0a2a4e-3f7e-4a0e-9c7a-000000000001"), edition=edition)

    second = registrations.register(
        answers(form_key="0b0a2a4e-3f7e-4a0e-9c7a-000000000001", given_name="Петар", email="petar@example.org"), edition=edition
    )

    assert (first.code == second.code, first.form_key == second.form_key, _count(session)) == (False, False, 2)


def test_who_is_registered_is_sent_the_link_again(session: scoped_session[Session], edition: Edition) -> None:
    first = registrations.register(answers(), edition=edition)

    with pytest.raises(AlreadyRegistered) as refused:
        registrations.register(answers(given_name="LJUBICA", family_name="Djordjević", email="Ljubica@example.org"), edition=edition)

    assert refused.value.code == first.code
    assert _letters(session) == [(LetterKind.REGISTRATION_RECEIVED, "ljubica@example.org")] * 2
    assert [action for action, _by, _details in _history(session)] == ["registration.received", "registration.link_sent"]


@pytest.mark.parametrize("family_name", ["Чирић", "Čirić"])
def test_another_name_that_only_folds_alike_is_another_person(session: scoped_session[Session], edition: Edition, family_name: str) -> None:
    first = registrations.register(answers(given_name="Ана", family_name="Ћирић"), edition=edition)
    her = answers(given_name="Ана", family_name=family_name, meals=())

    with pytest.raises(SentAlready):
        registrations.register(her, edition=edition, sent_here=[first.code])
    second = registrations.register(her, edition=edition)

    assert (first.family_name, len(first.meals) > 0, second.family_name, _count(session)) == ("Ћирић", True, family_name, 2)
    with pytest.raises(AlreadyRegistered) as refused:
        registrations.register(answers(given_name="Ana", family_name="Ćirić"), edition=edition)
    assert refused.value.code == first.code


def test_the_limit_is_never_exceeded_and_a_cancelled_place_is_free_again(session: scoped_session[Session], edition: Edition) -> None:
    edition.participant_limit = 1
    session.commit()
    first = registrations.register(answers(), edition=edition)

    with pytest.raises(EditionFull):
        registrations.register(answers(given_name="Петар"), edition=edition)
    registrations.cancel(first)
    registrations.register(answers(given_name="Петар"), edition=edition)

    assert found.count_by_state(edition) == {RegistrationState.CONFIRMED: 1, RegistrationState.CANCELLED: 1}


def test_a_full_edition_still_answers_the_form_that_took_the_last_place(session: scoped_session[Session], edition: Edition) -> None:
    edition.participant_limit = 1
    session.commit()
    last = answers(form_key="0b0a2a4e-3f7e-4a0e-9c7a-000000000001")

    assert registrations.register(last, edition=edition) is registrations.register(last, edition=edition)


def test_nobody_is_registered_outside_the_window_or_in_a_closed_edition(session: scoped_session[Session], edition: Edition) -> None:
    edition.registration_opens_at = clock.now() + timedelta(days=1)
    session.commit()
    with pytest.raises(WindowNotOpen):
        registrations.register(answers(), edition=edition)

    edition.closed_at, edition.closed_by = clock.now(), "test"
    session.commit()
    with pytest.raises(EditionClosed):
        registrations.register(answers(), edition=edition)

    assert (_count(session), _letters(session)) == (0, [])


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"days": ()}, NoDayChosen),
        ({"days": (DAY_2,), "meals": ("day-1-lunch",)}, MealWithoutDay),
        ({"needs": Needs(access="рампа"), "consents": ()}, NeedsWithoutConsent),
    ],
)
def test_answers_that_do_not_hold_together_are_refused(
    session: scoped_session[Session], edition: Edition, changes: dict[str, Any], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        registrations.register(answers(**changes), edition=edition)

    assert (_count(session), _letters(session)) == (0, [])


def test_a_taken_code_is_not_given_twice(session: scoped_session[Session], edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = iter("22222 33333 22222 44444 33333 55555".replace(" ", ""))
    monkeypatch.setattr("secrets._sysrand._randbelow", lambda _below: ALPHABET.index(next(drawn)))

    first = registrations.register(answers(), edition=edition)
    second = registrations.register(answers(given_name="Петар"), edition=edition)

    assert [row.person.code[:7] for row in (first, second)] == ["P-22222", "P-44444"]
    assert [row.code[:7] for row in (first, second)] == ["R-33333", "R-55555"]
    assert (_count(session), len(_letters(session))) == (2, 2)


def test_when_every_code_is_taken_nothing_is_registered(
    session: scoped_session[Session], edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    people.find_or_make("Петар", "Ђорђевић", "ljubica@example.org")
    monkeypatch.setattr("secrets._sysrand._randbelow", lambda _below: 0)
    registrations.register(answers(), edition=edition)

    with pytest.raises(RuntimeError, match="no free code for a registration"):
        registrations.register(answers(given_name="Петар"), edition=edition)

    assert (_count(session), len(_letters(session))) == (1, 1)


def test_a_change_is_written_told_by_letter_and_recorded(session: scoped_session[Session], edition: Edition) -> None:
    made = registrations.register(answers(), edition=edition)

    changed = registrations.change(made, answers(email="nova@example.org", days=(DAY_2,), meals=("day-2-dinner",)))

    assert changed.email == changed.person.email == "nova@example.org"
    assert [day.day for day in changed.days] == [DAY_2]
    assert [meal.meal.code for meal in changed.meals] == ["day-2-dinner"]
    told = {(LetterKind.REGISTRATION_CHANGED, address) for address in ("nova@example.org", "ljubica@example.org")}
    assert set(_letters(session)[1:]) == told
    assert _history(session)[1:] == [("registration.changed", made.code, {"fields": ["email", "days", "meals"]})]


def test_saving_without_a_change_tells_nothing(session: scoped_session[Session], edition: Edition) -> None:
    made = registrations.register(answers(), edition=edition)

    registrations.change(made, answers())

    assert (len(_letters(session)), len(_history(session))) == (1, 1)


def test_consents_change_without_a_letter_and_keep_their_past(session: scoped_session[Session], edition: Edition) -> None:
    photos = GivenConsent(ConsentPurpose.PHOTOS, "Pictures.", Lang.EN)
    made = registrations.register(answers(needs=Needs(dietary="без меса"), consents=(NEEDS_CONSENT,)), edition=edition)

    registrations.change(made, answers(consents=(photos,)))
    registrations.change(made, answers(consents=()))
    registrations.change(made, answers(consents=(photos,)))

    assert [(one.purpose, one.withdrawn_at is None) for one in made.consents] == [
        (ConsentPurpose.NEEDS, False),
        (ConsentPurpose.PHOTOS, False),
        (ConsentPurpose.PHOTOS, True),
    ]
    assert made.dietary_needs == ""
    assert [kind for kind, _to in _letters(session)] == [LetterKind.REGISTRATION_RECEIVED, LetterKind.REGISTRATION_CHANGED]


def test_withdrawing_a_consent_erases_what_was_kept_because_of_it(session: scoped_session[Session], edition: Edition) -> None:
    made = registrations.register(answers(needs=Needs("без меса", "рампа"), consents=(NEEDS_CONSENT,)), edition=edition)

    for _time in range(2):
        registrations.withdraw_consent(made, ConsentPurpose.NEEDS)

    assert (made.dietary_needs, made.access_needs, made.consents[0].withdrawn_at is None) == ("", "", False)
    assert _history(session)[1:] == [("registration.consent_withdrawn", made.code, {"purpose": "needs"})]


def test_organisers_correct_without_touching_needs_and_consents(session: scoped_session[Session], edition: Edition) -> None:
    made = registrations.register(answers(needs=Needs("без меса"), consents=(NEEDS_CONSENT,)), edition=edition)
    edition.registration_closes_at = clock.now() - timedelta(days=1)
    session.commit()

    with pytest.raises(WindowNotOpen):
        registrations.change(made, answers(family_name="Марић"))
    registrations.change(
        made, answers(family_name="Марић", role=ParticipantRole.ORGANISER, needs=None, consents=None), by="host@example.org"
    )

    assert (made.family_name, made.role, made.dietary_needs, len(made.consents)) == ("Марић", ParticipantRole.ORGANISER, "без меса", 1)
    assert _history(session)[1:] == [("registration.changed", "host@example.org", {"fields": ["family_name", "role", "badge_name"]})]


def test_a_change_into_somebody_registered_is_refused(session: scoped_session[Session], edition: Edition) -> None:
    registrations.register(answers(), edition=edition)
    petar = registrations.register(answers(given_name="Петар"), edition=edition)

    with pytest.raises(AnotherRegistration):
        registrations.change(petar, answers())

    session.refresh(petar)
    assert petar.given_name == "Петар"


def test_cancelling_twice_is_cancelling_once(session: scoped_session[Session], edition: Edition) -> None:
    made = registrations.register(answers(), edition=edition)

    for _time in range(2):
        registrations.cancel(made)

    assert (made.state, made.cancelled_by) == (RegistrationState.CANCELLED, made.code)
    assert [kind for kind, _to in _letters(session)] == [LetterKind.REGISTRATION_RECEIVED, LetterKind.REGISTRATION_CANCELLED]
    with pytest.raises(RegistrationCancelled):
        registrations.change(made, answers())


@pytest.mark.parametrize(("close", "refusal"), [(True, EditionClosed), (False, EditionOver)])
def test_nothing_is_cancelled_when_the_edition_is_closed_or_past(
    session: scoped_session[Session], edition: Edition, close: bool, refusal: type[Exception]
) -> None:
    made = registrations.register(answers(), edition=edition)
    if close:
        edition.closed_at, edition.closed_by = clock.now(), "test"
    else:
        edition.starts_on = edition.ends_on = datetime(2020, 8, 16, tzinfo=UTC).date()
    session.commit()

    with pytest.raises(refusal):
        registrations.cancel(made)

    assert made.cancelled_at is None


def test_who_cancelled_may_register_again(session: scoped_session[Session], edition: Edition) -> None:
    first = registrations.register(answers(), edition=edition)
    registrations.cancel(first)

    second = registrations.register(answers(), edition=edition)

    assert (first.code == second.code, first.person_id == second.person_id) == (False, True)


def test_links_go_again_to_every_live_registration_of_the_address(session: scoped_session[Session], edition: Edition) -> None:
    registrations.register(answers(), edition=edition)
    registrations.cancel(registrations.register(answers(given_name="Петар"), edition=edition))
    registrations.register(answers(given_name="Ана", email="ana@example.org"), edition=edition)
    before = len(_letters(session))

    sent = my_links.send_again(edition, " LJUBICA@example.org ")

    assert (sent, my_links.send_again(edition, "nobody@example.org")) == (1, 0)
    assert _letters(session)[before:] == [(LetterKind.REGISTRATION_RECEIVED, "ljubica@example.org")]


def test_demonstration_people_are_marked_with_all_that_is_theirs(session: scoped_session[Session], edition: Edition) -> None:
    made = registrations.register(answers(institution_name="Измишљена", institution_place=""), edition=edition, by="demo", is_demo=True)

    institution = session.get_one(Institution, made.institution_id)
    assert (made.is_demo, made.person.is_demo, institution.is_demo, session.scalars(select(Letter)).one().is_demo) == (True,) * 4
    assert _history(session)[0][:2] == ("registration.received", "demo")
