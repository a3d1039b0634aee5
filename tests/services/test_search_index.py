"""The search index follows its records: written with them, changed with them, gone with them, and made anew."""

from dataclasses import replace

import pytest
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session, scoped_session

from biblionet_reg.domain.institution import InstitutionKind
from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.domain.review import Outcome
from biblionet_reg.domain.search_words import Field
from biblionet_reg.domain.spelling import variants
from biblionet_reg.domain.text import LocalText
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.institution import Institution
from biblionet_reg.models.letter import Letter
from biblionet_reg.models.person import Person
from biblionet_reg.models.registration import Registration
from biblionet_reg.models.search_word import InstitutionWord, LetterWord, NameVariant, NameWord, RegistrationWord, SubmissionWord
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries import institutions as known
from biblionet_reg.queries import registrations as found
from biblionet_reg.queries.registrations import RegistrationFilter
from biblionet_reg.services import decisions, institutions, name_words, registrations, search_index, search_rebuild, submissions
from biblionet_reg.services.demo import load as demo
from biblionet_reg.services.search_rebuild import Rebuilt
from tests.registrations import answers
from tests.reviewing import account_in, submission_in
from tests.searching import words_kept
from tests.submissions import LJUBICA
from tests.submissions import answers as paper

Db = scoped_session[Session]
TABLES = (RegistrationWord, SubmissionWord, LetterWord, InstitutionWord, NameWord, NameVariant)


def everything(session: Db) -> list[set[tuple[object, ...]]]:
    return [{tuple(row) for row in session.execute(select(*table.__table__.columns))} for table in TABLES]


def names_found(edition: Edition, typed: str) -> list[str]:
    return [row.family_name for row in found.listed(edition, RegistrationFilter(text=typed)).rows]


def test_a_changed_registration_is_found_by_its_new_words_only(session: Db, edition: Edition) -> None:
    made = registrations.register(answers(), edition=edition)

    registrations.change(made, answers(family_name="Маринковић", institution_name="Музеј", institution_place="Ниш", email="lj@nb.rs"))

    assert [names_found(edition, typed) for typed in ("Ђорђевић", "Врање", "ljubica@example", "Маринковић", "nis", "lj@nb")] == [
        *([[]] * 3),
        *([["Маринковић"]] * 3),
    ]


def test_the_other_form_of_a_name_finds_it_too(session: Db, edition: Edition) -> None:
    person = answers(
        given_name="William",
        family_name="Shakespeare",
        other_given_name="Вилијам",
        other_family_name="Шекспир",
        other_badge_name="Вилијам Шекспир",
    )
    registrations.register(person, edition=edition)

    assert [names_found(edition, typed) for typed in ("шекспир", "Sekspir Vilijam", "shakespeare")] == [["Shakespeare"]] * 3


def test_a_changed_submission_is_found_by_its_new_words_only(session: Db, edition: Edition) -> None:
    submission = submission_in(edition)

    changed = paper(title=LocalText(sr="Ноћ књиге", en="Night of the book"), authors=(replace(LJUBICA, family_name="Марић"),))
    submissions.update(submission, changed, by=submission.code)

    kept = words_kept(submission)
    assert kept[Field.TITLE] == {"noc", "knjige", "night", "of", "the", "book"}
    assert kept[Field.NAME] == {"ljubica", "maric"}


def test_what_is_deleted_is_gone_from_the_index(session: Db, edition: Edition) -> None:
    chair = account_in(edition, StaffRole.CHAIR)
    submission = submission_in(edition)
    registration = registrations.register(answers(), edition=edition)
    letter = decisions.decide(submission, Outcome.ACCEPT, chair=chair).letter
    assert letter is not None
    gone = letter.id

    decisions.take_back(submission, chair=chair)
    session.execute(delete(Registration).where(Registration.id == registration.id))
    session.execute(delete(Submission).where(Submission.id == submission.id))

    left = [session.scalar(select(func.count()).select_from(table)) for table in (RegistrationWord, SubmissionWord, LetterWord)]
    assert left == [0, 0, 0]
    assert session.get(Letter, gone) is None


