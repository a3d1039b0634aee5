"""Background jobs as pages show them."""

from sqlalchemy import exists, select
from sqlalchemy.orm import joinedload

from biblionet_reg import clock
from biblionet_reg.domain.job import JobKind, JobState
from biblionet_reg.domain.language import Lang
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.job import Job

#: A failure further back is no news.
_LATEST = 50


def by_code(edition: Edition, code: str) -> Job | None:
    """Return a job of this edition, with its file."""
    return db.session.scalar(select(Job).where(Job.edition_id == edition.id, Job.code == code).options(joinedload(Job.file)))


def recent(edition: Edition, kind: JobKind, *, limit: int = 10) -> list[Job]:
    """Return the latest jobs of a kind, the newest first."""
    wanted = select(Job).where(Job.edition_id == edition.id, Job.kind == kind).order_by(Job.id.desc()).limit(limit)
    return list(db.session.scalars(wanted.options(joinedload(Job.file))))


def programme_pdf(edition: Edition, number: int, lang: Lang) -> Job | None:
    """Return the job that makes (or made) this version's PDF: a finished one before all others."""
    wanted = (
        select(Job)
        .where(
            Job.edition_id == edition.id,
            Job.kind == JobKind.PROGRAMME_PDF,
            Job.parameters["version"].as_integer() == number,
            Job.parameters["lang"].as_string() == lang.value,
        )
        .order_by(Job.file_id.is_(None), Job.id.desc())
        .options(joinedload(Job.file))
    )
    return db.session.scalar(wanted.limit(1))


def failed(edition: Edition) -> list[Job]:
    """Return the jobs that failed and were not asked for again, the newest first; of the latest _LATEST ones."""
    latest = select(Job).where(Job.edition_id == edition.id).order_by(Job.id.desc()).limit(_LATEST)
    newest: dict[tuple[JobKind, str], Job] = {}
    for job in db.session.scalars(latest):
        newest.setdefault((job.kind, repr(sorted(job.parameters.items()))), job)
    return [job for job in newest.values() if job.state is JobState.FAILED]


def is_anyone_working() -> bool:
    """Say whether some worker holds a job at this moment."""
    held = exists().where(Job.state == JobState.RUNNING, Job.lease_until >= clock.machine_now())
    return bool(db.session.scalar(select(held)))
