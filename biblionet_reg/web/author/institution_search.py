"""The known institutions that have what was typed, for the search above their list in a form."""

from flask import Response, jsonify, request

from biblionet_reg.web.access import public
from biblionet_reg.web.author.blueprint import bp
from biblionet_reg.web.forms.institution_search import found_by

_FOR_A_MINUTE = "private, max-age=60"


@bp.get("/institutions")
@public
def find_institutions() -> Response:
    """Answer with the institutions that the words typed find, the best first; nothing typed finds nothing."""
    answer = jsonify(found_by(request.args.get("q", "")))
    answer.headers["Cache-Control"] = _FOR_A_MINUTE
    return answer
