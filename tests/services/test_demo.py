"""Demonstration data: every page has something to show, the same seed makes the same data."""

from collections import Counter
from itertools import pairwise, product
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from biblionet_reg.domain.demo import DemoLoaded
from biblionet_reg.domain.permissions import StaffRole
from biblionet_reg.domain.review import DecisionState
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.letter import Letter
from biblionet_reg.models.programme import ProgrammeVersion, Slot
from biblionet_reg.models.registration import Registration
from biblionet_reg.models.review import Decision, Review
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries import editions, programme
from biblionet_reg.services.demo import load as demo
from biblionet_reg.services.demo.load import DemoCounts, demo_accounts
from tests.conftest import make_app
from tests.databases import Databases


def test_demo_load_fills_every_subtopic_in_every_state(edition: Edition, session: Session) -> None:
    counts = demo.load(edition, registrations=40, submissions=77, seed=1)

    found = {tuple(row) for row in session.execute(select(Submission.subtopic_id, Submission.state))}
    assert found == set(product([subtopic.id for subtopic in edition.subtopics], SubmissionState))
    assert counts == DemoCounts(registrations=40, submissions=77, presentations=22)


def test_demo_load_brings_reviews_decisions_letters_and_a_programme(edition: Edition, session: Session) -> None:
    demo.load(edition, registrations=20, submissions=33, seed=1)

    states = Counter(session.scalars(select(Decision.state)))
    assert states == {DecisionState.PENDING: 3, DecisionState.RELEASED: 22}
    assert session.scalar(select(func.count(Review.id)))
    assert session.scalar(select(func.count(Letter.id)).where(Letter.is_demo)) == 20 + 33 + 3
    assert [version.name for version in session.scalars(select(ProgrammeVersion))] == ["1.0"]
    assert [role for role, _account in demo_accounts(edition)] == list(StaffRole)


def test_demo_load_marks_everything_it_makes(edition: Edition, session: Session) -> None:
    demo.load(edition, registrations=10, submissions=11, seed=1)

    unmarked = [session.scalar(select(func.count()).where(~model.is_demo)) for model in (Registration, Submission, Letter)]
    assert unmarked == [0, 0, 0]
    assert edition.has_demo


def test_demo_load_twice_is_refused(edition: Edition) -> None:
    demo.load(edition, registrations=5, submissions=0, seed=1)

    with pytest.raises(DemoLoaded):
        demo.load(edition, registrations=5, submissions=0, seed=1)


def test_demo_load_same_seed_makes_the_same_data(databases: Databases, tmp_path: Path) -> None:
    made = []
    for number in range(2):
        folder = tmp_path / str(number)
        folder.mkdir()
        app = make_app(folder, databases.copy(folder))
        with app.app_context():
            edition = editions.by_slug("2020")
            demo.load(edition, registrations=12, submissions=12, seed=7)
            people = select(Registration.code, Registration.family_name, Registration.institution_name).order_by(Registration.id)
            papers = select(Submission.code, Submission.title, Submission.submitted_at).order_by(Submission.id)
            slots = select(Slot.key, Slot.starts_at).order_by(Slot.id)
            made.append(tuple(db.session.execute(query).all() for query in (people, papers, slots)))
            db.session.remove()
            db.engine.dispose()

    assert made[0] == made[1]
    assert [len(rows) for rows in made[0][:2]] == [12, 12]


def test_demo_programme_has_no_clash_of_rooms(edition: Edition) -> None:
    demo.load(edition, registrations=30, submissions=77, seed=3)

    sessions = programme.sessions_alone(edition)
    in_rooms = sorted((block.room_id, block.starts_at, block.ends_at) for block in sessions if block.room_id)
    assert all(earlier[2] <= later[1] for earlier, later in pairwise(in_rooms) if earlier[0] == later[0])
