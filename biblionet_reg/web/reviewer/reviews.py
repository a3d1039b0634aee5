"""Reviewing: what waits, and one submission with the reviewer's own opinion of it."""

from flask import abort, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.permissions import Permission
from biblionet_reg.domain.review import NotReviewable, refuse_unreviewable
from biblionet_reg.i18n import gettext as _
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries.decisions import has_pending_decision
from biblionet_reg.queries.reviews import ReviewFilter, next_unreviewed, review_list, review_of, submission_for
from biblionet_reg.services.reviews import save_review
from biblionet_reg.web.access import account, keeps_answers, requires
from biblionet_reg.web.downloads import attachment
from biblionet_reg.web.forms.review import ReviewForm
from biblionet_reg.web.forms.review_filter import ReviewFilterForm
from biblionet_reg.web.reviewer.blueprint import bp


@bp.get("/", endpoint="reviews")
@requires(Permission.REVIEW_WRITE)
def listed() -> str:
    """What the reviewer may score, those with the fewest reviews first, or searched."""
    form = ReviewFilterForm.filled(request.args)
    found = review_list(g.edition, account(), form.chosen, words=form.words, page=request.args.get("page", 1, type=int))
    return render_template(
        "reviewer/list.html",
        filters_form=form,
        page=found.page,
        chosen=form.chosen,
        shows=list(ReviewFilter),
        progress=found.progress,
        demo_is_shown=any(row.is_demo for row in found.page.rows),
    )


@bp.route("/<submission_code:code>", methods=["GET", "POST"])
@keeps_answers
@requires(Permission.REVIEW_WRITE)
def review(code: str) -> ResponseReturnValue:
    """Read a submission and say what one thinks of it."""
    one = submission_here(code)
    kept = review_of(one, account())
    if not _is_open(one):
        return render_template("reviewer/closed.html", submission=one, review=kept)
    form = ReviewForm.of(kept)
    if form.validate_on_submit() and _saved(form, one):
        flash(_("Your review is saved. You can change it until the submission is decided."), "success")
        return redirect(url_for("reviewer.review", code=code))
    following = next_unreviewed(g.edition, account(), after=code)
    page = render_template("reviewer/review.html", form=form, submission=one, review=kept, following=following, demo_is_shown=one.is_demo)
    return page, 422 if form.errors else 200


def _saved(form: ReviewForm, one: Submission) -> bool:
    """Save the review, or say on the form why not."""
    try:
        save_review(one, form.opinion(), reviewer=account())
    except Refusal as answer:
        form.refuse(answer)
        return False
    return True


@bp.get("/<submission_code:code>/file")
@requires(Permission.REVIEW_WRITE)
def review_file(code: str) -> ResponseReturnValue:
    """The file, as it was sent."""
    one = submission_here(code)
    return attachment(one.files[-1]) if one.files else abort(404)


def submission_here(code: str) -> Submission:
    """Return the submission, never one of the reviewer's own, or answer 404."""
    return submission_for(g.edition, code, account()) or abort(404)


def _is_open(one: Submission) -> bool:
    if g.edition.closed_at is not None:
        return False
    try:
        refuse_unreviewable(one.state, has_pending=has_pending_decision(one))
    except NotReviewable:
        return False
    return True
