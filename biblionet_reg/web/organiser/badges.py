"""Badges: asked for here, made in the background."""

from flask import g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from biblionet_reg.documents.sheets import Sheet
from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.job import JobKind
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.permissions import Permission
from biblionet_reg.queries import badges as queries
from biblionet_reg.queries import jobs
from biblionet_reg.services import badges as services
from biblionet_reg.web.access import account, keeps_answers, requires
from biblionet_reg.web.forms.badges import BadgesForm
from biblionet_reg.web.organiser.actors import who_among
from biblionet_reg.web.organiser.blueprint import bp


@bp.route("/badges", methods=["GET", "POST"])
@keeps_answers
@requires(Permission.BADGES_PRINT)
def badges() -> ResponseReturnValue:
    """Choose paper, language and whose badges; the job page follows."""
    form = BadgesForm(data={"sheet": Sheet.A4_2X5.value, "language": g.lang.value}).offer()
    if form.validate_on_submit():
        lang = Lang(form.language.data)
        try:
            job = services.ask_for(g.edition, sheet=form.sheet.data, lang=lang, code=form.wanted_code, by=account().email)
        except Refusal as answer:
            form.refuse(answer)
        else:
            return redirect(url_for("organiser.job", code=job.code))
    made = jobs.recent(g.edition, JobKind.BADGES_PDF)
    who = who_among(job.created_by for job in made)
    page = render_template("organiser/badges/form.html", form=form, count=queries.confirmed_count(g.edition), jobs=made, who=who)
    return page, 422 if form.errors else 200
