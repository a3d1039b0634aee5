"""The archive: every edition of this installation."""

from flask import Blueprint, Response, render_template

from biblionet_reg.queries import editions as queries
from biblionet_reg.web.access import public
from biblionet_reg.web.revisits import revisited

bp = Blueprint("archive", __name__, url_prefix="/<lang:lang>")


@bp.get("/editions")
@public
def editions() -> Response:
    """All editions, the latest first, with the way to each and to its programme."""
    return revisited(render_template("public/editions.html", shelf=queries.all_with_programme()))
