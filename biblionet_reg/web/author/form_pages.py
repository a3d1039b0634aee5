"""What the pages of the two forms do alike: shown as they were left, kept when they are sent, then on to the next."""

from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from typing import Any

from flask import Response, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from biblionet_reg import clock
from biblionet_reg.domain.draft import AnswersChanged
from biblionet_reg.domain.errors import Refusal
from biblionet_reg.extensions import csrf
from biblionet_reg.formats import format_time
from biblionet_reg.i18n import gettext as _
from biblionet_reg.models.edition import Edition
from biblionet_reg.web.author import sent_here
from biblionet_reg.web.flow import Page, Walk, narrowed

#: The button that leads to the page before.
BACK = "back"


def answered(walk: Walk, page: Page, template: str, form: Any, *, refuse_unless_possible: Callable[[], None]) -> ResponseReturnValue:
    """Keep what `page` of a form that was validated sends, and go on; or back, with whatever is not right yet.

    With a fault in it, or where nothing can be sent now, the page is shown again with everything typed.
    """
    refusal = _refusal_of(refuse_unless_possible)
    is_kept = walk.keep(form, page, is_done=not page.faulty_in(form))
    narrowed(form, page)
    if refusal is None and is_kept and _goes_back(form, page):
        return redirect(way_back(walk, page))
    if refusal is not None:
        form.refuse(refusal)
        return drawn(walk, page, template, form, is_impossible=True), 422
    if form.is_refused():
        return drawn(walk, page, template, form), 422
    return redirect(way_on(walk))


def _refusal_of(refuse_unless_possible: Callable[[], None]) -> Refusal | None:
    """Return what stands against sending the form; it is asked before anything is kept, within the one transaction."""
    try:
        refuse_unless_possible()
    except Refusal as refusal:
        return refusal
    return None


def _goes_back(form: Any, page: Page) -> bool:
    """Say whether the way back was pressed, and nothing is lost on it: a file not taken, or what may not be kept, is told of first."""
    return request.form.get("do") == BACK and not any(form[name].errors for name in ("file", page.consent) if name in form)


def way_back(walk: Walk, page: Page | None) -> str:
    """Return the address of the page before `page` (None: the page of all answers); before the first is the front page of the edition."""
    before = walk.flow.before(page) if page else walk.flow.pages[-1]
    return before.address if before else url_for("public.edition")


def way_on(walk: Walk) -> str:
    """Return the address of the first page that is not done, or of the one that shows all answers."""
    return walk.next.address if walk.next else url_for(walk.flow.check)


def keep_typed(walk: Walk, name: str) -> ResponseReturnValue:
    """Keep what is being typed into a page and say when; nothing of it is checked or put right before the page is sent."""
    if not walk.keep_typed(walk.flow.page(name)):
        return "", HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    words = _("Saved at %(time)s.", time=format_time(clock.now(), g.edition.time_zone))
    return Response(words, mimetype="text/plain")


def drawn(walk: Walk, page: Page | None, template: str, form: Any, **more: Any) -> str:
    """Return `page`, or the one that shows all answers, with its form and with how far the others are."""
    ways = {"back": way_back(walk, page), "back_press": BACK}
    return render_template(template, form=form, page=page, steps=walk.steps, draft=walk.draft, **ways, **more)


def stopped(walk: Walk, template: str, form: Any) -> ResponseReturnValue | None:
    """Return what to answer instead of sending a form: a page of it is not done, or what was shown is not what would be sent."""
    if walk.next is not None:
        return redirect(walk.next.address)
    if form.validate() and request.form.get("mark") != walk.mark:
        return refused(walk, template, form, AnswersChanged()), 422
    return (checked(walk, template, form), 422) if form.errors else None


def without_draft(noun: str, *, first: str, done: str, made_by: Callable[[Edition, str], Any]) -> ResponseReturnValue:
    """Answer where all answers were asked for and there are none: they were sent from here before, or are kept no more."""
    if sent_here.again(noun, made_by) if request.method == "POST" else sent_here.last(noun):
        return redirect(url_for(done))
    if request.method == "POST":
        csrf.protect()
        flash(_("What you typed here before is no longer kept: it was sent or erased. Nothing was sent now."), "info")
    return redirect(url_for(first))


def checked(walk: Walk, template: str, form: Any, **more: Any) -> str:
    """Return the page that shows all answers of a form that was validated, or the ways to correct it."""
    is_whole = form.errors.keys() <= {"csrf_token"}
    return _checked(walk, template, form, form.answers() if is_whole else None, **more)


def refused(walk: Walk, template: str, form: Any, refusal: Refusal, **more: Any) -> str:
    """Return the page that shows all answers, with what stands against sending them."""
    told = form.answers()
    form.refuse(refusal)
    return _checked(walk, template, form, told, **more)


def _checked(walk: Walk, template: str, form: Any, told: Any, **more: Any) -> str:
    return drawn(walk, None, template, form, told=told, mark=walk.mark, address_of=partial(_address_of, walk), **more)


def _address_of(walk: Walk, target: str) -> str:
    page = walk.flow.page_asking(target)
    return page.address if page else ""
