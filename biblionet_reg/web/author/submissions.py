"""Submitting: the form, the page that says it is done, the page that says why it cannot be."""

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from biblionet_reg import clock
from biblionet_reg.domain.edition import EditionClosed, WindowNotOpen, refuse_unless_open
from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.submission_answers import SubmissionAnswers
from biblionet_reg.i18n import gettext as _
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries import institutions
from biblionet_reg.queries import submissions as found
from biblionet_reg.services import submissions
from biblionet_reg.web.access import keeps_answers, public
from biblionet_reg.web.author import sent_here
from biblionet_reg.web.author.blueprint import bp
from biblionet_reg.web.author.submission_form import read_form, send
from biblionet_reg.web.first_sight import facts, first_seen
from biblionet_reg.web.forms.submission import SubmissionForm

_PAGE = "author/submission/submit.html"
_SUBMITTED = "submitted"


@bp.route("/submit", methods=["GET", "POST"])
@keeps_answers
@public
def submit() -> ResponseReturnValue:
    """Submit a paper, poster, panel or workshop."""
    if request.method != "POST":
        return _unfilled()
    form = send(read_form(g.edition), _submit)
    if form is None:
        return redirect(url_for("author.submitted"))
    return render_template(_PAGE, form=form), 422 if form.is_refused() else 200


def _unfilled() -> str:
    try:
        refuse_unless_open(g.edition.call, is_closed=g.edition.closed_at is not None, now=clock.now())
    except (EditionClosed, WindowNotOpen) as refusal:
        return render_template("author/submission/not_possible.html", reason=reason_of(refusal))
    known = institutions.listed()
    return first_seen(_PAGE, lambda: SubmissionForm.for_edition(g.edition, known), known, facts(g.edition.subtopics))


@bp.get("/submit/done")
@public
def submitted() -> str:
    """Say that it is done: the code, what happens next, how to change it."""
    submission = found.by_code(g.edition, sent_here.last(_SUBMITTED))
    return render_template("author/submission/submitted.html", submission=submission)


def _submit(answers: SubmissionAnswers) -> None:
    began = clock.now()
    submission = sent_here.send(
        _SUBMITTED,
        answers,
        find=found.by_code,
        change=_change,
        beside=submissions.submit_beside,
        anew=submissions.submit,
        made_by=found.by_form_key,
    )
    if submission.submitted_at < began <= submission.updated_at:
        flash(_("Your changes are saved."), "success")


def _change(sent: Submission, answers: SubmissionAnswers) -> Submission:
    submissions.update(sent, answers, by=sent.code)
    return sent


def reason_of(refusal: Refusal) -> str:
    """Return the name of the reason, which chooses the words of the page."""
    return refusal.status.value if isinstance(refusal, WindowNotOpen) else "closed"
