"""The working programme: its days, its clashes, what waits to be placed; and its publication."""

from flask import abort, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.permissions import Permission
from biblionet_reg.domain.timetable_changes import changes, standings
from biblionet_reg.i18n import gettext as _
from biblionet_reg.queries import programme as working_programme
from biblionet_reg.queries import programme_versions
from biblionet_reg.queries.programme_board import board, standings_on
from biblionet_reg.services.programme_versions import publish
from biblionet_reg.web.access import account, keeps_answers, requires
from biblionet_reg.web.forms.programme import PublishForm
from biblionet_reg.web.organiser.blueprint import bp
from biblionet_reg.web.organiser.kept_blocks import kept_block
from biblionet_reg.web.organiser.programme_page import beside, clash_lines, grids


@bp.get("/programme")
@requires(Permission.PROGRAMME_EDIT)
def programme() -> str:
    """Show the working programme by day."""
    sessions = board(g.edition)
    lines = clash_lines(g.edition, sessions)
    return render_template(
        "organiser/programme/days.html",
        grids=grids(g.edition, sessions),
        lines=lines,
        beside=beside(lines),
        kept_block=kept_block,
        waiting=working_programme.unplaced(g.edition, page=request.args.get("page", 1, type=int)),
        version=programme_versions.latest(g.edition),
        demo_is_shown=any(block.is_demo for block in sessions),
    )


@bp.route("/programme/publish", methods=["GET", "POST"])
@keeps_answers
@requires(Permission.PROGRAMME_PUBLISH)
def publish_programme() -> ResponseReturnValue:
    """Show what a new version would change; publish it."""
    versions = programme_versions.all_versions(g.edition)
    form = PublishForm(data={"name": _("Programme %(number)s", number=len(versions) + 1)})
    if form.validate_on_submit():
        try:
            publish(g.edition, name=form.name.data, by=account().email)
        except Refusal as answer:
            form.refuse(answer)
        else:
            flash(_("The programme “%(name)s” is published. Its PDFs are being made.", name=form.name.data), "success")
            return redirect(url_for("organiser.programme"))
    sessions = board(g.edition)
    before = standings(programme_versions.published(versions[0]).timetable) if versions else {}
    return (
        render_template(
            "organiser/programme/publish.html",
            form=form,
            versions=versions,
            has_sessions=bool(sessions),
            changes=changes(before, standings_on(sessions)),
            lines=clash_lines(g.edition, sessions),
        ),
        422 if form.errors else 200,
    )


@bp.get("/programme/preview")
@requires(Permission.PROGRAMME_EDIT)
def preview_programme() -> str:
    """Show the working programme as the public would see it."""
    sessions = working_programme.whole(g.edition)
    if not sessions:
        abort(404)
    return render_template("organiser/programme/preview.html", timetable=working_programme.timetable(g.edition, sessions))
