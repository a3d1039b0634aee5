"""Deciding: the decision, the letter it would send, its release, its undoing; one, or all that wait."""

from flask import flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.permissions import Permission
from biblionet_reg.i18n import gettext as _
from biblionet_reg.i18n import ngettext
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries.authorship import is_own
from biblionet_reg.queries.decisions import pending_in, pending_on
from biblionet_reg.queries.reviews import reviews_of
from biblionet_reg.services import decisions
from biblionet_reg.web.access import account, keeps_answers, requires
from biblionet_reg.web.forms.decision import DecisionForm
from biblionet_reg.web.organiser.blueprint import bp
from biblionet_reg.web.organiser.letter_words import readable
from biblionet_reg.web.organiser.pressed import pressed
from biblionet_reg.web.organiser.submissions import submission_here


@bp.route("/submissions/<submission_code:code>/decide", methods=["GET", "POST"])
@keeps_answers
@requires(Permission.DECISION_MAKE)
def decide(code: str) -> ResponseReturnValue:
    """Take a decision; the letter it would send is shown next, and nothing goes yet."""
    one = submission_here(code)
    if is_own(one, account()):
        return render_template("organiser/decisions/own.html", submission=one)
    form = DecisionForm.of(one, pending_on(one))
    if form.validate_on_submit() and _decided(form, one):
        return redirect(url_for("organiser.decision", code=code))
    page = render_template("organiser/decisions/decide.html", form=form, submission=one, reviews=reviews_of(one))
    return page, 422 if form.errors else 200


def _decided(form: DecisionForm, one: Submission) -> bool:
    """Take the decision, or say on the form why not."""
    try:
        decisions.decide(one, form.chosen_outcome, accepted_as=form.chosen_kind, message=form.message.data, chair=account())
    except Refusal as answer:
        form.refuse(answer)
        return False
    return True


@bp.get("/submissions/<submission_code:code>/decision")
@requires(Permission.DECISION_MAKE)
def decision(code: str) -> ResponseReturnValue:
    """The decision that waits, with its letter as it will be sent."""
    one = submission_here(code)
    if is_own(one, account()):
        return render_template("organiser/decisions/own.html", submission=one)
    pending = pending_on(one)
    if pending is None:
        return redirect(url_for("organiser.submission", code=code))
    text = readable(pending.letter) if pending.letter else ""
    is_changed = one.updated_at > pending.decided_at
    return render_template("organiser/decisions/pending.html", submission=one, decision=pending, text=text, is_changed=is_changed)


@bp.post("/submissions/<submission_code:code>/decision/release")
@requires(Permission.DECISION_MAKE)
def release_decision(code: str) -> ResponseReturnValue:
    """Let the decision take effect and its letter go."""
    one = submission_here(code)
    pressed(lambda: decisions.release(one, chair=account()), _("The decision is released and its letter is on its way."))
    return redirect(url_for("organiser.submission", code=code))


@bp.post("/submissions/<submission_code:code>/decision/take-back")
@requires(Permission.DECISION_MAKE)
def take_back_decision(code: str) -> ResponseReturnValue:
    """Undo the decision that waits; nobody is told."""
    one = submission_here(code)
    pressed(lambda: decisions.take_back(one, chair=account()), _("The decision is taken back. Nothing was sent."))
    return redirect(url_for("organiser.submission", code=code))


@bp.get("/decisions")
@requires(Permission.DECISION_MAKE)
def pending_decisions() -> str:
    """Everything that would go, before it goes."""
    waiting = pending_in(g.edition, account())
    return render_template("organiser/decisions/list.html", decisions=waiting, demo_is_shown=any(one.submission.is_demo for one in waiting))


@bp.post("/decisions/release")
@requires(Permission.DECISION_MAKE)
def release_all_decisions() -> ResponseReturnValue:
    """Release everything that waits."""
    released, held = decisions.release_all(g.edition, chair=account())
    flash(ngettext("%(num)s decision is released.", "%(num)s decisions are released.", released), "success")
    if held:
        words = ngettext(
            "%(num)s decision is still waiting: its submission changed in the meantime. Open it and decide again.",
            "%(num)s decisions are still waiting: their submissions changed in the meantime. Open them and decide again.",
            held,
        )
        flash(words, "error")
    return redirect(url_for("organiser.pending_decisions"))
