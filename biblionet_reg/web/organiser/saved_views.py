"""Views of lists that one keeps under names of one's own: saved from a list, renamed, removed and brought back."""

from uuid import UUID

from flask import abort, flash, g, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.list_columns import ListNoun
from biblionet_reg.i18n import gettext as _
from biblionet_reg.models.saved_view import SavedView
from biblionet_reg.queries.saved_views import view_by_key, views_of
from biblionet_reg.services import saved_views
from biblionet_reg.shown.texts import typed_text
from biblionet_reg.web.access import account, keeps_answers, may, signed_in
from biblionet_reg.web.forms.base import clean
from biblionet_reg.web.forms.saved_view import SavedViewForm
from biblionet_reg.web.organiser.blueprint import bp
from biblionet_reg.web.organiser.list_forms import READERS, form_of, kept_query, list_address, query_of
from biblionet_reg.wording import refusal

_LISTS = ",".join(f'"{noun.value}"' for noun in ListNoun)
_REMOVED = "removed_view"


@bp.get("/saved-views", endpoint="saved_views")
@signed_in
def listed() -> str:
    """All views one has in this edition; one just removed can be brought back."""
    kept = views_of(account(), g.edition)
    by_list = {noun: [(view, list_address(noun, view.query)) for view in kept if view.list is noun] for noun in ListNoun}
    removed = session.pop(_REMOVED, None)
    return render_template("organiser/saved_views/list.html", by_list=by_list, removed=removed)


@bp.route(f"/saved-views/<any({_LISTS}):noun>/save", methods=["GET", "POST"])
@keeps_answers
@signed_in
def save_view(noun: str) -> ResponseReturnValue:
    """Name a list as it now stands; how it is filtered stands in the address."""
    of = ListNoun(noun)
    if not may(READERS[of]):
        abort(403)
    filters_form, form = form_of(of, request.args), SavedViewForm()
    query = query_of(filters_form)
    if form.validate_on_submit():
        try:
            saved_views.save(account(), g.edition, of, name=form.name.data, query=query)
        except Refusal as answer:
            form.refuse(answer)
        else:
            flash(_("The view “%(name)s” is saved.", name=typed_text(form.name.data)), "success")
            return redirect(list_address(of, query))
    page = render_template(
        "organiser/saved_views/save.html", form=form, noun=of, filters_form=filters_form, back=list_address(of, query), query=query
    )
    return page, 422 if form.errors else 200


@bp.route("/saved-views/<uuid:key>/rename", methods=["GET", "POST"])
@keeps_answers
@signed_in
def rename_view(key: UUID) -> ResponseReturnValue:
    """Call a view otherwise."""
    view = _view_here(key)
    form = SavedViewForm(data={"name": view.name})
    if form.validate_on_submit():
        try:
            saved_views.rename(view, form.name.data)
        except Refusal as answer:
            form.refuse(answer)
        else:
            flash(_("The changes are saved."), "success")
            return redirect(url_for("organiser.saved_views"))
    return render_template("organiser/saved_views/rename.html", form=form), 422 if form.errors else 200


@bp.post("/saved-views/<uuid:key>/remove")
@signed_in
def remove_view(key: UUID) -> ResponseReturnValue:
    """Forget a view; the next page offers to bring it back."""
    view = _view_here(key)
    session[_REMOVED] = {"list": view.list.value, "name": view.name, "query": view.query}
    saved_views.remove(view)
    return redirect(url_for("organiser.saved_views"))


@bp.post(f"/saved-views/<any({_LISTS}):noun>/restore")
@signed_in
def restore_view(noun: str) -> ResponseReturnValue:
    """Bring back a view that was just removed."""
    of, form = ListNoun(noun), SavedViewForm()
    if not form.validate():
        abort(400)
    try:
        saved_views.save(account(), g.edition, of, name=form.name.data, query=kept_query(of, clean(request.form.get("query", ""))))
    except Refusal as answer:
        flash(refusal(answer), "error")
    else:
        flash(_("The view “%(name)s” is back.", name=typed_text(form.name.data)), "success")
    return redirect(url_for("organiser.saved_views"))


def _view_here(key: UUID) -> SavedView:
    """Return a view of one's own, or answer 404."""
    return view_by_key(account(), g.edition, key) or abort(404)
