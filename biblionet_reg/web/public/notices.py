"""Notices that belong to the installation: personal data, accessibility."""

from flask import Blueprint, render_template

from biblionet_reg.web.access import public

bp = Blueprint("notices", __name__, url_prefix="/<lang:lang>")


@bp.get("/privacy")
@public
def privacy() -> str:
    """What personal data is kept, why, who sees it, how long, and everybody's rights."""
    return render_template("public/privacy.html")


@bp.get("/accessibility")
@public
def accessibility() -> str:
    """What these pages promise to readers of every kind, and whom to tell of a barrier."""
    return render_template("public/accessibility.html")
