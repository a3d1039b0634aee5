"""The organisers' submissions: the list, and one with everything known of it."""

from flask import abort, g, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from biblionet_reg.domain.list_columns import ListNoun
from biblionet_reg.domain.permissions import Permission
from biblionet_reg.domain.review import STATE_AFTER, outcomes_for
from biblionet_reg.domain.submission import TRANSITIONS, SubmissionState
from biblionet_reg.i18n import gettext as _
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries.authorship import is_own
from biblionet_reg.queries.decisions import decisions_on
from biblionet_reg.queries.history import history_of
from biblionet_reg.queries.programme import slot_of
from biblionet_reg.queries.reviews import reviews_of
from biblionet_reg.queries.submission_lists import submission_list
from biblionet_reg.queries.submissions import whole
from biblionet_reg.services import submissions
from biblionet_reg.web.access import account, may, requires
from biblionet_reg.web.downloads import attachment
from biblionet_reg.web.forms.submission_filter import SubmissionFilterForm
from biblionet_reg.web.organiser.actors import who_among
from biblionet_reg.web.organiser.blueprint import bp
from biblionet_reg.web.organiser.decisions_together import DONE
from biblionet_reg.web.organiser.list_forms import ways_of
from biblionet_reg.web.organiser.pressed import pressed
from biblionet_reg.web.organiser.submission_words import outcome_words, state_words

# What a chair does not read of a paper of their own.
_NOT_FOR_AUTHORS = ("review.", "decision.")


@bp.get("/submissions", endpoint="submissions")
@requires(Permission.SUBMISSION_READ)
def listed() -> str:
    """The list: searched, filtered, sorted, paged."""
    form = SubmissionFilterForm.for_edition(g.edition, request.args)
    found = submission_list(g.edition, form.wanted(request.args.get("page", 1, type=int)), reader=account())
    return render_template(
        "organiser/submissions/list.html",
        filters_form=form,
        views=ways_of(ListNoun.SUBMISSIONS, form),
        found=found,
        page=found.page,
        done=session.pop(DONE, None),
        demo_is_shown=any(row.is_demo for row in found.page.rows),
    )


@bp.get("/submissions/<submission_code:code>")
@requires(Permission.SUBMISSION_READ)
def submission(code: str) -> str:
    """One submission with its reviews, decisions and history, and what may be done."""
    one = submission_here(code)
    own = is_own(one, account())
    history = history_of(g.edition, "submission", one.code, without=_NOT_FOR_AUTHORS if own else ())
    return render_template(
        "organiser/submissions/one.html",
        submission=one,
        is_own=own,
        reviews=[] if own or not may(Permission.REVIEW_READ) else reviews_of(one),
        decisions=decisions_on(one, with_pending=not own),
        history=history,
        who=who_among(entry.actor for entry in history),
        can_decide=may(Permission.DECISION_MAKE) and not own and g.edition.closed_at is None and bool(outcomes_for(one.state)),
        is_decided=one.state in STATE_AFTER.values(),
        can_withdraw=may(Permission.DECISION_MAKE) and g.edition.closed_at is None and SubmissionState.WITHDRAWN in TRANSITIONS[one.state],
        state_words=state_words,
        outcome_words=outcome_words,
        demo_is_shown=one.is_demo,
    )


@bp.get("/submissions/<submission_code:code>/file")
@requires(Permission.SUBMISSION_READ)
def submission_file(code: str) -> ResponseReturnValue:
    """The file, as it was sent."""
    one = submission_here(code)
    return attachment(one.files[-1]) if one.files else abort(404)


@bp.route("/submissions/<submission_code:code>/withdraw", methods=["GET", "POST"])
@requires(Permission.DECISION_MAKE)
def withdraw_on_behalf(code: str) -> ResponseReturnValue:
    """Ask once more, then withdraw for the author, who is told by letter; its place in the programme becomes free."""
    one = submission_here(code)
    if request.method == "GET":
        return render_template("organiser/submissions/withdraw.html", submission=one, slot=slot_of(one))
    done = _("The submission is withdrawn, and its author is told by letter.")
    pressed(lambda: submissions.withdraw(one, by=account().email, on_behalf=True), done)
    return redirect(url_for("organiser.submission", code=code))


def submission_here(code: str) -> Submission:
    """Return the submission of this edition, or answer 404."""
    return whole(g.edition, code) or abort(404)
