"""Addresses for machines."""

from flask import Blueprint
from sqlalchemy import text

from biblionet_reg.extensions import db
from biblionet_reg.web.access import public

bp = Blueprint("machines", __name__)


@bp.get("/healthz")
@public
def healthz() -> dict[str, str]:
    """The process answers."""
    return {"status": "ok"}


@bp.get("/readyz")
@public
def readyz() -> dict[str, str]:
    """The database answers too."""
    db.session.execute(text("SELECT 1"))
    return {"status": "ready"}
