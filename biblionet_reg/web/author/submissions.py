"""Submitting: the form, the page that says it is done, the page that says why it cannot be."""

from flask import g, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from biblionet_reg import clock
from biblionet_reg.domain.edition import EditionClosed, WindowNotOpen, refuse_unless_open
from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.submission_answers import SubmissionAnswers
from biblionet_reg.queries import submissions as found
from biblionet_reg.services import submissions
from biblionet_reg.web.access import keeps_answers, public
from biblionet_reg.web.author.blueprint import bp
from biblionet_reg.web.author.submission_form import read_form, send

_SUBMITTED = "submitted"


@bp.route("/submit", methods=["GET", "POST"])
@keeps_answers
@public
def submit() -> ResponseReturnValue:
    """Submit a paper, poster, panel or workshop."""
    if request.method == "GET":
        try:
            refuse_unless_open(g.edition.call, is_closed=g.edition.closed_at is not None, now=clock.now())
        except (EditionClosed, WindowNotOpen) as refusal:
            return render_template("author/submission/not_possible.html", reason=reason_of(refusal))
    form = read_form(g.edition)
    if request.method == "POST":
        shown = send(form, _submit)
        if shown is None:
            return redirect(url_for("author.submitted"))
        form = shown
    return render_template("author/submission/submit.html", form=form), 422 if form.errors else 200


@bp.get("/submit/done")
@public
def submitted() -> str:
    """Say that it is done: the code, what happens next, how to change it."""
    submission = found.by_code(g.edition, session.get(_SUBMITTED, ""))
    return render_template("author/submission/submitted.html", submission=submission)


def _submit(answers: SubmissionAnswers) -> None:
    session[_SUBMITTED] = submissions.submit(answers, edition=g.edition).code


def reason_of(refusal: Refusal) -> str:
    """Return the name of the reason, which chooses the words of the page."""
    return refusal.status.value if isinstance(refusal, WindowNotOpen) else "closed"
