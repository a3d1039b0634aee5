"""Submitting: the pages of the form, the page that says it is done, the page that says why it cannot be."""

from functools import partial

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from biblionet_reg import clock
from biblionet_reg.domain.draft import KeptDraft
from biblionet_reg.domain.edition import EditionClosed, WindowNotOpen, refuse_unless_open
from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.submission_answers import SubmissionAnswers
from biblionet_reg.i18n import gettext as _
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries import submissions as found
from biblionet_reg.services import submissions
from biblionet_reg.web.access import keeps_answers, public
from biblionet_reg.web.author import sent_here
from biblionet_reg.web.author.blueprint import bp
from biblionet_reg.web.author.form_pages import answered, checked, drawn, keep_typed, refused, stopped, without_draft
from biblionet_reg.web.author.submission_flow import FLOW, PAPER
from biblionet_reg.web.author.submission_form import allow_large, keep_file, step_of
from biblionet_reg.web.first_sight import facts, first_seen
from biblionet_reg.web.flow import Page, Walk, narrowed
from biblionet_reg.web.forms.institution_choice import known_institutions

_PAGE = "author/submission/page.html"
_CHECK = "author/submission/check.html"
_SUBMITTED = "submitted"


@bp.route("/submit", methods=["GET", "POST"])
@keeps_answers
@public
def submit() -> ResponseReturnValue:
    """Ask what is submitted."""
    return _page(PAPER)


@bp.route("/submit/<any(abstract,authors,partners,file):page>", methods=["GET", "POST"])
@keeps_answers
@public
def submit_page(page: str) -> ResponseReturnValue:
    """Ask for the abstract, the authors, the partners, the file."""
    return _page(FLOW.page(page))


@bp.post("/submit/keep/<any(paper,abstract,authors,partners,file):page>")
@public
def keep_submission(page: str) -> ResponseReturnValue:
    """Keep what is being typed into a page; nothing is sent."""
    return keep_typed(Walk(FLOW), page)


@bp.post("/submit/anew")
@public
def begin_submission_anew() -> ResponseReturnValue:
    """Erase what this browser typed and did not send."""
    Walk(FLOW).end()
    return redirect(url_for("author.submit"))


@bp.route("/submit/check", methods=["GET", "POST"])
@keeps_answers
@public
def check_submission() -> ResponseReturnValue:
    """Show all answers, each with the way to change it, and send them."""
    walk = Walk(FLOW)
    if walk.draft is None:
        return without_draft(_SUBMITTED, first="author.submit", done="author.submitted", made_by=found.by_form_key)
    if request.method != "POST":
        return _shown(walk)
    form = walk.whole(checks_token=True)
    keep_file(form, g.edition)
    if (page := stopped(walk, _CHECK, form)) is not None:
        return page
    try:
        _submit(form.answers(), walk.draft)
    except Refusal as refusal:
        return refused(walk, _CHECK, form, refusal, is_impossible=isinstance(refusal, EditionClosed | WindowNotOpen)), 422
    return redirect(url_for("author.submitted"))


@bp.get("/submit/done")
@public
def submitted() -> str:
    """Say that it is done: the code, what happens next, how to change it."""
    submission = found.by_code(g.edition, sent_here.last(_SUBMITTED))
    return render_template("author/submission/submitted.html", submission=submission)


def _page(page: Page) -> ResponseReturnValue:
    allow_large()
    walk = Walk(FLOW)
    if request.method == "POST":
        return _sent(walk, page)
    try:
        _refuse_unless_open(g.edition)
    except (EditionClosed, WindowNotOpen) as refusal:
        if walk.draft is None:
            return render_template("author/submission/not_possible.html", reason=reason_of(refusal))
        return _drawn(walk, page, refusal)
    made_of = (known_institutions(), facts(g.edition.subtopics), facts(g.edition.sectors))
    return first_seen(f"{_PAGE} {page.name}", lambda: _drawn(walk, page), *made_of)


def _drawn(walk: Walk, page: Page, refusal: Refusal | None = None) -> str:
    """Return a page as it was left; who comes too late still reads what they typed."""
    form = walk.whole(checks_token=True)
    keep_file(form, g.edition)
    for told in (refusal, form.file_refusal):
        if told is not None:
            form.refuse(told)
    return drawn(walk, page, _PAGE, narrowed(form, page), is_impossible=refusal is not None)


def _sent(walk: Walk, page: Page) -> ResponseReturnValue:
    form = walk.sent(page)
    keep_file(form, g.edition, kept_key=walk.kept("upload_key"))
    form.validate()
    stepped = None if form.expired() else step_of(form)
    if stepped is None:
        return answered(walk, page, _PAGE, form, refuse_unless_possible=partial(_refuse_unless_open, g.edition))
    walk.keep(stepped, page, is_done=False)
    return drawn(walk, page, _PAGE, narrowed(stepped, page))


def _shown(walk: Walk) -> ResponseReturnValue:
    if walk.next is not None:
        return redirect(walk.next.address)
    form = walk.whole()
    keep_file(form, g.edition)
    form.validate()
    return checked(walk, _CHECK, form)


def _submit(answers: SubmissionAnswers, draft: KeptDraft) -> None:
    began = clock.now()
    submission = sent_here.send(
        _SUBMITTED,
        answers,
        draft=draft,
        find=found.by_code,
        change=_change,
        beside=submissions.submit_beside,
        anew=submissions.submit,
        made_by=found.by_form_key,
    )
    if submission.submitted_at < began <= submission.updated_at:
        flash(_("Your changes are saved."), "success")


def _change(sent: Submission, answers: SubmissionAnswers, *, draft: KeptDraft) -> Submission:
    submissions.update(sent, answers, by=sent.code, draft=draft)
    return sent


def _refuse_unless_open(edition: Edition) -> None:
    refuse_unless_open(edition.call, is_closed=edition.closed_at is not None, now=clock.now())


def reason_of(refusal: Refusal) -> str:
    """Return the name of the reason, which chooses the words of the page."""
    return refusal.status.value if isinstance(refusal, WindowNotOpen) else "closed"
