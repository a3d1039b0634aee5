"""Who has which role in this edition: inviting, taking a role away (and giving it back), a fresh one-time link."""

from flask import abort, current_app, flash, g, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue

from biblionet_reg.domain.permissions import LastAdministrator, Permission, StaffRole
from biblionet_reg.i18n import gettext as _
from biblionet_reg.models.account import StaffAccount
from biblionet_reg.queries.accounts import by_email, roles_in, staff_of
from biblionet_reg.services import accounts, links
from biblionet_reg.web.access import account, keeps_answers, requires
from biblionet_reg.web.forms.staff import InviteForm, RoleForm
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
        invited, token = accounts.invite(
            form.email.data, name=form.name.data, roles=form.chosen_roles(), edition=g.edition, by=account()
        )
        _show_once(invited, token)
        return redirect(url_for("organiser.accounts"))
    return render_template("organiser/accounts/invite.html", form=form), 422 if form.errors else 200


@bp.post("/accounts/link")
@requires(Permission.EDITION_EDIT)
def fresh_link() -> ResponseReturnValue:
    """Make a fresh one-time link for somebody of this edition."""
    one, _role = _named_account(with_role=False)
    if not accounts.may_open(account(), one):
        abort(403)
    _show_once(one, links.mint_sign_in(one))
    return redirect(url_for("organiser.accounts"))


@bp.post("/accounts/remove-role")
@requires(Permission.EDITION_EDIT)
def remove_role() -> ResponseReturnValue:
    """Take a role away; the next page offers to give it back."""
    one, role = _named_account()
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
    one, role = _named_account(of_edition=False)
    accounts.grant_role(one.email, name=one.name, role=role, edition=g.edition, by=account().email)
    flash(_("%(name)s has the role “%(role)s” again.", name=one.name, role=label(role)), "success")
    return redirect(url_for("organiser.accounts"))
