"""The organisers' first page."""

from flask import g, render_template

from biblionet_reg import clock
from biblionet_reg.domain.permissions import Permission
from biblionet_reg.queries.overview import overview_of
from biblionet_reg.web.access import account, requires
from biblionet_reg.web.organiser.blueprint import bp
from biblionet_reg.web.public.important_dates import important_dates


@bp.get("/")
@requires(Permission.OVERVIEW_READ)
def overview() -> str:
    """What waits, and the edition in numbers."""
    return render_template(
        "organiser/overview.html", numbers=overview_of(g.edition, account()), stops=important_dates(g.edition, clock.now())
    )
