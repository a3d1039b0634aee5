"""Registering: the form, the page that says it is done, the page that says why it cannot be."""

from flask import g, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from biblionet_reg.domain.edition import EditionClosed, WindowNotOpen, WindowStatus
from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.registration import EditionFull
from biblionet_reg.queries import institutions
from biblionet_reg.queries import registrations as found
from biblionet_reg.services import registrations
from biblionet_reg.web.access import keeps_answers, public
from biblionet_reg.web.author.blueprint import bp
from biblionet_reg.web.forms.registration import RegistrationForm

_REGISTERED = "registered"


@bp.route("/register", methods=["GET", "POST"])
@keeps_answers
@public
def register() -> ResponseReturnValue:
    """Register for the edition."""
    form = RegistrationForm.for_edition(g.edition, institutions.listed())
    try:
        if form.validate_on_submit():
            session[_REGISTERED] = registrations.register(form.answers(), edition=g.edition).code
            return redirect(url_for("author.registered"))
        registrations.refuse_unless_possible(g.edition)
    except (EditionClosed, EditionFull, WindowNotOpen) as refusal:
        return explain(refusal)
    except Refusal as refusal:
        form.refuse(refusal)
    return render_template("author/registration/register.html", form=form), 422 if form.errors else 200


@bp.get("/register/done")
@public
def registered() -> str:
    """Say that it is done: the code, what happens next, how to change it."""
    registration = found.by_code(g.edition, session.get(_REGISTERED, ""))
    return render_template("author/registration/registered.html", registration=registration)


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
