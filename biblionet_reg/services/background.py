"""Background jobs: a row with a lease is the truth; whoever claims it does it, safe to run twice."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from flask import current_app
from sqlalchemy import and_, or_, select, update

from biblionet_reg import clock
from biblionet_reg.domain.job import JobKind, JobState
from biblionet_reg.extensions import db, queue
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.job import Job
from biblionet_reg.services import files
from biblionet_reg.services.transaction import after_commit, rows_changed, transaction

LEASE = timedelta(minutes=10)
MAX_TRIES = 3


@dataclass(frozen=True, slots=True)
class Product:
    """What a job made."""

    name: str
    media_type: str
    content: bytes


_MAKERS: dict[JobKind, Callable[[Edition, dict[str, Any]], Product]] = {}


def maker(kind: JobKind) -> Callable[[Callable[[Edition, dict[str, Any]], Product]], Callable[[Edition, dict[str, Any]], Product]]:
    """Register the function that does jobs of `kind`."""

    def register(make: Callable[[Edition, dict[str, Any]], Product]) -> Callable[[Edition, dict[str, Any]], Product]:
        _MAKERS[kind] = make
        return make

    return register


def ask_for(kind: JobKind, *, edition: Edition, parameters: dict[str, Any], by: str) -> Job:
    """Ask for a job; a worker is woken after the commit."""
    with transaction() as session:
        job = Job(
            code=str(uuid.uuid4()),
            edition_id=edition.id,
            kind=kind,
            parameters=parameters,
            state=JobState.QUEUED,
            created_at=clock.now(),
            created_by=by,
        )
        session.add(job)
        after_commit(lambda: queue.wake("run_jobs"))
    return job


def run_due() -> int:
    """Do every job that waits or whose worker is gone; return how many were done."""
    done = 0
    while (job_id := _next_due()) is not None:
        done += _run(job_id)
    return done


def _due() -> Any:
    gone = and_(Job.state == JobState.RUNNING, Job.lease_until < clock.now())
    return or_(Job.state == JobState.QUEUED, gone)


def _next_due() -> int | None:
    with transaction() as session:
        return session.scalar(select(Job.id).where(_due()).order_by(Job.id).limit(1))


def _run(job_id: int) -> bool:
    if not _claim(job_id):
        return False
    job = db.session.get_one(Job, job_id)
    try:
        product = _MAKERS[job.kind](db.session.get_one(Edition, job.edition_id), job.parameters)
    except Exception as error:
        current_app.logger.exception("job %s failed", job.code)
        db.session.rollback()
        _settle_failure(job_id, error)
        return False
    _settle(job_id, product)
    return True


def _claim(job_id: int) -> bool:
    with transaction() as session:
        claimed = session.execute(
            update(Job)
            .where(Job.id == job_id, _due())
            .values(state=JobState.RUNNING, lease_until=clock.now() + LEASE, tries=Job.tries + 1)
        )
    return bool(rows_changed(claimed) == 1)


def _settle(job_id: int, product: Product) -> None:
    with transaction() as session:
        job = session.get_one(Job, job_id)
        job.file_id = files.keep(product.content, name=product.name, media_type=product.media_type).id
        job.state = JobState.DONE
        job.finished_at = clock.now()
        job.lease_until = None


def _settle_failure(job_id: int, error: Exception) -> None:
    with transaction() as session:
        job = session.get_one(Job, job_id)
        job.error = f"{type(error).__name__}: {error}"[:1000]
        job.state = JobState.FAILED if job.tries >= MAX_TRIES else JobState.QUEUED
        job.finished_at = clock.now() if job.state is JobState.FAILED else None
        job.lease_until = None
