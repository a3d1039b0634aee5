"""“Send me my link again”: always the same answer, so that nobody learns who has written to us."""

from flask import g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from biblionet_reg.services import my_links
from biblionet_reg.web.access import keeps_answers, public
from biblionet_reg.web.author.blueprint import bp
from biblionet_reg.web.forms.my_link import MyLinkForm


@bp.route("/my/link", methods=["GET", "POST"])
@keeps_answers
@public
def send_my_link() -> ResponseReturnValue:
    """Ask for one's personal links by e-mail address."""
    form = MyLinkForm()
    if form.validate_on_submit():
        my_links.send_again(g.edition, form.email.data)
        return redirect(url_for("author.my_link_sent"))
    return render_template("author/link.html", form=form), 422 if form.errors else 200


@bp.get("/my/link/sent")
@public
def my_link_sent() -> str:
    """Say what happens now, whether or not the address has anything here."""
    return render_template("author/link_sent.html")
