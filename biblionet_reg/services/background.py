"""Background jobs: a row with a lease is the truth; whoever claims it does it, safe to run twice."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import current_app
from sqlalchemy import select, update

from biblionet_reg import clock
from biblionet_reg.domain.job import JobKind, JobState
from biblionet_reg.extensions import db, queue
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.job import Job
from biblionet_reg.services import files, leases
from biblionet_reg.services.leases import Claim
from biblionet_reg.services.transaction import after_commit, transaction

MAX_TRIES = 3
LOST = "every worker that took this job up was lost"
_ERROR_LENGTH = 1000


@dataclass(frozen=True, slots=True)
class Product:
    """What a job made."""

    name: str
    media_type: str
    content: bytes


#: The long part of a job. It runs without a transaction, so that nobody waits for it to write.
Making = Callable[[], Product]
#: Reads what a job needs and returns its long part.
Maker = Callable[[Edition, dict[str, Any]], Making]

_MAKERS: dict[JobKind, Maker] = {}


def maker(kind: JobKind) -> Callable[[Maker], Maker]:
    """Register the function that does jobs of `kind`."""

    def register(prepare: Maker) -> Maker:
        _MAKERS[kind] = prepare
        return prepare

    return register


def ask_for(kind: JobKind, *, edition: Edition, parameters: dict[str, Any], by: str) -> Job:
    """Ask for a job; a worker is woken after the commit. `parameters` are plain JSON.

    One that still waits and would make the very same is returned instead: pressing twice makes one.
    """
    with transaction() as session:
        session.execute(select(Edition.id).where(Edition.id == edition.id).with_for_update())
        waiting = select(Job).where(Job.edition_id == edition.id, Job.kind == kind, Job.state == JobState.QUEUED)
        for job in session.scalars(waiting.order_by(Job.id)):
            if job.parameters == parameters:
                return job
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


def try_again(job: Job, *, by: str) -> Job:
    """Ask once more for what a failed job could not make; any other job is returned as it is."""
    if job.state is not JobState.FAILED:
        return job
    return ask_for(job.kind, edition=job.edition, parameters=dict(job.parameters), by=by)


def run_due() -> int:
    """Do every job that waits or whose worker is gone; return how many were done."""
    done = 0
    while (job_id := _next_due()) is not None:
        done += _run(job_id)
    return done


def _run(job_id: int) -> bool:
    claim = leases.take(job_id)
    if claim is None:
        return False
    try:
        with leases.holding(claim):
            product = _making(job_id)()
    except Exception as error:
        db.session.rollback()
        current_app.logger.exception("job %s failed", job_id)
        _settle_failure(claim, error)
        return False
    return _settle(claim, product)


def _making(job_id: int) -> Making:
    with transaction() as session:
        job = session.get_one(Job, job_id)
        return _MAKERS[job.kind](session.get_one(Edition, job.edition_id), dict(job.parameters))


def _next_due() -> int | None:
    with transaction() as session:
        worn_out = update(Job).where(leases.gone(), Job.tries >= MAX_TRIES)
        session.execute(worn_out.values(state=JobState.FAILED, error=LOST, finished_at=clock.now(), lease_until=None))
        return session.scalar(select(Job.id).where(leases.due()).order_by(Job.id).limit(1))


def _settle(claim: Claim, product: Product) -> bool:
    with transaction() as session:
        if not leases.renew(claim):
            return False
        kept = files.keep(product.content, name=product.name, media_type=product.media_type)
        job = session.get_one(Job, claim.job_id, populate_existing=True)
        job.file_id, job.state, job.error = kept.id, JobState.DONE, ""
        job.finished_at, job.lease_until = clock.now(), None
    return True


def _settle_failure(claim: Claim, error: Exception) -> None:
    state = JobState.FAILED if claim.tries >= MAX_TRIES else JobState.QUEUED
    finished_at = clock.now() if state is JobState.FAILED else None
    message = f"{type(error).__name__}: {error}"[:_ERROR_LENGTH]
    with transaction() as session:
        session.execute(update(Job).where(leases.held(claim)).values(state=state, error=message, finished_at=finished_at, lease_until=None))
