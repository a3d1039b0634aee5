"""The product's only clock."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask

from biblionet_reg import clock
from biblionet_reg.extensions import db
from biblionet_reg.models.audit import AuditEntry
from tests.conftest import make_app

START = datetime(2020, 8, 17, 7, 0, tzinfo=UTC)


@pytest.fixture
def real(tmp_path: Path) -> Flask:
    """An application whose clock is the machine's."""
    return make_app(tmp_path, f"sqlite:///{tmp_path}/none.db", CLOCK="")


def test_set_clock_begins_where_told_and_runs_on(app: Flask) -> None:
    with app.app_context():
        first, second = clock.now(), clock.now()

    assert START <= first <= second < START + timedelta(minutes=10)
    assert first.tzinfo is UTC


def test_clock_says_whether_it_is_set(app: Flask, real: Flask) -> None:
    with app.app_context():
        told = clock.is_set()
    with real.app_context():
        followed = clock.is_set()

    assert (told, followed) == (True, False)


def test_clock_follows_the_machine_unless_set(real: Flask) -> None:
    before = datetime.now(UTC)

    with real.app_context():
        found = clock.now()

    assert before <= found <= datetime.now(UTC)


@pytest.mark.parametrize(("time_zone", "day"), [("Europe/Belgrade", date(2020, 8, 18)), ("America/New_York", date(2020, 8, 17))])
def test_today_is_the_day_where_one_stands(tmp_path: Path, time_zone: str, day: date) -> None:
    late = make_app(tmp_path, f"sqlite:///{tmp_path}/none.db", CLOCK="2020-08-18T00:30+02:00")

    with late.app_context():
        assert clock.today(time_zone) == day


def test_set_clock_runs_on_from_the_last_thing_that_happened(app: Flask, tmp_path: Path) -> None:
    later = START + timedelta(days=2)
    with app.app_context():
        db.session.add(AuditEntry(at=later, chain=0, actor="test", action="test.happened", subject_kind="test", subject_code="1"))
        db.session.commit()

    again = make_app(tmp_path, app.config["SQLALCHEMY_DATABASE_URI"], BIBLIONET_ENV="development")

    with again.app_context():
        assert later <= clock.now() < later + timedelta(minutes=10)
        db.engine.dispose()
