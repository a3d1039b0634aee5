"""Reading the working programme and its versions."""

from flask import Flask
from sqlalchemy.orm import Session, scoped_session

from biblionet_reg.domain.clashes import Clash, ClashKind
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.models.edition import Edition
from biblionet_reg.queries import programme as queries
from biblionet_reg.queries import programme_versions
from biblionet_reg.queries.programme_board import board, clashes_on
from biblionet_reg.services.programme_versions import publish
from tests.factories import make_block, make_person, make_room, make_slot, make_submission
from tests.statements import statements

Database = scoped_session[Session]


def test_clashes_on_sees_a_presenter_in_two_rooms(edition: Edition) -> None:
    person = make_person()
    here, there = make_block(edition), make_block(edition, room=make_room(edition))
    first = make_slot(here, make_submission(edition, authors=[person]), "10:00")
    second = make_slot(there, make_submission(edition, authors=[person]), "10:10")

    found = clashes_on(edition, board(edition))

    assert found == [Clash(ClashKind.PRESENTER, (here.key, there.key), (first.key, second.key), person.code)]


def test_clashes_on_lets_a_coauthor_sit_elsewhere(edition: Edition) -> None:
    busy, coauthor = make_person(), make_person("Марко", "Марковић")
    here, there = make_block(edition), make_block(edition, room=make_room(edition))
    make_slot(here, make_submission(edition, authors=[busy, coauthor], presenters=[busy]), "10:00")
    make_slot(there, make_submission(edition, authors=[coauthor]), "10:00")

    assert clashes_on(edition, board(edition)) == []


def test_unplaced_pages_accepted_submissions(edition: Edition) -> None:
    made = [make_submission(edition).code for _ in range(queries.UNPLACED_A_PAGE + 1)]
    make_submission(edition, state=SubmissionState.SUBMITTED)
    make_slot(make_block(edition), placed := make_submission(edition), "10:00")

    first, second = queries.unplaced(edition, page=1), queries.unplaced(edition, page=2)

    assert (first.total, [row.code for row in first.rows + second.rows]) == (len(made), made)
    assert placed.code not in made


def test_programme_asks_as_often_for_many_as_for_one(app: Flask, session: Database, edition: Edition) -> None:
    def count() -> int:
        session.expire_all()
        with statements(app) as made:
            clashes_on(edition, board(edition))
            queries.timetable(edition, queries.whole(edition))
            queries.sessions_alone(edition)
        return len(made)

    make_slot(make_block(edition), make_submission(edition), "10:00")
    with_one = count()
    for start in ("11:00", "12:00", "13:00"):
        block = make_block(edition, start, "15:00", room=make_room(edition))
        make_slot(block, make_submission(edition), start)
        make_slot(block, make_submission(edition), "14:00")

    assert count() == with_one


def test_published_is_read_once(app: Flask, session: Database, edition: Edition) -> None:
    make_slot(make_block(edition), submission := make_submission(edition), "10:00")
    publish(edition, name="1.0", by="chair@example.org")
    version = programme_versions.latest(edition)
    assert version is not None
    programme_versions.published(version)

    with statements(app) as made:
        published = programme_versions.published(version)

    assert (made, list(published.presentations), list(published.people)) == ([], [submission.code], [submission.authors[0].person.code])


def test_latest_is_the_highest_number(edition: Edition) -> None:
    make_block(edition)
    for name in ("1.0", "2.0"):
        publish(edition, name=name, by="chair@example.org")

    assert [(version.number, version.name) for version in programme_versions.all_versions(edition)] == [(2, "2.0"), (1, "1.0")]
    newest, first = programme_versions.latest(edition), programme_versions.by_number(edition, 1)
    assert newest is not None
    assert first is not None
    assert (newest.name, first.name, programme_versions.by_number(edition, 3)) == ("2.0", "1.0", None)
