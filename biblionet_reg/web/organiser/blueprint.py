"""The organisers' working area."""

from flask import Blueprint

bp = Blueprint("organiser", __name__, url_prefix="/<lang:lang>/<slug:edition>/organiser")
