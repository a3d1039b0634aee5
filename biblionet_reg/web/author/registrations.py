"""Registering: the form, the page that says it is done, the page that says why it cannot be."""

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from biblionet_reg import clock
from biblionet_reg.domain.edition import EditionClosed, WindowNotOpen, WindowStatus
from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.registration import EditionFull
from biblionet_reg.domain.registration_answers import RegistrationAnswers
from biblionet_reg.i18n import gettext as _
from biblionet_reg.models.registration import Registration
from biblionet_reg.queries import institutions
from biblionet_reg.queries import registrations as found
from biblionet_reg.services import registrations
from biblionet_reg.web.access import keeps_answers, public
from biblionet_reg.web.author import sent_here
from biblionet_reg.web.author.blueprint import bp
from biblionet_reg.web.first_sight import facts, first_seen
from biblionet_reg.web.forms.registration import RegistrationForm

_PAGE = "author/registration/register.html"
_REGISTERED = "registered"


@bp.route("/register", methods=["GET", "POST"])
@keeps_answers
@public
def register() -> ResponseReturnValue:
    """Register for the edition."""
    known = institutions.listed()
    try:
        if request.method != "POST":
            registrations.refuse_unless_possible(g.edition)
            return first_seen(_PAGE, lambda: RegistrationForm.for_edition(g.edition, known), known, facts(g.edition.meals))
        form = RegistrationForm.for_edition(g.edition, known)
        if form.validate_on_submit():
            _register(form.answers())
            return redirect(url_for("author.registered"))
        registrations.refuse_unless_possible(g.edition)
    except (EditionClosed, EditionFull, WindowNotOpen) as refusal:
        return explain(refusal)
    except Refusal as refusal:
        form.refuse(refusal)
    return render_template(_PAGE, form=form), 422 if form.is_refused() else 200


@bp.get("/register/done")
@public
def registered() -> str:
    """Say that it is done: the code, what happens next, how to change it."""
    registration = found.by_code(g.edition, sent_here.last(_REGISTERED))
    return render_template("author/registration/registered.html", registration=registration)


def _register(answers: RegistrationAnswers) -> None:
    began = clock.now()
    registration = _send(answers)
    sent_here.remember(_REGISTERED, registration.code)
    if registration.registered_at < began <= registration.updated_at:
        flash(_("Your changes are saved."), "success")


def _send(answers: RegistrationAnswers) -> Registration:
    match sent_here.choice():
        case "change", code if (sent := _sent_from_here(code, answers.form_key)) is not None:
            return registrations.change(sent, answers)
        case "beside", code:
            return registrations.register_beside(code, answers, edition=g.edition)
    return registrations.register(answers, edition=g.edition, sent_here=sent_here.codes(_REGISTERED))


def _sent_from_here(code: str, form_key: str) -> Registration | None:
    """Return the registration of this code if this browser, or this very page, made it."""
    sent = found.by_code(g.edition, code)
    return sent if sent and (code in sent_here.codes(_REGISTERED) or sent.form_key == form_key) else None


def explain(refusal: Refusal) -> ResponseReturnValue:
    """Answer with the page that says why nothing can be registered now, and what to do."""
    page = render_template("author/registration/not_possible.html", refusal=refusal, reason=reason_of(refusal))
    return page, 200 if request.method == "GET" else 409


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
