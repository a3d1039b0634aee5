"""The published programme: by day or the part that was asked for, one presentation, the PDF. The working programme never shows here."""

from datetime import date

from flask import Response, abort, g, make_response, render_template, request
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from biblionet_reg.domain.job import JobState
from biblionet_reg.domain.timetable import Timetable
from biblionet_reg.domain.timetable_part import on_day
from biblionet_reg.i18n import gettext as _
from biblionet_reg.models.stored_file import StoredFile
from biblionet_reg.queries import jobs
from biblionet_reg.queries import programme_versions as versions
from biblionet_reg.queries.programme_versions import Version
from biblionet_reg.services import files
from biblionet_reg.shown.texts import say
from biblionet_reg.web.access import public
from biblionet_reg.web.downloads import name_file
from biblionet_reg.web.kept import kept_here
from biblionet_reg.web.public.blueprint import bp
from biblionet_reg.web.public.linked_data import presentation_data
from biblionet_reg.web.public.programme_part import Asked, Part, asked_of, part_of, subtopics_in_order
from biblionet_reg.web.revisits import marked, revisited

_RETRY_SECONDS = 30
_KEPT = 9


@bp.get("/programme")
@public
def programme() -> Response:
    """The newest version, or the part of it that was asked for, or a page that says there is none yet."""
    newest = versions.latest(g.edition)
    if newest is None:
        return revisited(render_template("public/programme_none.html"))
    asked = asked_of(versions.published(newest).timetable)
    return _part(newest, asked) if asked else _page(newest, newest)


@bp.get("/programme/v/<int(max=99999):number>")
@public
def programme_version(number: int) -> Response:
    """An older version, as it was; it says that there is a newer one."""
    version = versions.by_number(g.edition, number) or abort(404)
    newest = versions.latest(g.edition) or version
    return _page(version, newest)


def _part(version: Version, asked: Asked) -> Response:
    """Only what the address asks for."""
    withdrawn = versions.withdrawn_since(version, g.edition)

    def render() -> str:
        part, timetable = part_of(version, asked), versions.published(version).timetable
        facts = {"version": version, "newest": version, "asked": asked, "part": part}
        days_html = _part_days(version, asked, part, withdrawn)
        return render_template("public/programme.html", **facts, **_ways(timetable), days_html=days_html, demo_is_shown=version.is_demo)

    return marked(render, version.id, version.published_at, asked, withdrawn)


def _part_days(version: Version, asked: Asked, part: Part, withdrawn: tuple[str, ...]) -> Markup:
    """A day is kept as it stands in the whole; what nobody has asked before is made now."""
    if asked.day and not (asked.text or asked.subtopic):
        return _days(version, version, withdrawn)[asked.day]
    return _made(part.timetable, version, withdrawn)


def _ways(timetable: Timetable) -> dict[str, object]:
    """Return what every programme page offers: its days and subtopics."""
    return {"timetable": timetable, "subtopics": subtopics_in_order(timetable)}


def _page(version: Version, newest: Version) -> Response:
    withdrawn = versions.withdrawn_since(version, g.edition)

    def render() -> str:
        facts = {
            "version": version,
            "newest": newest,
            "asked": None,
            "days_html": Markup().join(_days(version, newest, withdrawn).values()),
        }
        ways = _ways(versions.published(version).timetable)
        return render_template("public/programme.html", **facts, **ways, demo_is_shown=version.is_demo)

    return marked(render, version.id, version.published_at, newest.number, withdrawn)


def _days(version: Version, newest: Version, withdrawn: tuple[str, ...]) -> dict[date, Markup]:
    """Return the days of a version as HTML, made once in each language until something is withdrawn or the edition changes.

    The version stays as it was published, but its script follows the words of the edition; their change moves `updated_at`.
    """
    key = (version.id, version.published_at, newest.id, withdrawn, g.lang, g.edition.slug, g.edition.updated_at)
    timetable = versions.published(version).timetable
    return kept_here(
        "programme_pages", _KEPT, key, lambda: {one.day: _made(on_day(timetable, one.day), newest, withdrawn) for one in timetable.days}
    )


def _made(timetable: Timetable, newest: Version, withdrawn: tuple[str, ...]) -> Markup:
    """Return a timetable as HTML; what the newest version has is linked."""
    facts = {"timetable": timetable, "linked": versions.published(newest).presentations, "withdrawn": withdrawn}
    page = render_template("public/programme_days.html", **facts)
    return Markup(page)  # noqa: S704 - our own template, escaped as it was made


@bp.get("/presentations/<submission_code:code>")
@public
def presentation(code: str) -> Response:
    """One presentation of the newest version."""
    version = versions.latest(g.edition) or abort(404)
    place = versions.published(version).presentations.get(code) or abort(404)
    is_withdrawn = code in versions.withdrawn_since(version, g.edition)

    def render() -> str:
        before, after = place.session.neighbours(code)
        facts = {"place": place, "is_withdrawn": is_withdrawn, "time_zone": g.edition.time_zone, "before": before, "after": after}
        data = presentation_data(place, g.edition)
        return render_template("public/presentation.html", **facts, data=data, demo_is_shown=version.is_demo)

    return marked(render, version.id, version.published_at, code, is_withdrawn)


@bp.get("/programme.pdf")
@public
def programme_pdf() -> ResponseReturnValue:
    """The newest version as a PDF in the language of the address; a worker makes it after publication."""
    version = versions.latest(g.edition)
    if version is None:
        return render_template("public/programme_none.html"), 404
    job = jobs.programme_pdf(g.edition, version.number, g.lang)
    if job is not None and job.file is not None:
        return _file(job.file)
    has_failed = job is not None and job.state is JobState.FAILED
    answer = make_response(render_template("public/programme_pdf_wait.html", has_failed=has_failed), 503)
    answer.headers["Retry-After"] = str(_RETRY_SECONDS)
    return answer


def _file(row: StoredFile) -> Response:
    """Send a kept file; a browser that has it is told so before it is read."""
    answer = Response(b"", mimetype=row.media_type)
    answer.set_etag(row.sha256)
    answer.headers["Cache-Control"] = "private, no-cache"
    if request.if_none_match.contains(row.sha256):
        answer.status_code = 304
        return answer
    answer.set_data(files.content_of(row))
    name = _("%(meeting)s, programme", meeting=f"{say(g.edition.series)} {g.edition.starts_on.year}")
    name_file(answer, "inline", f"{name}.pdf", plain=row.name)
    return answer
