"""Who has which role in this edition: inviting, taking a role away (and giving it back), a fresh one-time link."""

from collections.abc import Mapping

from flask import abort, current_app, flash, g, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from biblionet_reg.domain.permissions import LastAdministrator, Permission, StaffRole, permissions_of
from biblionet_reg.i18n import gettext as _
from biblionet_reg.models.account import StaffAccount
from biblionet_reg.queries.accounts import by_email, roles_in, staff_of
from biblionet_reg.services import accounts, links
from biblionet_reg.web.access import account, keeps_answers, requires
from biblionet_reg.web.forms.base import clean
from biblionet_reg.web.forms.staff import InviteForm
from biblionet_reg.web.organiser.blueprint import bp
from biblionet_reg.wording import label, refusal

_NEW_LINK, _REMOVED = "new_sign_in_link", "removed_role"


@bp.get("/accounts", endpoint="accounts")
@requires(Permission.EDITION_EDIT)
def listed() -> str:
    """Staff of the edition. A link just made is shown this once; a role just taken can be given back."""
    staff = [(one, roles_in(one, g.edition), accounts.may_open(account(), one)) for one in staff_of(g.edition)]
    return render_template(
        "organiser/accounts/list.html",
        staff=staff,
        new_link=session.pop(_NEW_LINK, None),
        removed=session.pop(_REMOVED, None),
        demo_is_shown=any(one.is_demo for one, _roles, _may in staff),
    )


@bp.route("/accounts/invite", methods=["GET", "POST"])
@keeps_answers
@requires(Permission.EDITION_EDIT)
def invite() -> ResponseReturnValue:
    """Give somebody roles; who has no account yet gets one."""
    form = InviteForm.empty()
    if form.validate_on_submit():
        invited, token = accounts.invite(form.email.data, name=form.name.data, roles=form.chosen_roles(), edition=g.edition, by=account())
        _show_once(invited, token)
        return redirect(url_for("organiser.accounts"))
    return render_template("organiser/accounts/invite.html", form=form), 422 if form.errors else 200


@bp.post("/accounts/link")
@requires(Permission.EDITION_EDIT)
def fresh_link() -> ResponseReturnValue:
    """Make a fresh one-time link for somebody of this edition."""
    one = _named_account()
    if not accounts.may_open(account(), one):
        abort(403)
    _show_once(one, links.mint_sign_in(one))
    return redirect(url_for("organiser.accounts"))


@bp.post("/accounts/remove-role")
@requires(Permission.EDITION_EDIT)
def remove_role() -> ResponseReturnValue:
    """Take a role away; the next page offers to give it back."""
    one, role = _named_account(), _named_role()
    try:
        if accounts.remove_role(one, role, edition=g.edition, by=account().email):
            session[_REMOVED] = {"email": one.email, "name": one.name, "role": role.value, "words": label(role)}
    except LastAdministrator as answer:
        flash(refusal(answer), "error")
    return redirect(_after_change(one))


@bp.post("/accounts/restore-role")
@requires(Permission.EDITION_EDIT)
def restore_role() -> ResponseReturnValue:
    """Give back a role that was just taken away."""
    one, role = _account_at(request.form), _named_role()
    accounts.grant_role(one.email, name=one.name, role=role, edition=g.edition, by=account().email)
    flash(_("%(name)s has the role “%(role)s” again.", name=one.name, role=label(role)), "success")
    return redirect(url_for("organiser.accounts"))


def _named_account() -> StaffAccount:
    """Return the account the form names, if it has a role in this edition, or answer 404."""
    one = _account_at(request.form)
    return one if roles_in(one, g.edition) else abort(404)


def _account_at(answers: Mapping[str, str]) -> StaffAccount:
    return by_email(clean(answers.get("email", ""))) or abort(404)


def _named_role() -> StaffRole:
    """Return the role the form names, or answer 404."""
    named = request.form.get("role", "")
    return StaffRole(named) if named in set(StaffRole) else abort(404)


def _show_once(one: StaffAccount, token: str | None) -> None:
    """Keep the link for the next page alone; whoever may not open the account gets none."""
    if token is None:
        flash(_("%(name)s already has an account and signs in as before.", name=one.name), "success")
        return
    base = current_app.extensions["settings"].base_url
    address = base + url_for("account.follow_link", token=token, lang=one.language)
    session[_NEW_LINK] = {"name": one.name, "email": one.email, "address": address}


def _after_change(one: StaffAccount) -> str:
    """Return where to go on: whoever took their own right away has no page here any more."""
    still_may = one != account() or Permission.EDITION_EDIT in permissions_of(roles_in(one, g.edition))
    return url_for("organiser.accounts" if still_may else "account.home")
