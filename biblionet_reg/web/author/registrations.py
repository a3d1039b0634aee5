"""Registering: the pages of the form, the page that says it is done, the page that says why it cannot be."""

from functools import partial

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from biblionet_reg import clock
from biblionet_reg.domain.draft import KeptDraft
from biblionet_reg.domain.edition import EditionClosed, WindowNotOpen, WindowStatus
from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.registration import EditionFull
from biblionet_reg.domain.registration_answers import RegistrationAnswers
from biblionet_reg.i18n import gettext as _
from biblionet_reg.queries import registrations as found
from biblionet_reg.services import registrations
from biblionet_reg.web.access import keeps_answers, public
from biblionet_reg.web.author import sent_here
from biblionet_reg.web.author.blueprint import bp
from biblionet_reg.web.author.form_pages import answered, checked, drawn, keep_typed, refused, stopped, without_draft
from biblionet_reg.web.author.registration_flow import FLOW, YOU
from biblionet_reg.web.first_sight import facts, first_seen
from biblionet_reg.web.flow import Page, Walk, narrowed
from biblionet_reg.web.forms.institution_choice import known_institutions

_PAGE = "author/registration/page.html"
_CHECK = "author/registration/check.html"
_REGISTERED = "registered"
_NOT_POSSIBLE = (EditionClosed, EditionFull, WindowNotOpen)


@bp.route("/register", methods=["GET", "POST"])
@keeps_answers
@public
def register() -> ResponseReturnValue:
    """Ask who comes."""
    return _page(YOU)


@bp.route("/register/<any(coming):page>", methods=["GET", "POST"])
@keeps_answers
@public
def register_page(page: str) -> ResponseReturnValue:
    """Ask when they come, what they need, what they agree to."""
    return _page(FLOW.page(page))


@bp.post("/register/keep/<any(you,coming):page>")
@public
def keep_registration(page: str) -> ResponseReturnValue:
    """Keep what is being typed into a page; nothing is sent."""
    return keep_typed(Walk(FLOW), page)


@bp.post("/register/anew")
@public
def begin_registration_anew() -> ResponseReturnValue:
    """Erase what this browser typed and did not send."""
    Walk(FLOW).end()
    return redirect(url_for("author.register"))


@bp.route("/register/check", methods=["GET", "POST"])
@keeps_answers
@public
def check_registration() -> ResponseReturnValue:
    """Show all answers, each with the way to change it, and send them."""
    walk = Walk(FLOW)
    if walk.draft is None:
        return without_draft(_REGISTERED, first="author.register", done="author.registered", made_by=found.by_form_key)
    if request.method != "POST":
        return _shown(walk)
    form = walk.whole(checks_token=True)
    if (page := stopped(walk, _CHECK, form)) is not None:
        return page
    try:
        _register(form.answers(), walk.draft)
    except Refusal as refusal:
        return refused(walk, _CHECK, form, refusal, is_impossible=isinstance(refusal, _NOT_POSSIBLE)), 422
    return redirect(url_for("author.registered"))


@bp.get("/register/done")
@public
def registered() -> str:
    """Say that it is done: the code, what happens next, how to change it."""
    registration = found.by_code(g.edition, sent_here.last(_REGISTERED))
    return render_template("author/registration/registered.html", registration=registration)


def _page(page: Page) -> ResponseReturnValue:
    walk = Walk(FLOW)
    if request.method == "POST":
        possible = partial(registrations.refuse_unless_possible, g.edition)
        form = walk.sent(page)
        form.validate()
        if form.is_finding() and not form.expired():
            walk.keep(form, page, is_done=False)
            return drawn(walk, page, _PAGE, narrowed(form, page))
        return answered(walk, page, _PAGE, form, refuse_unless_possible=possible)
    try:
        registrations.refuse_unless_possible(g.edition)
    except _NOT_POSSIBLE as refusal:
        return render_template("author/registration/not_possible.html", refusal=refusal, reason=reason_of(refusal), draft=walk.draft)
    return first_seen(
        f"{_PAGE} {page.name}", lambda: drawn(walk, page, _PAGE, walk.shown(page)), known_institutions(), facts(g.edition.meals)
    )


def _shown(walk: Walk) -> ResponseReturnValue:
    if walk.next is not None:
        return redirect(walk.next.address)
    form = walk.whole()
    form.validate()
    return checked(walk, _CHECK, form)


def _register(answers: RegistrationAnswers, draft: KeptDraft) -> None:
    began = clock.now()
    registration = sent_here.send(
        _REGISTERED,
        answers,
        draft=draft,
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
