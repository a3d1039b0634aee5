"""Who presents: everybody of the published programme, and one person."""

from flask import Response, abort, g, render_template
from markupsafe import Markup

from biblionet_reg.queries import programme_versions as versions
from biblionet_reg.queries.programme_versions import Version
from biblionet_reg.web.access import public
from biblionet_reg.web.kept import kept_here
from biblionet_reg.web.public.blueprint import bp
from biblionet_reg.web.public.linked_data import person_data
from biblionet_reg.web.public.presenters import presenters
from biblionet_reg.web.revisits import marked, revisited

_KEPT = 6


@bp.get("/people")
@public
def people() -> Response:
    """Everybody who presents in the newest version, in the reader's alphabet."""
    version = versions.latest(g.edition)
    if version is None:
        return revisited(render_template("public/people_none.html"))
    withdrawn = versions.withdrawn_since(version, g.edition)

    def render() -> str:
        return render_template("public/people.html", letters_html=_letters(version, withdrawn), demo_is_shown=version.is_demo)

    return marked(render, "people", version.id, version.published_at, withdrawn)


def _letters(version: Version, withdrawn: tuple[str, ...]) -> Markup:
    """Return the index as HTML, made once in each language until something is withdrawn or the edition changes."""
    key = (version.id, version.published_at, withdrawn, g.lang, g.edition.slug, g.edition.updated_at)

    def make() -> Markup:
        facts = {"letters": presenters(versions.published(version), g.lang), "withdrawn": withdrawn}
        page = render_template("public/people_letters.html", **facts)
        return Markup(page)  # noqa: S704 - our own template, escaped as it was made

    return kept_here("people_pages", _KEPT, key, make)


@bp.get("/people/<person_code:code>")
@public
def person(code: str) -> Response:
    """One author and their presentations in the newest version."""
    version = versions.latest(g.edition) or abort(404)
    author, places = versions.published(version).people.get(code) or abort(404)
    withdrawn = versions.withdrawn_since(version, g.edition)

    def render() -> str:
        facts = {"author": author, "places": places, "withdrawn": withdrawn, "time_zone": g.edition.time_zone}
        return render_template("public/person.html", **facts, data=person_data(author, places), demo_is_shown=version.is_demo)

    return marked(render, version.id, version.published_at, code, withdrawn)
