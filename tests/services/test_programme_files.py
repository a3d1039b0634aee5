"""PDFs of the programme that nobody asked for."""

from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from biblionet_reg.domain.job import JobState
from biblionet_reg.domain.language import Lang
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.job import Job
from biblionet_reg.queries import jobs
from biblionet_reg.services import background, programme_files
from biblionet_reg.services.programme_versions import publish
from tests.factories import make_block


def test_missing_pdfs_are_asked_for_once(session: scoped_session[Session], edition: Edition) -> None:
    make_block(edition)
    publish(edition, name="1.0", by="test")
    for job in session.scalars(select(Job)):
        session.delete(job)
    session.commit()

    missing = programme_files.ask_for_missing()

    assert (missing, programme_files.ask_for_missing()) == (len(Lang), 0)
    assert [job.parameters for job in session.scalars(select(Job).order_by(Job.id))] == [
        {"version": 1, "lang": lang.value} for lang in Lang
    ]


def test_older_versions_are_not_missed(session: scoped_session[Session], edition: Edition) -> None:
    make_block(edition)
    publish(edition, name="1.0", by="test")
    for job in session.scalars(select(Job)):
        session.delete(job)
    publish(edition, name="2.0", by="test")

    assert programme_files.ask_for_missing() == 0


def test_programme_pdf_is_the_finished_one_before_all_others(session: scoped_session[Session], edition: Edition) -> None:
    make_block(edition)
    publish(edition, name="1.0", by="test")
    background.run_due()
    background.ask_for(jobs.JobKind.PROGRAMME_PDF, edition=edition, parameters={"version": 1, "lang": "sr"}, by="test")

    found = jobs.programme_pdf(edition, 1, Lang.SR)

    assert found is not None
    assert found.state is JobState.DONE
    assert jobs.programme_pdf(edition, 2, Lang.SR) is None


def test_job_of_an_unknown_version_fails_by_name(session: scoped_session[Session], edition: Edition) -> None:
    job = background.ask_for(jobs.JobKind.PROGRAMME_PDF, edition=edition, parameters={"version": 9, "lang": "sr"}, by="test")

    background.run_due()

    session.refresh(job)
    assert (job.state, job.error) == (JobState.FAILED, "LookupError: no version 9")
