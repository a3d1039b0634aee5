"""Own account: the ways to the editions, the language, the password."""

from flask import flash, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue

from biblionet_reg.domain.language import Lang
from biblionet_reg.i18n import gettext as _
from biblionet_reg.queries.accounts import editions_of
from biblionet_reg.services import accounts
from biblionet_reg.web.access import account, keeps_answers, signed_in
from biblionet_reg.web.account.blueprint import bp
from biblionet_reg.web.account.sign_in import Way, open_visit
from biblionet_reg.web.forms.staff import PASSWORD_LENGTH, LanguageForm, PasswordForm
from biblionet_reg.web.navigation import work_entrance


@bp.get("/")
@signed_in
def home() -> str:
    """The editions and roles the account has, and the ways to them."""
    entrances = [(one.edition, one.roles, work_entrance(one.edition, one.roles)) for one in editions_of(account())]
    return render_template("account/home.html", account=account(), entrances=entrances, language=LanguageForm.of(account().language))


@bp.post("/language")
@signed_in
def choose_language() -> ResponseReturnValue:
    """Choose the language in which the account's pages begin."""
    form = LanguageForm.of(account().language)
    if not form.validate():
        return redirect(url_for("account.home"))
    chosen = Lang(form.language.data)
    accounts.set_language(account(), chosen)
    return redirect(url_for("account.home", lang=chosen))


@bp.route("/password", methods=["GET", "POST"])
@keeps_answers
@signed_in
def password() -> ResponseReturnValue:
    """Set or change the own password; every other browser is signed out."""
    form = PasswordForm()
    way = session.get("signed_in_by")
    if way == Way.LINK or not account().password:
        del form.current
    if form.validate_on_submit():
        if "current" in form and accounts.with_password(account().email, form.current.data) is None:
            form.refuse_current()
        else:
            accounts.set_password(account(), form.password.data, by=account().email)
            open_visit(account(), Way.PASSWORD)
            flash(_("Your password is set. Sign in with it from now on."), "success")
            return redirect(url_for("account.home"))
    return render_template("account/password.html", form=form, length=PASSWORD_LENGTH), 422 if form.errors else 200
