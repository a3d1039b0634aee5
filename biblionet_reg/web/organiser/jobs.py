"""What is made in the background: how far it is, and the file when it is done."""

from datetime import timedelta

from flask import Response, abort, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from biblionet_reg import clock
from biblionet_reg.domain.job import JobKind, JobState
from biblionet_reg.domain.language import OWN_NAMES, Lang
from biblionet_reg.domain.permissions import Permission
from biblionet_reg.i18n import gettext as _
from biblionet_reg.models.job import Job
from biblionet_reg.queries import jobs
from biblionet_reg.services import background
from biblionet_reg.shown.texts import say
from biblionet_reg.web.access import account, may, signed_in
from biblionet_reg.web.downloads import attachment
from biblionet_reg.web.organiser.blueprint import bp

#: Who may see a job of each kind.
PERMISSION = {JobKind.BADGES_PDF: Permission.BADGES_PRINT, JobKind.PROGRAMME_PDF: Permission.PROGRAMME_EDIT}
_PATIENCE = timedelta(seconds=20)


def job_or_403(code: str) -> Job:
    """Return the job of this edition that the visitor may see."""
    found = jobs.by_code(g.edition, code)
    if found is None:
        abort(404)
    if not may(PERMISSION[found.kind]):
        abort(403)
    return found


@bp.get("/jobs/<uuid:code>")
@signed_in
def job(code: object) -> str:
    """Show how far a job is."""
    found = job_or_403(str(code))
    waits_long = found.state is JobState.QUEUED and clock.now() - found.created_at > _PATIENCE and not jobs.is_anyone_working()
    return render_template("organiser/badges/job.html", job=found, file_name=file_name(found), waits_long=waits_long)


@bp.get("/jobs/<uuid:code>/file")
@signed_in
def job_file(code: object) -> Response:
    """Download what a job made."""
    found = job_or_403(str(code))
    return attachment(found.file or abort(404), name=file_name(found))


def file_name(made: Job) -> str:
    """Return what the file of a job is called, in the reader's words: „Библионет 2020, беџеви (latinica, a4-2x5).pdf“."""
    meeting = f"{say(g.edition.series)} {g.edition.starts_on.year}"
    asked = made.parameters
    if made.kind is JobKind.PROGRAMME_PDF:
        what, which = _("%(meeting)s, programme", meeting=meeting), asked["version"]
    else:
        what, which = _("%(meeting)s, badges", meeting=meeting), asked.get("code") or asked["sheet"]
    return f"{what} ({OWN_NAMES[Lang(asked['lang'])]}, {which}).pdf"


@bp.post("/jobs/<uuid:code>/try-again")
@signed_in
def try_job_again(code: object) -> ResponseReturnValue:
    """Ask once more for what a failed job could not make."""
    again = background.try_again(job_or_403(str(code)), by=account().email)
    return redirect(url_for("organiser.job", code=again.code))
