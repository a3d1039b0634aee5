"""Many at once, on a really committed database: the last places, and one form sent by ten hands."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import func, select

from biblionet_reg.domain.registration import EditionFull, RegistrationState
from biblionet_reg.domain.registration_answers import RegistrationAnswers
from biblionet_reg.extensions import db
from biblionet_reg.models.letter import Letter
from biblionet_reg.models.registration import Registration
from biblionet_reg.queries import editions
from biblionet_reg.services import registrations
from tests.registrations import answers

pytestmark = pytest.mark.committed


def _together(app: Flask, sheets: list[RegistrationAnswers]) -> list[str]:
    """Register all at the same moment; return a code, or `full`, for each."""
    start = Barrier(len(sheets))

    def register(sheet: RegistrationAnswers) -> str:
        with app.app_context():
            edition = editions.by_slug("2020")
            assert edition is not None
            db.session.rollback()
            start.wait(timeout=30)
            try:
                return registrations.register(sheet, edition=edition).code
            except EditionFull:
                return "full"

    with ThreadPoolExecutor(len(sheets)) as threads:
        return list(threads.map(register, sheets))


def test_twenty_people_for_the_last_three_places(app: Flask) -> None:
    with app.app_context():
        edition = editions.by_slug("2020")
        assert edition is not None
        edition.participant_limit = 3
        db.session.commit()

    outcomes = _together(app, [answers(given_name=f"Ана{number}", email=f"ana{number}@example.org") for number in range(20)])

    codes = [outcome for outcome in outcomes if outcome != "full"]
    with app.app_context():
        assert (len(codes), len(set(codes)), outcomes.count("full")) == (3, 3, 17)
        assert set(db.session.scalars(select(Registration.code))) == set(codes)
        assert db.session.scalar(select(func.count()).select_from(Letter)) == 3


def test_ten_hands_sending_one_form_make_one_registration(app: Flask) -> None:
    sheet = answers()

    outcomes = _together(app, [sheet] * 10)

    with app.app_context():
        made = db.session.scalars(select(Registration)).one()
        assert (set(outcomes), made.state) == ({made.code}, RegistrationState.CONFIRMED)
        assert db.session.scalar(select(func.count()).select_from(Letter)) == 1


def test_cancelling_by_many_hands_sends_one_letter(app: Flask) -> None:
    with app.app_context():
        edition = editions.by_slug("2020")
        assert edition is not None
        code = registrations.register(answers(), edition=edition).code
    start = Barrier(6)

    def cancel(_number: int) -> None:
        with app.app_context():
            one = db.session.scalars(select(Registration).where(Registration.code == code)).one()
            db.session.commit()
            start.wait(timeout=30)
            registrations.cancel(one)

    with ThreadPoolExecutor(6) as threads:
        list(threads.map(cancel, range(6)))

    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Letter)) == 2
