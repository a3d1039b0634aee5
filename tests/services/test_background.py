"""Background jobs: leases, tries, and who may settle."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session, scoped_session

from biblionet_reg import clock
from biblionet_reg.domain.job import JobKind, JobState
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.job import Job
from biblionet_reg.models.stored_file import StoredFile
from biblionet_reg.queries import jobs as queries
from biblionet_reg.services import background, files, leases
from biblionet_reg.services.background import Making, Product

Database = scoped_session[Session]
MADE = Product("badges.txt", "text/plain", "Ђурђина".encode())
Register = Callable[[Callable[[], Product]], None]


@pytest.fixture
def badges_are(monkeypatch: pytest.MonkeyPatch) -> Iterator[Register]:
    """Let badges be made by a function of the test: what they look like does not matter here."""

    def register(make: Callable[[], Product]) -> None:
        def prepare(_edition: Edition, _parameters: dict[str, Any]) -> Making:
            return make

        monkeypatch.setitem(background._MAKERS, JobKind.BADGES_PDF, prepare)

    return register


def ask(edition: Edition) -> Job:
    return background.ask_for(JobKind.BADGES_PDF, edition=edition, parameters={"sheet": "single"}, by="desk@example.org")


def stand(job: Job) -> tuple[JobState, int, str]:
    return job.state, job.tries, job.error


def test_run_due_does_what_waits(session: Database, edition: Edition, badges_are: Register) -> None:
    badges_are(lambda: MADE)
    job = ask(edition)

    done = background.run_due()

    session.refresh(job)
    assert (done, stand(job), job.lease_until) == (1, (JobState.DONE, 1, ""), None)
    assert job.file is not None
    assert (job.file.name, job.file.media_type, files.content_of(job.file)) == (MADE.name, MADE.media_type, MADE.content)


def test_asking_twice_for_the_same_makes_one_job(session: Database, edition: Edition) -> None:
    first, second = ask(edition), ask(edition)

    assert first.code == second.code
    assert session.scalar(select(func.count(Job.id))) == 1


def test_run_due_makes_nothing_twice(session: Database, edition: Edition, badges_are: Register) -> None:
    badges_are(lambda: MADE)
    ask(edition)
    background.run_due()

    assert (background.run_due(), session.scalar(select(func.count()).select_from(StoredFile))) == (0, 1)


def test_failing_job_is_tried_three_times(session: Database, edition: Edition, badges_are: Register) -> None:
    def fail() -> Product:
        message = "no ink"
        raise RuntimeError(message)

    badges_are(fail)
    job = ask(edition)

    done = background.run_due()

    session.refresh(job)
    assert (done, stand(job)) == (0, (JobState.FAILED, 3, "RuntimeError: no ink"))


def test_job_that_fails_once_is_done_at_the_second_try(session: Database, edition: Edition, badges_are: Register) -> None:
    attempts: list[int] = []

    def make() -> Product:
        attempts.append(1)
        if len(attempts) == 1:
            raise OSError
        return MADE

    badges_are(make)
    job = ask(edition)
    background.run_due()

    session.refresh(job)
    assert stand(job) == (JobState.DONE, 2, "")


def test_try_again_asks_for_the_same(session: Database, edition: Edition, badges_are: Register) -> None:
    job = ask(edition)
    job.state = JobState.FAILED
    session.commit()

    again = background.try_again(job, by="chair@example.org")

    assert (again.code == job.code, again.state, again.kind, again.parameters) == (False, JobState.QUEUED, job.kind, job.parameters)
    assert background.try_again(again, by="chair@example.org") is again


def test_running_job_is_left_to_its_worker(session: Database, edition: Edition, badges_are: Register) -> None:
    badges_are(lambda: MADE)
    job = ask(edition)
    leases.take(job.id)

    assert (background.run_due(), queries.is_anyone_working()) == (0, True)


def test_job_of_a_lost_worker_is_taken_up(session: Database, edition: Edition, badges_are: Register) -> None:
    badges_are(lambda: MADE)
    job = ask(edition)
    leases.take(job.id)
    _let_lease_run_out(session, job)

    background.run_due()

    session.refresh(job)
    assert stand(job) == (JobState.DONE, 2, "")


def test_job_that_loses_every_worker_fails_in_the_end(session: Database, edition: Edition, badges_are: Register) -> None:
    badges_are(lambda: MADE)
    job = ask(edition)
    for _ in range(background.MAX_TRIES):
        leases.take(job.id)
        _let_lease_run_out(session, job)

    done = background.run_due()

    session.refresh(job)
    assert (done, stand(job)) == (0, (JobState.FAILED, 3, background.LOST))


def test_only_the_latest_claim_settles(session: Database, edition: Edition, badges_are: Register) -> None:
    job = ask(edition)

    def lose_the_lease() -> Product:
        _let_lease_run_out(session, job)
        assert leases.take(job.id) is not None
        return MADE

    badges_are(lose_the_lease)

    done = background._run(job.id)

    session.refresh(job)
    assert (done, stand(job), job.file_id) == (False, (JobState.RUNNING, 2, ""), None)


def test_renewed_lease_is_prolonged(session: Database, edition: Edition) -> None:
    job = ask(edition)
    claim = leases.take(job.id)
    assert claim is not None
    _let_lease_run_out(session, job)

    renewed = leases.renew(claim)

    session.refresh(job)
    assert job.lease_until is not None
    assert (renewed, job.lease_until > clock.machine_now()) == (True, True)


def test_lease_is_renewed_while_the_job_is_done(
    app: Flask, session: Database, edition: Edition, badges_are: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leases, "_RENEW_SECONDS", 0.01)
    job = ask(edition)
    job_id = job.id

    def wait_for_renewal() -> Product:
        _let_lease_run_out(session, job)
        while True:
            with app.app_context():
                row = session.get_one(Job, job_id)
                if row.lease_until is not None and row.lease_until > clock.machine_now():
                    return MADE

    badges_are(wait_for_renewal)

    assert background.run_due() == 1


def test_given_back_job_waits_for_another_worker(session: Database, edition: Edition, badges_are: Register) -> None:
    job = ask(edition)
    given_back: list[int] = []

    def end() -> Product:
        given_back.append(leases.give_back())
        return MADE

    badges_are(end)

    done = background._run(job.id)

    session.refresh(job)
    assert (given_back, done, stand(job), job.lease_until) == ([1], False, (JobState.QUEUED, 1, ""), None)


def test_maker_reads_without_holding_the_database(app: Flask, session: Database, edition: Edition, badges_are: Register) -> None:
    def write_elsewhere() -> Product:
        with app.app_context():
            ask(session.get_one(Edition, edition_id))
        return MADE

    edition_id = edition.id
    job = ask(edition)
    badges_are(write_elsewhere)

    assert background._run(job.id)


def _let_lease_run_out(session: Database, job: Job) -> None:
    session.refresh(job)
    job.lease_until = clock.machine_now() - timedelta(seconds=1)
    session.commit()
