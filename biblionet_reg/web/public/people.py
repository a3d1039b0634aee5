"""A presenter of the published programme."""

from flask import Response, abort, g, render_template

from biblionet_reg.queries import programme_versions as versions
from biblionet_reg.web.access import public
from biblionet_reg.web.public.blueprint import bp
from biblionet_reg.web.revisits import marked


@bp.get("/people/<person_code:code>")
@public
def person(code: str) -> Response:
    """One author and their presentations in the newest version."""
    version = versions.latest(g.edition) or abort(404)
    author, places = versions.published(version).people.get(code) or abort(404)
    withdrawn = versions.withdrawn_since(version, g.edition)

    def render() -> str:
        facts = {"author": author, "places": places, "withdrawn": withdrawn, "time_zone": g.edition.time_zone}
        return render_template("public/person.html", **facts, demo_is_shown=version.is_demo)

    return marked(render, version.id, version.published_at, code, withdrawn)
