"""Badges: asked for here, made in the background."""

from typing import Any

from flask import g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from biblionet_reg.documents.sheets import Sheet
from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.job import JobKind
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.permissions import Permission
from biblionet_reg.queries import badges as queries
from biblionet_reg.queries import jobs, registrations
from biblionet_reg.queries.paging import PAGE_SIZE
from biblionet_reg.services import badges as services
from biblionet_reg.web.access import account, keeps_answers, may, requires
from biblionet_reg.web.forms.badges import BadgesForm
from biblionet_reg.web.forms.registration_filter import RegistrationFilterForm
from biblionet_reg.web.organiser.actors import who_among
from biblionet_reg.web.organiser.blueprint import bp

#: So many of those chosen the page names.
_NAMED = 20


@bp.route("/badges", methods=["GET", "POST"])
@keeps_answers
@requires(Permission.BADGES_PRINT)
def badges() -> ResponseReturnValue:
    """Choose paper, language and whose badges; the job page follows."""
    form = BadgesForm(data={"sheet": Sheet.A4_2X5.value, "language": g.lang.value}).offer()
    codes = _chosen()
    if form.validate_on_submit():
        lang = Lang(form.language.data)
        try:
            code = form.wanted_code if codes is None else None
            job = services.ask_for(g.edition, sheet=form.sheet.data, lang=lang, code=code, codes=codes, by=account().email)
        except Refusal as answer:
            form.refuse(answer)
        else:
            return redirect(url_for("organiser.job", code=job.code))
    made = jobs.recent(g.edition, JobKind.BADGES_PDF)
    who = who_among(job.created_by for job in made)
    count = queries.confirmed_count(g.edition, codes)
    page = render_template("organiser/badges/form.html", form=form, count=count, chosen=_shown(codes), jobs=made, who=who)
    return page, 422 if form.errors else 200


def _chosen() -> list[str] | None:
    """Return the codes that were ticked in the list of registrations, or of all that it has; None when nobody was chosen."""
    if not may(Permission.REGISTRATION_READ):
        return None
    if "all" in request.args:
        return registrations.codes_listed(g.edition, RegistrationFilterForm.for_edition(g.edition, request.args).wanted())
    return request.args.getlist("registration")[:PAGE_SIZE] if "registration" in request.args else None


def _shown(codes: list[str] | None) -> dict[str, Any] | None:
    """Return what the page shows of those chosen: how many they are, and the first who get a badge."""
    if codes is None:
        return None
    return {"number": len(codes), "first": queries.confirmed(g.edition, lang=g.lang, only=codes, most=_NAMED), "here": request.full_path}
