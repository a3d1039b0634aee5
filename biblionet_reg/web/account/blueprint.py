"""The pages of staff accounts."""

from flask import Blueprint

bp = Blueprint("account", __name__, url_prefix="/<lang:lang>/account")
