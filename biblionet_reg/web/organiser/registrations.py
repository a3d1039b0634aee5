"""The organisers' registrations: the list, one with its history, corrections and cancelling on behalf."""

from flask import abort, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from biblionet_reg import wording
from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.list_columns import ListNoun
from biblionet_reg.domain.permissions import Permission
from biblionet_reg.i18n import gettext as _
from biblionet_reg.models.registration import Registration
from biblionet_reg.queries import institutions
from biblionet_reg.queries import registrations as found
from biblionet_reg.queries.history import history_of
from biblionet_reg.services import registrations
from biblionet_reg.web.access import account, keeps_answers, requires
from biblionet_reg.web.forms.registration import RegistrationForm
from biblionet_reg.web.forms.registration_filter import RegistrationFilterForm
from biblionet_reg.web.organiser.actors import who_among
from biblionet_reg.web.organiser.blueprint import bp
from biblionet_reg.web.organiser.list_forms import ways_of
from biblionet_reg.web.organiser.pressed import pressed


@bp.get("/registrations", endpoint="registrations")
@requires(Permission.REGISTRATION_READ)
def listed() -> str:
    """The list, by family name: searched, filtered, paged."""
    form = RegistrationFilterForm.for_edition(g.edition, request.args)
    page = found.listed(g.edition, form.wanted(), page=request.args.get("page", 1, type=int), columns=form.shown)
    return render_template(
        "organiser/registrations/list.html",
        filters_form=form,
        views=ways_of(ListNoun.REGISTRATIONS, form),
        page=page,
        counts=found.count_by_state(g.edition),
        demo_is_shown=any(row.is_demo for row in page.rows),
    )


@bp.get("/registrations/<registration_code:code>")
@requires(Permission.REGISTRATION_READ)
def registration(code: str) -> str:
    """One registration and what happened to it."""
    one = registration_here(code)
    history = history_of(g.edition, "registration", one.code)
    return render_template(
        "organiser/registrations/one.html",
        registration=one,
        history=history,
        who=who_among(entry.actor for entry in history),
        demo_is_shown=one.is_demo,
    )


@bp.route("/registrations/<registration_code:code>/correct", methods=["GET", "POST"])
@keeps_answers
@requires(Permission.REGISTRATION_EDIT)
def correct_registration(code: str) -> ResponseReturnValue:
    """Correct a registration for its person; needs and consents stay as the person gave them."""
    one = registration_here(code)
    form = RegistrationForm.for_edition(g.edition, institutions.listed(), registration=one, by_organiser=True)
    if refusal := refusal_of(one):
        flash(wording.refusal(refusal), "error")
        return redirect(url_for("organiser.registration", code=code))
    if form.validate_on_submit():
        try:
            registrations.change(one, form.answers(), by=account().email)
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            flash(_("The changes are saved."), "success")
            return redirect(url_for("organiser.registration", code=code))
    return render_template("organiser/registrations/correct.html", registration=one, form=form), 422 if form.errors else 200


@bp.route("/registrations/<registration_code:code>/cancel", methods=["GET", "POST"])
@requires(Permission.REGISTRATION_EDIT)
def cancel_on_behalf(code: str) -> ResponseReturnValue:
    """Ask once more, then cancel for the person, who is told by letter."""
    one = registration_here(code)
    if request.method == "GET":
        return render_template("organiser/registrations/cancel.html", registration=one)
    pressed(lambda: registrations.cancel(one, by=account().email), _("The registration is cancelled, and its person is told by letter."))
    return redirect(url_for("organiser.registration", code=code))


def registration_here(code: str) -> Registration:
    """Return the registration of this edition, or answer 404."""
    return found.by_code(g.edition, code) or abort(404)


def refusal_of(one: Registration) -> Refusal | None:
    """Return why the registration cannot be corrected now, or None."""
    try:
        registrations.refuse_unless_changeable(one, by=account().email)
    except Refusal as refusal:
        return refusal
    return None
