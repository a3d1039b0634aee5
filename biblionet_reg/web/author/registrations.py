"""Registering: the form, the page that says it is done, the page that says why it cannot be."""

from collections.abc import Sequence

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from biblionet_reg import clock
from biblionet_reg.domain.edition import EditionClosed, WindowNotOpen, WindowStatus
from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.registration import EditionFull
from biblionet_reg.domain.registration_answers import RegistrationAnswers
from biblionet_reg.i18n import gettext as _
from biblionet_reg.queries import institutions
from biblionet_reg.queries import registrations as found
from biblionet_reg.queries.institutions import KnownInstitution
from biblionet_reg.services import registrations
from biblionet_reg.web.access import keeps_answers, public
from biblionet_reg.web.author import sent_here
from biblionet_reg.web.author.blueprint import bp
from biblionet_reg.web.first_sight import facts, first_seen
from biblionet_reg.web.forms.registration import RegistrationForm

_PAGE = "author/registration/register.html"
_REGISTERED = "registered"
_NOT_POSSIBLE = (EditionClosed, EditionFull, WindowNotOpen)


@bp.route("/register", methods=["GET", "POST"])
@keeps_answers
@public
def register() -> ResponseReturnValue:
    """Register for the edition."""
    known = institutions.listed()
    if request.method != "POST":
        return _unfilled(known)
    form = RegistrationForm.for_edition(g.edition, known)
    try:
        if form.validate():
            _register(form.answers())
            return redirect(url_for("author.registered"))
        registrations.refuse_unless_possible(g.edition)
    except Refusal as refusal:
        form.refuse(refusal)
        return render_template(_PAGE, form=form, is_impossible=isinstance(refusal, _NOT_POSSIBLE)), 422
    return render_template(_PAGE, form=form), 422


def _unfilled(known: Sequence[KnownInstitution]) -> str:
    try:
        registrations.refuse_unless_possible(g.edition)
    except _NOT_POSSIBLE as refusal:
        return render_template("author/registration/not_possible.html", refusal=refusal, reason=reason_of(refusal))
    return first_seen(_PAGE, lambda: RegistrationForm.for_edition(g.edition, known), known, facts(g.edition.meals))


@bp.get("/register/done")
@public
def registered() -> str:
    """Say that it is done: the code, what happens next, how to change it."""
    registration = found.by_code(g.edition, sent_here.last(_REGISTERED))
    return render_template("author/registration/registered.html", registration=registration)


def _register(answers: RegistrationAnswers) -> None:
    began = clock.now()
    registration = sent_here.send(
        _REGISTERED,
        answers,
        find=found.by_code,
        change=registrations.change,
        beside=registrations.register_beside,
        anew=registrations.register,
        made_by=found.by_form_key,
    )
    if registration.registered_at < began <= registration.updated_at:
        flash(_("Your changes are saved."), "success")


def reason_of(refusal: Refusal) -> str:
    """Return the name of the reason, which chooses the words of the page."""
    match refusal:
        case EditionFull():
            return "full"
        case WindowNotOpen(status=WindowStatus.NOT_YET):
            return "not_yet"
        case WindowNotOpen():
            return "over"
        case _:
            return "closed"
