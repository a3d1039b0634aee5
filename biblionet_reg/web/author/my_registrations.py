"""What the personal link of a registration opens: see it, change it, cancel it, take a consent back."""

from collections.abc import Callable

from flask import abort, flash, g, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from biblionet_reg import clock
from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.registration import ConsentPurpose, RegistrationState
from biblionet_reg.i18n import gettext as _
from biblionet_reg.models.registration import Registration
from biblionet_reg.queries import institutions
from biblionet_reg.queries import registrations as found
from biblionet_reg.services import links, registrations
from biblionet_reg.web.access import keeps_answers, link_holder
from biblionet_reg.web.author.blueprint import bp
from biblionet_reg.web.forms.registration import RegistrationForm

_PURPOSES = {purpose.value: purpose for purpose in ConsentPurpose}


@bp.get("/my/registration/<string:token>")
@link_holder
def my_registration(token: str) -> str:
    """Everything registered, and what may be done with it."""
    registration = registration_behind(token)
    return render_template(
        "author/registration/mine.html",
        registration=registration,
        token=token,
        can_change=not refusal_of(registrations.refuse_unless_changeable, registration),
        can_cancel=registration.cancelled_at is None and not refusal_of(registrations.refuse_unless_cancellable, registration),
        is_to_come=clock.today(g.edition.time_zone) <= max((row.day for row in registration.days), default=g.edition.ends_on),
        consents=[consent for consent in registration.consents if consent.withdrawn_at is None],
    )


@bp.route("/my/registration/<string:token>/change", methods=["GET", "POST"])
@keeps_answers
@link_holder
def change_registration(token: str) -> ResponseReturnValue:
    """Change what was registered; where that is over meanwhile, nothing typed is lost."""
    registration = registration_behind(token)
    too_late = refusal_of(registrations.refuse_unless_changeable, registration)
    if too_late and request.method == "GET":
        return explain(too_late, token)
    form = RegistrationForm.for_edition(g.edition, institutions.listed(), registration=registration)
    if form.validate_on_submit():
        try:
            registrations.change(registration, form.answers())
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            flash(_("Your changes are saved."), "success")
            return redirect(url_for("author.my_registration", token=token))
    elif too_late:
        form.refuse(too_late)
    page = render_template("author/registration/change.html", form=form, token=token, is_impossible=too_late is not None)
    return page, 422 if form.errors else 200


@bp.route("/my/registration/<string:token>/cancel", methods=["GET", "POST"])
@link_holder
def cancel_registration(token: str) -> ResponseReturnValue:
    """Ask once more, then give the place back."""
    registration = registration_behind(token)
    if registration.state is not RegistrationState.CANCELLED:
        if refusal := refusal_of(registrations.refuse_unless_cancellable, registration):
            return explain(refusal, token)
        if request.method == "GET":
            return render_template("author/registration/cancel.html", registration=registration, token=token)
        registrations.cancel(registration)
    return redirect(url_for("author.my_registration", token=token))


@bp.post("/my/registration/<string:token>/withdraw-consent")
@link_holder
def withdraw_consent(token: str) -> ResponseReturnValue:
    """Take one consent back, as easily as it was given."""
    registration = registration_behind(token)
    purpose = _PURPOSES.get(request.form.get("purpose", "")) or abort(404)
    registrations.withdraw_consent(registration, purpose)
    flash(_("Your consent is withdrawn."), "success")
    return redirect(url_for("author.my_registration", token=token))


def registration_behind(token: str) -> Registration:
    """Return the registration a link opens, or answer 404 with the way to a new link."""
    opened = links.registration_behind(token)
    registration = found.by_code(g.edition, opened.code) if opened else None
    if registration is None:
        abort(make_response(render_template("author/link_unknown.html"), 404))
    return registration


def refusal_of(rule: Callable[[Registration], None], registration: Registration) -> Refusal | None:
    """Return what `rule` refuses about the registration now, or None."""
    try:
        rule(registration)
    except Refusal as refusal:
        return refusal
    return None


def explain(refusal: Refusal, token: str) -> ResponseReturnValue:
    """Answer with the page that says why this cannot be done now."""
    page = render_template("author/registration/not_changeable.html", refusal=refusal, token=token)
    return page, 200 if request.method == "GET" else 409