def test_a_failed_registration_leaves_no_words(session: Db, edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("biblionet_reg.mail.registrations.registration_received", lambda _one: 1 / 0)
    before = everything(session)

    with pytest.raises(ZeroDivisionError):
        registrations.register(answers(family_name="Неуспелић"), edition=edition)

    assert everything(session) == before


def test_words_of_names_are_learnt_once_with_their_variants(session: Db, edition: Edition) -> None:
    registrations.register(answers(given_name="Ђурђа", family_name="Ђурђевдански"), edition=edition)
    registrations.register(answers(given_name="Djurdja", family_name="Marić"), edition=edition)

    assert session.get_one(NameWord, "durda").written == "Ђурђа"
    assert set(session.scalars(select(NameVariant.variant).where(NameVariant.word == "durda"))) == variants("durda")
    name_words.learn({"durda": "Đurđa"})
    assert session.get_one(NameWord, "durda").written == "Ђурђа"


def test_an_institution_typed_by_another_of_its_names_is_the_same(session: Db) -> None:
    known_one = known.by_keys("Народна библиотека Србије", "Београд")

    assert [institutions.find_or_add(name, place, InstitutionKind.LIBRARY) for name, place in (("НБС", ""), ("nbs", "Beograd"))] == [
        known_one
    ] * 2
    assert institutions.find_or_add("НБС", "Ниш", InstitutionKind.COMPANY) is not known_one


def test_a_name_without_letters_is_kept_without_words(session: Db) -> None:
    assert words_kept(institutions.find_or_add("😀", "", InstitutionKind.OTHER)) == {}


def test_demonstration_data_is_indexed_as_if_it_had_been_typed(session: Db, edition: Edition) -> None:
    demo.load(edition, registrations=20, submissions=20, seed=1)
    loaded = everything(session)

    for kind in (Institution, Registration, Submission, Letter):
        for record in session.scalars(select(kind)):
            search_index.index(record)

    assert everything(session) == loaded


def test_rebuilding_makes_the_same_index_and_what_was_lost(session: Db, edition: Edition) -> None:
    demo.load(edition, registrations=12, submissions=12, seed=1)
    session.commit()
    whole = everything(session)
    records = sum(session.scalar(select(func.count()).select_from(kind)) or 0 for kind in (Institution, Registration, Submission, Letter))
    session.execute(delete(RegistrationWord))
    session.execute(delete(NameWord))
    name_words.learn({"nobody": "Nobody"})
    session.commit()

    assert search_rebuild.rebuild() == Rebuilt(records=records, keys=0, places=0, clashes=0)

    assert [
        rows if number < 4 else {row[0] if number == 4 else row for row in rows} for number, rows in enumerate(everything(session))
    ] == [rows if number < 4 else {row[0] if number == 4 else row for row in rows} for number, rows in enumerate(whole)]


def test_rebuilding_renews_keys_and_tells_of_those_that_cannot_be(session: Db, edition: Edition) -> None:
    first = registrations.register(answers(), edition=edition).person
    second = registrations.register(answers(given_name="Ана"), edition=edition).person
    library = institutions.find_or_add("Музеј", "Ниш", InstitutionKind.MUSEUM)
    first_id, second_id, library_id = first.id, second.id, library.id
    first.name_key, second.given_name, library.name_key = "stale", "Љубица", "stale"
    session.commit()
    first.name_key, second.name_key = "ljubica dordevic", "stale"
    session.commit()

    rebuilt = search_rebuild.rebuild()

    assert (rebuilt.keys, rebuilt.clashes) == (1, 1)
    assert [session.get_one(Person, number).name_key for number in (first_id, second_id)] == ["ljubica dordevic", "stale"]
    assert session.get_one(Institution, library_id).name_key == "muzej"
    assert (search_rebuild.rebuild().keys, search_rebuild.rebuild().clashes) == (0, 1)


def test_rebuilding_leaves_keys_that_are_numbered(session: Db, edition: Edition) -> None:
    numbers = [registrations.register(answers(family_name=name), edition=edition).person_id for name in ("Ћирић", "Чирић")]
    libraries = [institutions.find_or_add(name, "Ниш", InstitutionKind.MUSEUM).id for name in ("Музеј Ћира", "Музеј Чира")]
    session.get_one(Person, numbers[1]).name_key = "stale=2"
    session.commit()

    rebuilt = search_rebuild.rebuild()

    assert (rebuilt.keys, rebuilt.clashes) == (1, 0)
    assert [session.get_one(Person, number).name_key for number in numbers] == ["ljubica ciric", "ljubica ciric=2"]
    assert [session.get_one(Institution, number).name_key for number in libraries] == ["muzej cira", "muzej cira=2"]
