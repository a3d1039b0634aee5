"""One decision on many submissions: ticked in the list, decided together, undone together, released elsewhere."""

from uuid import UUID

from flask import abort, flash, g, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from biblionet_reg import clock
from biblionet_reg.domain.permissions import Permission
from biblionet_reg.domain.review import TOGETHER_LIMIT
from biblionet_reg.i18n import gettext as _
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.i18n import ngettext
from biblionet_reg.queries.decisions_together import ChosenTogether, submissions_named
from biblionet_reg.queries.submission_lists import submission_list
from biblionet_reg.queries.submission_rows import SubmissionRow
from biblionet_reg.services import decisions_together
from biblionet_reg.services.decisions_together import DecidedTogether
from biblionet_reg.web.access import account, keeps_answers, requires
from biblionet_reg.web.forms.decision_together import DecisionTogetherForm, numbers_of
from biblionet_reg.web.forms.submission_filter import SubmissionFilterForm
from biblionet_reg.web.organiser.blueprint import bp
from biblionet_reg.web.organiser.shown_at import shown_at

#: What was just done, for the list to tell of and to offer to undo.
DONE = "decided_together"
_MOVED_ON = _l("Nothing was decided: the submissions changed in the meantime.")


@bp.route("/submissions/decide", methods=["GET", "POST"])
@keeps_answers
@requires(Permission.SUBMISSION_READ, Permission.DECISION_MAKE)
def decide_together() -> ResponseReturnValue:
    """Show those chosen and ask for the decision; each letter is read and released later."""
    filters = SubmissionFilterForm.for_edition(g.edition, request.args)
    chosen = ChosenTogether.among(_chosen(filters))
    form = DecisionTogetherForm.of(chosen)
    if form.validate_on_submit() or (form.is_submitted() and not chosen.open and "csrf_token" not in form.errors):
        _decide(form, chosen)
        return redirect(url_for("organiser.submissions", **filters.asked()))
    page = render_template(
        "organiser/decisions/together.html",
        form=form,
        chosen=chosen,
        numbers=numbers_of(chosen),
        limit=TOGETHER_LIMIT,
        until=request.form.get("until") or clock.now().isoformat(),
        back=url_for("organiser.submissions", **filters.asked()),
    )
    return page, 422 if form.errors else 200


@bp.post("/submissions/decide/<uuid:key>/undo")
@requires(Permission.SUBMISSION_READ, Permission.DECISION_MAKE)
def undo_decisions(key: UUID) -> ResponseReturnValue:
    """Take back what was just decided, as far as it is not released."""
    undone = decisions_together.undo_decisions(key, edition=g.edition, chair=account())
    if undone is None:
        abort(404)
    if undone:
        words = ngettext("%(num)s decision is taken back. Nothing was sent.", "%(num)s decisions are taken back. Nothing was sent.", undone)
        flash(words, "success")
    else:
        flash(_("Nothing was changed: the decisions were released or taken back in the meantime."), "info")
    return redirect(url_for("organiser.submissions"))


def _chosen(filters: SubmissionFilterForm) -> list[SubmissionRow]:
    """Return the rows that were shown and are sent back, or all that the list has, or those that were ticked: one more than may be."""
    named = request.form.getlist("submission") if request.method == "POST" else request.args.getlist("submission")
    if request.method == "GET" and "all" in request.args:
        return list(submission_list(g.edition, filters.wanted(size=TOGETHER_LIMIT + 1), reader=account()).page.rows)
    return submissions_named(g.edition, named[: TOGETHER_LIMIT + 1], reader=account())


def _decide(form: DecisionTogetherForm, chosen: ChosenTogether) -> None:
    """Decide on those that were shown, and let the list tell it; a second press finds none of them open."""
    codes = request.form.getlist("submission")[:TOGETHER_LIMIT]
    if not chosen.open:
        flash(str(_MOVED_ON), "info")
        return
    done = decisions_together.decide_together(
        codes, form.chosen_outcome, message=form.message.data, seen_at=shown_at(), edition=g.edition, chair=account()
    )
    if done.decided:
        session[DONE] = {"undo": url_for("organiser.undo_decisions", key=done.key), "words": _words(done)}
    else:
        flash(str(_MOVED_ON), "info")


def _words(done: DecidedTogether) -> str:
    words = ngettext("%(num)s decision is waiting for release.", "%(num)s decisions are waiting for release.", done.decided)
    if not done.left:
        return words
    left = ngettext("%(num)s submission is left as it was.", "%(num)s submissions are left as they were.", done.left)
    return f"{words} {left}"
