"""Signing in: by password, or by a one-time link whose page asks for one press; signing out."""

import re
from enum import StrEnum

from flask import redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_security import login_user, logout_user

from biblionet_reg.domain.letter import LinkScope
from biblionet_reg.models.account import StaffAccount
from biblionet_reg.services import accounts, links
from biblionet_reg.web.access import keeps_answers, public, signed_in
from biblionet_reg.web.account.blueprint import bp
from biblionet_reg.web.forms.sign_in import SignInForm

# A path of this site and nothing that a browser could read as another host.
_OWN_PATH = re.compile(r"/(?![/\\])[^\s\\\x00-\x1f\x7f]*")


class Way(StrEnum):
    """How this visit was opened; a link spares asking for a password that may be forgotten."""

    PASSWORD = "password"  # noqa: S105 - the name of a way
    LINK = "link"


@bp.route("/sign-in", methods=["GET", "POST"])
@keeps_answers
@public
def sign_in() -> ResponseReturnValue:
    """Sign in with e-mail address and password; a guesser is stopped for a while."""
    form = SignInForm()
    if form.validate_on_submit():
        found = accounts.enter(form.email.data, form.password.data)
        if found is not None:
            open_visit(found, Way.PASSWORD)
            return redirect(own_path(form.next.data) or home_of(found))
        form.refuse_pair()
    if request.method == "GET":
        form.next.data = request.args.get("next", "")
    return render_template("account/sign_in.html", form=form), 422 if form.errors else 200


@bp.get("/link/<string:token>")
@public
def follow_link(token: str) -> ResponseReturnValue:
    """Ask for the press that signs in: following a link changes nothing yet."""
    if links.find(token, LinkScope.SIGN_IN) is None:
        return render_template("account/link_spent.html"), 410
    return render_template("account/link.html", token=token)


@bp.post("/link/<string:token>")
@public
def spend_link(token: str) -> ResponseReturnValue:
    """Sign in by the one-time link."""
    found = accounts.spend_sign_in_link(token)
    if found is None:
        return render_template("account/link_spent.html"), 410
    open_visit(found, Way.LINK)
    return redirect(home_of(found))


@bp.post("/sign-out")
@signed_in
def sign_out() -> ResponseReturnValue:
    """Sign out; nothing of the visit stays in the browser."""
    logout_user()
    session.clear()
    return redirect(url_for("account.sign_in"))


def open_visit(account: StaffAccount, way: Way) -> None:
    """Sign the account in; nothing of what the browser carried before is taken over."""
    session.clear()
    login_user(account)
    session["signed_in_by"] = way.value


def home_of(account: StaffAccount) -> str:
    """Return the account's own page, in its language."""
    return url_for("account.home", lang=account.language)


def own_path(target: str | None) -> str | None:
    """Return `target` if it is a path of this site, else None (no open redirect)."""
    return target.rstrip("?") if target and _OWN_PATH.fullmatch(target) else None
