"""The front page of an edition."""

from flask import g, render_template

from biblionet_reg.web.access import public
from biblionet_reg.web.public.blueprint import bp


@bp.get("/")
@public
def edition() -> str:
    """The edition: theme, host, dates, subtopics, deadlines, the two calls to action."""
    return render_template("public/edition.html", edition=g.edition)
