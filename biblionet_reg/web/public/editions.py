"""The front page of an edition."""

from collections.abc import Hashable
from datetime import datetime

from flask import Response, g, render_template

from biblionet_reg import clock
from biblionet_reg.domain.edition import WindowStatus
from biblionet_reg.domain.edition_stage import Stage, stage_on
from biblionet_reg.domain.timetable_now import on_at
from biblionet_reg.models.edition import Edition
from biblionet_reg.queries import editions
from biblionet_reg.queries import programme_versions as versions
from biblionet_reg.queries.programme_versions import Version
from biblionet_reg.queries.registrations import taken
from biblionet_reg.web.access import public
from biblionet_reg.web.first_sight import facts as facts_of
from biblionet_reg.web.public.blueprint import bp
from biblionet_reg.web.public.important_dates import important_dates
from biblionet_reg.web.public.invitations import invitations
from biblionet_reg.web.public.linked_data import meeting_data
from biblionet_reg.web.public.venue import map_address
from biblionet_reg.web.revisits import drawn, revisited


@bp.get("/")
@public
def edition() -> Response:
    """The edition: what, where, when, for whom, what to do now; its idea, subtopics, place, news, contact."""
    now, here = clock.now(), g.edition
    stage = stage_on(clock.today(here.time_zone), starts_on=here.starts_on, ends_on=here.ends_on)
    version = versions.latest(here)
    following = editions.following(here) if stage is Stage.OVER else None
    facts: dict[str, Hashable] = {
        "stage": stage.value,
        "stops": tuple(important_dates(here, now)),
        "invited": tuple(invitations(here, now, stage, has_programme=version is not None, is_full=_is_full(here, now))),
        **(_on_now(version, now) if version and stage is Stage.MEETING else {}),
    }

    def render() -> str:
        more = {
            "timetable": versions.published(version).timetable if version else None,
            "following": following,
            "map_url": map_address(here),
        }
        return render_template("public/edition.html", data=meeting_data(here), **facts, **more)

    rows = facts_of((here, following) if following else (here,))
    return revisited(drawn("front", render, version, *facts.values(), rows))


def _on_now(version: Version, now: datetime) -> dict[str, Hashable]:
    return {
        "on": on_at(versions.published(version).timetable, now),
        "withdrawn": versions.withdrawn_since(version, g.edition),
        "today": clock.today(g.edition.time_zone),
    }


def _is_full(edition: Edition, now: datetime) -> bool:
    """Say whether every place is taken; the places are counted only while they are limited and given."""
    is_open = edition.registration.status(now) is WindowStatus.OPEN and not edition.closed_at
    return is_open and edition.participant_limit is not None and taken(edition) >= edition.participant_limit
