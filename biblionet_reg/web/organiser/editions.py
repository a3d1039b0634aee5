"""The settings of an edition: one page that shows them, one form a section."""

from flask import flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from biblionet_reg.domain.edition_changes import LimitBelowRegistered
from biblionet_reg.domain.edition_dates import DatesOutOfOrder
from biblionet_reg.domain.edition_parts import PartKind
from biblionet_reg.domain.permissions import Permission
from biblionet_reg.i18n import gettext as _
from biblionet_reg.services import editions
from biblionet_reg.web.access import account, keeps_answers, requires
from biblionet_reg.web.forms.edition import FORMS, Section
from biblionet_reg.web.forms.edition_details import DetailsForm
from biblionet_reg.web.organiser.blueprint import bp
from biblionet_reg.web.organiser.edition_words import section_title
from biblionet_reg.web.organiser.while_open import while_open

_SECTIONS = ",".join(section.value for section in Section)


@bp.get("/edition")
@requires(Permission.EDITION_EDIT)
def edition() -> str:
    """Everything that is set, with the ways to change it."""
    return render_template("organiser/edition/overview.html", parts=list(PartKind))


@bp.route(f"/edition/<any({_SECTIONS}):section>", methods=["GET", "POST"])
@keeps_answers
@requires(Permission.EDITION_EDIT)
@while_open
def edition_section(section: str) -> ResponseReturnValue:
    """Change one section of the settings."""
    chosen = Section(section)
    form = FORMS[chosen].of(g.edition)
    if form.validate_on_submit() and _save(form):
        flash(_("The changes are saved."), "success")
        return redirect(url_for("organiser.edition"))
    title = section_title(chosen)
    return render_template("organiser/edition/section.html", form=form, title=title), 422 if form.errors else 200


def _save(form: DetailsForm) -> bool:
    """Save the section, or say beside its field why not."""
    try:
        editions.update_details(g.edition, by=account().email, **form.changes(g.edition))
    except (DatesOutOfOrder, LimitBelowRegistered) as answer:
        form.refuse(answer)
        return False
    return True
