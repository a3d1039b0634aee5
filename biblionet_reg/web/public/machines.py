"""Addresses for machines."""

from flask import Blueprint
from sqlalchemy.exc import SQLAlchemyError

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
def readyz() -> tuple[dict[str, str], int]:
    """The database answers too; 503 while it does not."""
    try:
        readiness.ask_the_database()
    except SQLAlchemyError:
        return {"status": "the database does not answer"}, 503
    return {"status": "ready"}, 200
