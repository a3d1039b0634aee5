"""The public pages of an edition."""

from flask import Blueprint

bp = Blueprint("public", __name__, url_prefix="/<lang:lang>/<slug:edition>")
