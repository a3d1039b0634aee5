"""Signing in: by password, or by a one-time link whose page asks for one press."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_security import login_user, logout_user

from biblionet_reg.queries import editions
from biblionet_reg.services import accounts
from biblionet_reg.web.access import account, keeps_answers, public, signed_in
from biblionet_reg.web.account.blueprint import bp
from biblionet_reg.web.forms.sign_in import SignInForm
from biblionet_reg.web.navigation import work_entrance


@bp.route("/sign-in", methods=["GET", "POST"])
@keeps_answers
@public
def sign_in() -> ResponseReturnValue:
    """Sign in with e-mail address and password."""
    form = SignInForm()
    if form.validate_on_submit():
        found = accounts.with_password(form.email.data, form.password.data)
        if found is not None:
            login_user(found)
            return redirect(own_path(form.next.data) or url_for("account.home"))
        form.refuse_pair()
    if request.method == "GET":
        form.next.data = request.args.get("next", "")
    return render_template("account/sign_in.html", form=form), 422 if form.errors else 200


@bp.get("/link/<token>")
@public
def follow_link(token: str) -> str:
    """Ask for the press that signs in: following a link changes nothing yet."""
    return render_template("account/link.html", token=token)


@bp.post("/link/<token>")
@public
def spend_link(token: str) -> ResponseReturnValue:
    """Sign in by the one-time link."""
    found = accounts.spend_sign_in_link(token)
    if found is None:
        return render_template("account/link_spent.html"), 410
    login_user(found)
    return redirect(url_for("account.home"))


@bp.get("/")
@signed_in
def home() -> str:
    """Own account: the editions and roles it has, and the ways to them."""
    who = account()
    entrances = [(edition, roles, work_entrance(edition, roles)) for edition, roles in editions.with_roles_of(who.id)]
    return render_template("account/home.html", account=who, entrances=entrances)


@bp.post("/sign-out")
@signed_in
def sign_out() -> ResponseReturnValue:
    """Sign out."""
    logout_user()
    return redirect(url_for("account.sign_in"))


def own_path(target: str | None) -> str | None:
    """Return `target` if it is a path of this site, else None (no open redirect)."""
    if target and target.startswith("/") and not target.startswith(("//", "/\\")):
        return target.rstrip("?")
    return None
