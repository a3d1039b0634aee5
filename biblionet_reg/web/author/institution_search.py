"""The known institutions that have what was typed, for the search above their list in a form."""

from flask import Response, jsonify, request

from biblionet_reg.domain.search import TEXT_LIMIT
from biblionet_reg.queries import institutions
from biblionet_reg.web.access import public
from biblionet_reg.web.author.blueprint import bp
from biblionet_reg.web.forms.base import clean
from biblionet_reg.web.forms.institution_choice import choice_key, choice_words

_FOR_A_MINUTE = "private, max-age=60"


@bp.get("/institutions")
@public
def find_institutions() -> Response:
    """Answer with the choices that the words typed find, the best first; nothing typed finds nothing."""
    typed = clean(request.args.get("q", "")[:TEXT_LIMIT])
    found = institutions.search(typed) if typed else []
    answer = jsonify([{"key": choice_key(one), "words": choice_words(one)} for one in found])
    answer.headers["Cache-Control"] = _FOR_A_MINUTE
    return answer
