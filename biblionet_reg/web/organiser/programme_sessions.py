"""Sessions of the working programme: made, looked at, changed, removed."""

from flask import abort, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.permissions import Permission
from biblionet_reg.i18n import gettext as _
from biblionet_reg.models.programme import ProgrammeSession
from biblionet_reg.queries import programme as working_programme
from biblionet_reg.queries.programme_board import board
from biblionet_reg.services import programme as services
from biblionet_reg.web.access import account, keeps_answers, requires
from biblionet_reg.web.forms.programme import SessionForm, new_session_values, session_values
from biblionet_reg.web.organiser.blueprint import bp
from biblionet_reg.web.organiser.programme_page import beside, clash_lines


def session_or_404(key: str) -> ProgrammeSession:
    """Return the session of this edition that the address names."""
    return working_programme.session_by_key(g.edition, key) or abort(404)


@bp.route("/programme/sessions/new", methods=["GET", "POST"])
@keeps_answers
@requires(Permission.PROGRAMME_EDIT)
def new_programme_session() -> ResponseReturnValue:
    """Add a session."""
    wanted = request.args.get("day", "")
    day = next((day for day in g.edition.days if day.isoformat() == wanted), g.edition.starts_on)
    form = SessionForm(data=new_session_values(day)).offer(g.edition)
    if form.validate_on_submit():
        try:
            block = services.add_session(g.edition, **form.answers(g.edition), by=account().email)
        except Refusal as answer:
            form.refuse(answer)
        else:
            return redirect(url_for("organiser.programme_session", key=block.key))
    return render_template("organiser/programme/session_form.html", form=form, block=None), 422 if form.errors else 200


@bp.get("/programme/sessions/<key:key>")
@requires(Permission.PROGRAMME_EDIT)
def programme_session(key: str) -> str:
    """Show a session, its slots and its clashes."""
    block, sessions = session_or_404(key), board(g.edition)
    lines = clash_lines(g.edition, sessions)
    return render_template("organiser/programme/session.html", block=block, beside=beside(lines), demo_is_shown=block.is_demo)


@bp.route("/programme/sessions/<key:key>/edit", methods=["GET", "POST"])
@keeps_answers
@requires(Permission.PROGRAMME_EDIT)
def edit_programme_session(key: str) -> ResponseReturnValue:
    """Change a session."""
    block = session_or_404(key)
    form = SessionForm(data=session_values(block)).offer(g.edition)
    if form.validate_on_submit():
        try:
            services.change_session(block, **form.answers(g.edition), by=account().email)
        except Refusal as answer:
            form.refuse(answer)
        else:
            return redirect(url_for("organiser.programme_session", key=key))
    return render_template("organiser/programme/session_form.html", form=form, block=block), 422 if form.errors else 200


@bp.get("/programme/sessions/<key:key>/remove")
@requires(Permission.PROGRAMME_EDIT)
def confirm_programme_session_removal(key: str) -> str:
    """Ask before a session goes."""
    return render_template("organiser/programme/remove.html", block=session_or_404(key))


@bp.post("/programme/sessions/<key:key>/remove")
@requires(Permission.PROGRAMME_EDIT)
def remove_programme_session(key: str) -> ResponseReturnValue:
    """Remove a session."""
    services.remove_session(session_or_404(key), by=account().email)
    flash(_("The session is removed. Its submissions are waiting to be placed again."), "success")
    return redirect(url_for("organiser.programme"))
