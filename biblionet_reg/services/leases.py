"""Leases: a worker holds a job while it renews its lease; a dead worker's lease runs out.

The number of tries tells two holders of the same job apart: only the latest claim may settle it.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from flask import Flask, current_app
from sqlalchemy import ColumnElement, and_, or_, update

from biblionet_reg import clock
from biblionet_reg.domain.job import JobState
from biblionet_reg.models.job import Job
from biblionet_reg.services.transaction import rows_changed, transaction

LEASE = timedelta(seconds=30)
_RENEW_SECONDS = 8.0
_CLAIMS = "biblionet_claims"


@dataclass(frozen=True, slots=True)
class Claim:
    """One worker's hold on a job."""

    job_id: int
    tries: int


def due() -> ColumnElement[bool]:
    """The job waits, or its worker is gone."""
    return or_(Job.state == JobState.QUEUED, gone())


def gone() -> ColumnElement[bool]:
    """The job runs, but nobody renewed its lease."""
    return and_(Job.state == JobState.RUNNING, Job.lease_until < clock.machine_now())


def held(claim: Claim) -> ColumnElement[bool]:
    """The job runs under `claim`, and nobody took it over since."""
    return and_(Job.id == claim.job_id, Job.state == JobState.RUNNING, Job.tries == claim.tries)


def take(job_id: int) -> Claim | None:
    """Claim a job that is due; None when another worker was first."""
    with transaction() as session:
        taken = update(Job).where(Job.id == job_id, due())
        renewed = taken.values(state=JobState.RUNNING, lease_until=clock.machine_now() + LEASE, tries=Job.tries + 1)
        tries = session.scalar(renewed.returning(Job.tries).execution_options(synchronize_session=False))
    return Claim(job_id, tries) if tries is not None else None


@contextmanager
def holding(claim: Claim) -> Iterator[None]:
    """Renew the lease of `claim` from a thread of its own for as long as the block runs."""
    app = _app()
    finished = threading.Event()
    keeper = threading.Thread(target=_keep_lease, args=(app, claim, finished), daemon=True)
    _claims(app).add(claim)
    keeper.start()
    try:
        yield
    finally:
        finished.set()
        keeper.join()
        _claims(app).discard(claim)


def _keep_lease(app: Flask, claim: Claim, finished: threading.Event) -> None:
    while not finished.wait(_RENEW_SECONDS):
        try:
            with app.app_context():
                renew(claim)
        except Exception:
            app.logger.exception("the lease of job %s was not renewed", claim.job_id)


def renew(claim: Claim) -> bool:
    """Prolong the lease; False when the job is no longer held under `claim`."""
    with transaction() as session:
        return rows_changed(session.execute(update(Job).where(held(claim)).values(lease_until=clock.machine_now() + LEASE))) == 1


def _claims(app: Flask) -> set[Claim]:
    claims: set[Claim] = app.extensions.setdefault(_CLAIMS, set())
    return claims


def give_back() -> int:
    """Let another worker take up at once what this process still holds (it is about to end)."""
    returned = 0
    for claim in list(_claims(_app())):
        with transaction() as session:
            returned += rows_changed(session.execute(update(Job).where(held(claim)).values(state=JobState.QUEUED, lease_until=None)))
    return returned


def _app() -> Flask:
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001 - the proxy's documented way
    return app
