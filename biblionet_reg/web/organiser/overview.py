"""The organisers' first page."""

from flask import g, render_template

from biblionet_reg.domain.permissions import Permission
from biblionet_reg.web.access import requires
from biblionet_reg.web.organiser.blueprint import bp


@bp.get("/")
@requires(Permission.OVERVIEW_READ)
def overview() -> str:
    """What waits, in numbers."""
    return render_template("organiser/overview.html", edition=g.edition)
