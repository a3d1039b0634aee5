"""An edition through the years: opening the next one, marking it current, closing and reopening it."""

from flask import flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from biblionet_reg.domain.edition_changes import SlugTaken
from biblionet_reg.domain.edition_dates import DatesOutOfOrder
from biblionet_reg.domain.permissions import Permission
from biblionet_reg.i18n import gettext as _
from biblionet_reg.services import editions
from biblionet_reg.web.access import account, keeps_answers, requires
from biblionet_reg.web.forms.edition_copy import CopyForm, copy_form
from biblionet_reg.web.organiser.blueprint import bp
from biblionet_reg.wording import refusal


@bp.route("/edition/copy", methods=["GET", "POST"])
@keeps_answers
@requires(Permission.EDITION_EDIT)
def edition_copy() -> ResponseReturnValue:
    """Open the next year with the texts and lists of this one."""
    form = copy_form(g.edition)
    if form.validate_on_submit() and (slug := _copy(form)):
        flash(_("The new edition is open to its organisers. Check what was copied, then mark it as current."), "success")
        return redirect(url_for("organiser.edition", edition=slug))
    return render_template("organiser/edition/copy.html", form=form), 422 if form.errors else 200


@bp.post("/edition/mark-current")
@requires(Permission.EDITION_EDIT)
def edition_mark_current() -> ResponseReturnValue:
    """Let the bare address lead to this edition."""
    editions.mark_current(g.edition, by=account().email)
    flash(_("This edition is the current one now."), "success")
    return redirect(url_for("organiser.edition"))


@bp.get("/edition/close")
@requires(Permission.EDITION_EDIT)
def edition_close() -> str:
    """Ask before closing or reopening."""
    return render_template("organiser/edition/close.html")


@bp.post("/edition/close")
@requires(Permission.EDITION_EDIT)
def edition_close_now() -> ResponseReturnValue:
    """Close the edition; pressing twice is no harm."""
    if g.edition.closed_at is None:
        editions.close(g.edition, by=account().email)
    flash(_("The edition is closed."), "success")
    return redirect(url_for("organiser.edition"))


@bp.post("/edition/reopen")
@requires(Permission.EDITION_EDIT)
def edition_reopen_now() -> ResponseReturnValue:
    """Open the edition again."""
    editions.reopen(g.edition, by=account().email)
    flash(_("The edition is open again."), "success")
    return redirect(url_for("organiser.edition"))


def _copy(form: CopyForm) -> str:
    """Make the copy and return its slug; nothing when it cannot be, which stands beside the field then."""
    try:
        fresh = editions.copy_edition(
            g.edition,
            slug=form.slug.data,
            number=form.number.data,
            theme=form.theme.text,
            starts_on=form.starts_on.data,
            ends_on=form.ends_on.data,
            by=account().email,
        )
    except SlugTaken as answer:
        form.refuse(answer)
        return ""
    except DatesOutOfOrder as answer:
        form.ends_on.errors = [refusal(answer)]
        return ""
    return fresh.slug
