"""The front page of an edition."""

from flask import Response, g, render_template

from biblionet_reg import clock
from biblionet_reg.models.edition import Edition
from biblionet_reg.queries.registrations import taken
from biblionet_reg.web.access import public
from biblionet_reg.web.public.blueprint import bp
from biblionet_reg.web.public.important_dates import important_dates
from biblionet_reg.web.revisits import revisited


@bp.get("/")
@public
def edition() -> Response:
    """The edition: theme, host, dates, subtopics, deadlines, the two calls to action."""
    stops = important_dates(g.edition, clock.now())
    return revisited(render_template("public/edition.html", edition=g.edition, stops=stops, is_full=_is_full(g.edition)))


def _is_full(edition: Edition) -> bool:
    """Say whether every place is taken; the places are counted only where they are limited."""
    return edition.participant_limit is not None and taken(edition) >= edition.participant_limit
