"""The door of the bundles: kept for good by browsers under the mark of what they hold."""

from flask import Blueprint, Response, abort, request

from biblionet_reg.web.access import public
from biblionet_reg.web.bundle_lists import BUNDLES
from biblionet_reg.web.bundles import bundle_mark, bundle_text
from biblionet_reg.web.revisits import FOR_GOOD

bp = Blueprint("bundles", __name__)

_TYPES = {"css": "text/css", "js": "text/javascript"}


@bp.get("/bundles/<string:name>.<any(css,js):language>")
@public
def bundle(name: str, language: str) -> Response:
    """A bundle; asked for under another mark than its own (by a page from before or after a change), it is not kept."""
    whole = f"{name}.{language}"
    if whole not in BUNDLES:
        abort(404)
    answer = Response(bundle_text(whole), mimetype=_TYPES[language])
    answer.headers["Cache-Control"] = FOR_GOOD if request.args.get("v") == bundle_mark(whole) else "no-cache"
    answer.add_etag()
    answer.make_conditional(request)
    return answer
