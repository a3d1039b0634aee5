"""The pages of participants and authors."""

from flask import Blueprint

bp = Blueprint("author", __name__, url_prefix="/<lang:lang>/<slug:edition>")
