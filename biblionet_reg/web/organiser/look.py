"""How an edition looks: its colour, emblem and cover, with a picture of what they make."""

from flask import flash, g, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from biblionet_reg.domain.colour import is_colour
from biblionet_reg.domain.permissions import Permission
from biblionet_reg.domain.picture import COVER_BYTES, EMBLEM_BYTES, PictureRefused, PictureUse
from biblionet_reg.i18n import gettext as _
from biblionet_reg.services import edition_look, pictures, uploads
from biblionet_reg.web.access import account, keeps_answers, requires
from biblionet_reg.web.forms.look import LookForm
from biblionet_reg.web.organiser.blueprint import bp
from biblionet_reg.web.organiser.while_open import while_open
from biblionet_reg.wording import refusal

_USES = ",".join(use.value for use in PictureUse)
#: How much larger than the pictures that are taken a request may be, so that one that is not still gets its sentence.
_ROOM = 5
_TAKEN_DOWN = "picture_taken_down"


@bp.route("/edition/look", methods=["GET", "POST"], endpoint="edition_look")
@keeps_answers
@requires(Permission.EDITION_EDIT)
@while_open
def look() -> ResponseReturnValue:
    """Change the colour, the emblem and the cover."""
    request.max_content_length = _ROOM * (COVER_BYTES + EMBLEM_BYTES)
    form = LookForm.of(g.edition)
    if form.validate_on_submit() and _save(form):
        session.pop(_TAKEN_DOWN, None)
        flash(_("The changes are saved."), "success")
        return redirect(url_for("organiser.edition_look"))
    colour = form.colour.data if is_colour(form.colour.data or "") else g.edition.colour
    limits = {"emblem_bytes": EMBLEM_BYTES, "cover_mb": COVER_BYTES // 1024 // 1024}
    page = render_template("organiser/edition/look.html", form=form, colour=colour, taken_down=_taken_down(), **limits)
    return page, 422 if form.errors else 200


@bp.post(f"/edition/look/<any({_USES}):use>/remove")
@requires(Permission.EDITION_EDIT)
@while_open
def remove_picture(use: str) -> ResponseReturnValue:
    """Take a picture from the edition; the page offers to put it back."""
    key = edition_look.take_down(g.edition, PictureUse(use), by=account().email)
    if key:
        session[_TAKEN_DOWN] = {"use": use, "key": key, "edition": g.edition.slug}
    return redirect(url_for("organiser.edition_look"))


@bp.post(f"/edition/look/<any({_USES}):use>/restore")
@requires(Permission.EDITION_EDIT)
@while_open
def restore_picture(use: str) -> ResponseReturnValue:
    """Put back the picture that was taken down last."""
    taken = session.pop(_TAKEN_DOWN, None) or {}
    try:
        edition_look.dress(g.edition, by=account().email, kept={PictureUse(use): taken.get("key", "")})
    except PictureRefused as answer:
        flash(refusal(answer), "error")
    else:
        flash(_("The picture is back."), "success")
    return redirect(url_for("organiser.edition_look"))


def _save(form: LookForm) -> bool:
    """Save the look, or say beside its field why not."""
    words = {"cover_alt": form.cover_alt.text, "cover_credit": form.cover_credit.text}
    try:
        edition_look.dress(g.edition, by=account().email, kept=form.kept_keys(), colour=form.colour.data, **words)
    except PictureRefused as answer:
        form.refuse(answer)
        return False
    return True


def _taken_down() -> dict[str, str] | None:
    """Return what was taken down here last, while it can be put back in its empty place."""
    taken: dict[str, str] | None = session.get(_TAKEN_DOWN)
    if taken is None or taken["edition"] != g.edition.slug or pictures.mark_of(g.edition, PictureUse(taken["use"])):
        return None
    return taken if uploads.pending(taken["key"]) else None
