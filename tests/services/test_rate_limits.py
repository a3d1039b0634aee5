"""Attempts are counted in the database: exactly, by many at once, and forgotten when their time is over."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from biblionet_reg import clock
from biblionet_reg.domain.rate_limit import LIMITS, Counted, TooManyAttempts
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.letter import Letter
from biblionet_reg.models.rate_count import RateCount
from biblionet_reg.models.registration import Registration
from biblionet_reg.services import my_links, rate_limits, registrations
from biblionet_reg.services.transaction import transaction
from tests.registrations import answers

_SIGN_IN = Counted.SIGN_IN_ACCOUNT
_TIMES = LIMITS[_SIGN_IN].times
_HERE = {"REMOTE_ADDR": "203.0.113.7"}


def _later(monkeypatch: pytest.MonkeyPatch, how_much: timedelta) -> datetime:
    moment = clock.machine_now() + how_much
    monkeypatch.setattr(clock, "machine_now", lambda: moment)
    return moment


def test_what_is_tried_too_often_is_refused_until_its_time_is_over(
    session: scoped_session[Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = _later(monkeypatch, timedelta())
    for _time in range(_TIMES):
        rate_limits.count(_SIGN_IN, "ana@example.org")

    with pytest.raises(TooManyAttempts) as refused:
        rate_limits.count(_SIGN_IN, "ANA@example.org")

    assert refused.value.until == now + LIMITS[_SIGN_IN].within
    rate_limits.count(_SIGN_IN, "jelena@example.org")
    _later(monkeypatch, LIMITS[_SIGN_IN].within)
    rate_limits.count(_SIGN_IN, "ana@example.org")
    assert {row.times for row in session.scalars(select(RateCount))} == {1}


def test_no_address_stands_in_the_table(session: scoped_session[Session]) -> None:
    rate_limits.count(_SIGN_IN, "ana@example.org")

    assert [len(row.key) for row in session.scalars(select(RateCount))] == [64]


def test_what_is_over_is_forgotten(session: scoped_session[Session], monkeypatch: pytest.MonkeyPatch) -> None:
    rate_limits.count(_SIGN_IN, "ana@example.org")
    _later(monkeypatch, timedelta(minutes=10))
    rate_limits.count(_SIGN_IN, "jelena@example.org")
    _later(monkeypatch, timedelta(minutes=6))

    rate_limits.purge()

    assert len(list(session.scalars(select(RateCount)))) == 1


def test_this_machine_itself_is_not_counted(app: Flask) -> None:
    with app.test_request_context():
        rate_limits.count_here(Counted.LINK_ADDRESS)

        assert list(db.session.scalars(select(RateCount))) == []


@pytest.mark.committed
def test_many_at_once_get_exactly_as_many_attempts_as_there_are(app: Flask) -> None:
    hands = _TIMES * 3
    start = Barrier(hands)

    def attempt(_number: int) -> bool:
        with app.app_context():
            start.wait(timeout=30)
            try:
                rate_limits.count(_SIGN_IN, "ana@example.org")
            except TooManyAttempts:
                return False
            return True

    with ThreadPoolExecutor(hands) as threads:
        assert sum(threads.map(attempt, range(hands))) == _TIMES


def test_a_network_that_registers_everybody_is_stopped_and_nothing_of_the_last_is_kept(
    app: Flask, edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(LIMITS, Counted.REGISTER_ADDRESS, LIMITS[Counted.REGISTER_ADDRESS].__class__(2, timedelta(hours=1)))
    with app.test_request_context(environ_overrides=_HERE):
        for number in range(2):
            registrations.register(answers(given_name=f"Ана{number}", email=f"ana{number}@example.org"), edition=edition)
        with pytest.raises(TooManyAttempts):
            registrations.register(answers(given_name="Ана3", email="ana3@example.org"), edition=edition)
        by_staff = registrations.register(answers(given_name="Ана4", email="ana4@example.org"), edition=edition, by="host@example.org")

    names = set(db.session.scalars(select(Registration.given_name)))
    assert names == {"Ана0", "Ана1", by_staff.given_name}


def test_whoever_asks_for_links_again_and_again_is_stopped(app: Flask, edition: Edition) -> None:
    with app.test_request_context(environ_overrides=_HERE):
        for _time in range(LIMITS[Counted.LINK_ADDRESS].times):
            my_links.send_again(edition, "nobody@example.org")
        with pytest.raises(TooManyAttempts):
            my_links.send_again(edition, "nobody@example.org")

    assert list(db.session.scalars(select(Letter))) == []


def test_an_attempt_that_fails_with_its_use_case_is_not_counted(session: scoped_session[Session]) -> None:
    class _FailedError(Exception):
        pass

    def fail() -> None:
        rate_limits.count(_SIGN_IN, "ana@example.org")
        raise _FailedError

    with pytest.raises(_FailedError), transaction():
        fail()

    assert list(session.scalars(select(RateCount))) == []
