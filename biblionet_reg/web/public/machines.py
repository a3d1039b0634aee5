"""Addresses for machines."""

from flask import Blueprint

from biblionet_reg.services import readiness
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
    readiness.ask_the_database()
    return {"status": "ready"}
