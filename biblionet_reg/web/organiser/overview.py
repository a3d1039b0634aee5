"""The organisers' first page."""

from zoneinfo import ZoneInfo

from flask import g, render_template

from biblionet_reg import clock
from biblionet_reg.domain.permissions import Permission
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.queries.overview import STANDING, overview_of
from biblionet_reg.web.access import account, requires
from biblionet_reg.web.organiser import charts
from biblionet_reg.web.organiser.blueprint import bp
from biblionet_reg.web.organiser.waiting import tasks
from biblionet_reg.web.public.important_dates import important_dates


@bp.get("/")
@requires(Permission.OVERVIEW_READ)
def overview() -> str:
    """What waits, the dates, and the edition in numbers and charts."""
    now = clock.now()
    told = overview_of(g.edition, account())
    return render_template(
        "organiser/overview.html",
        stops=important_dates(g.edition, now),
        today=now.astimezone(ZoneInfo(g.edition.time_zone)).date(),
        tasks=tasks(told),
        numbers=told,
        states=STANDING,
        left_out=told.by_state[SubmissionState.WITHDRAWN],
        told_states=(SubmissionState.ACCEPTED, SubmissionState.WITHDRAWN),
        looks=charts.LOOKS,
        growth=charts.growth(told, g.edition, now),
        papers=charts.paper_bars(told.by_subtopic),
        towns=charts.towns_drawn(told.counted.towns),
        reviewed=charts.bars(enumerate(told.for_reader.reviews.by_reviews)),
        reviewers=charts.reviewer_bars(told),
    )
