"""A use-case is one transaction, and begins anew where the database broke it off for another one."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, BrokenBarrierError

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError

from biblionet_reg.domain.institution import InstitutionKind
from biblionet_reg.extensions import db
from biblionet_reg.models.institution import Institution
from biblionet_reg.services import institutions
from biblionet_reg.services.transaction import begins_anew, transaction

STATEMENT = "INSERT"
NAMES = ("Библиотека „Ћирић“", "Библиотека „Шарић“")


@pytest.mark.committed
def test_two_who_add_the_same_institutions_crosswise_both_come_through(app: Flask) -> None:
    """On PostgreSQL each waits for what the other has written, and one of them is broken off; SQLite lets one after another."""
    half_way = Barrier(2)

    @begins_anew
    def add(names: tuple[str, ...]) -> set[int]:
        with transaction():
            first = institutions.find_or_add(names[0], "Ниш", InstitutionKind.LIBRARY).id
            with suppress(BrokenBarrierError):
                half_way.wait(timeout=0.5)
            return {first, institutions.find_or_add(names[1], "Ниш", InstitutionKind.LIBRARY).id}

    def in_thread(names: tuple[str, ...]) -> set[int]:
        with app.app_context():
            return add(names)

    with ThreadPoolExecutor(2) as threads:
        one, other = threads.map(in_thread, (NAMES, NAMES[::-1]))

    with app.app_context():
        count = db.session.scalar(select(func.count()).select_from(Institution).where(Institution.name.in_(NAMES)))
    assert (one == other, count) == (True, 2)


class _BrokenOff(Exception):  # noqa: N818 - a stand-in for the driver’s
    """What a driver raises for a deadlock."""

    sqlstate = "40P01"


@pytest.mark.parametrize(("error", "tries"), [(_BrokenOff(), 5), (Exception("no connection"), 1)])
def test_what_is_broken_off_again_and_again_is_given_up(app: Flask, error: Exception, tries: int) -> None:
    tried = []

    @begins_anew
    def fail() -> None:
        tried.append(1)
        raise OperationalError(STATEMENT, {}, error)

    with app.app_context(), pytest.raises(OperationalError):
        fail()

    assert len(tried) == tries


def test_only_the_outermost_use_case_begins_anew(app: Flask) -> None:
    tried = []

    @begins_anew
    def inner() -> None:
        tried.append("inner")
        if len(tried) < 4:
            raise OperationalError(STATEMENT, {}, _BrokenOff())

    @begins_anew
    def outer() -> None:
        with transaction():
            tried.append("outer")
            inner()

    with app.app_context():
        outer()

    assert tried == ["outer", "inner"] * 2
