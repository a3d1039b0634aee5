"""The reviewers' working area."""

from flask import Blueprint

bp = Blueprint("reviewer", __name__, url_prefix="/<lang:lang>/<slug:edition>/reviewer")
