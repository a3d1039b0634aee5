"""What the personal link of a submission opens: see it, change it, withdraw it, take its file."""

from collections.abc import Callable

from flask import abort, flash, g, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from biblionet_reg import clock, wording
from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.submission import SubmissionState, check_editable, check_withdrawable
from biblionet_reg.i18n import gettext as _
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries import submissions as found
from biblionet_reg.services import links, submissions
from biblionet_reg.web.access import keeps_answers, link_holder
from biblionet_reg.web.author import submission_tasks
from biblionet_reg.web.author.blueprint import bp
from biblionet_reg.web.author.submission_form import read_form, send
from biblionet_reg.web.downloads import attachment


@bp.get("/my/submission/<string:token>")
@link_holder
def my_submission(token: str) -> str:
    """Everything submitted, what was decided, where it stands in the programme, and what may be done."""
    submission = submission_behind(token)
    decision = found.released_decision(submission)
    can_change = refusal_of(check_editable, submission) is None
    return render_template(
        "author/submission/mine.html",
        submission=submission,
        token=token,
        decision=decision,
        comments=found.comments_told(decision) if decision else [],
        placement=found.placement_of(submission),
        can_change=can_change,
        changing=list(submission_tasks.changing(submission, token)) if can_change else [],
        coming=list(submission_tasks.coming(submission)),
        can_withdraw=refusal_of(check_withdrawable, submission) is None,
        demo_is_shown=submission.is_demo,
    )


@bp.route("/my/submission/<string:token>/change", methods=["GET", "POST"])
@keeps_answers
@link_holder
def change_submission(token: str) -> ResponseReturnValue:
    """Change what was submitted."""
    submission = submission_behind(token)
    if request.method == "GET" and (refusal := refusal_of(check_editable, submission)):
        return explain(refusal, token)
    form = read_form(g.edition, submission)
    if request.method == "POST":
        shown = send(form, lambda answers: submissions.update(submission, answers, by=submission.code, file=form.file_change))
        if shown is None:
            flash(_("Your changes are saved."), "success")
            return redirect(url_for("author.my_submission", token=token))
        form = shown
    page = render_template("author/submission/change.html", form=form, token=token, submission=submission)
    return page, 422 if form.errors else 200


@bp.route("/my/submission/<string:token>/withdraw", methods=["GET", "POST"])
@link_holder
def withdraw_submission(token: str) -> ResponseReturnValue:
    """Ask once more, then withdraw."""
    submission = submission_behind(token)
    if submission.state is not SubmissionState.WITHDRAWN:
        if refusal := refusal_of(check_withdrawable, submission):
            return explain(refusal, token)
        if request.method == "GET":
            return render_template("author/submission/withdraw.html", submission=submission, token=token)
        try:
            submissions.withdraw(submission, by=submission.code)
        except Refusal as refusal:
            return explain(refusal, token)
    return redirect(url_for("author.my_submission", token=token))


@bp.get("/my/submission/<string:token>/file")
@link_holder
def my_submission_file(token: str) -> ResponseReturnValue:
    """The file, as it was sent."""
    submission = submission_behind(token)
    return attachment(submission.files[-1]) if submission.files else abort(404)


def submission_behind(token: str) -> Submission:
    """Return the submission a link opens, or answer 404 with the way to a new link."""
    submission = links.submission_behind(token)
    if submission is None or submission.edition_id != g.edition.id:
        abort(make_response(render_template("author/link_unknown.html"), 404))
    return submission


def refusal_of(check: Callable[..., None], submission: Submission) -> Refusal | None:
    """Return why a rule says no to this submission now, or None."""
    edition = submission.edition
    try:
        check(submission.state, edition.call, is_closed=edition.closed_at is not None, now=clock.now())
    except Refusal as refusal:
        return refusal
    return None


def explain(refusal: Refusal, token: str) -> ResponseReturnValue:
    """Answer with the page that says why nothing can be changed now."""
    page = render_template("author/submission/not_changeable.html", reason=wording.refusal(refusal), token=token)
    return page, 200 if request.method == "GET" else 409
