"""The meeting, and each of its presentations, for a calendar."""

from urllib.parse import urlsplit

from flask import Response, abort, current_app, g, url_for

from biblionet_reg.exports.meeting_ical import MeetingDays, meeting_calendar
from biblionet_reg.exports.presentation_ical import PresentationTime, presentation_calendar
from biblionet_reg.models.edition import Edition
from biblionet_reg.queries import programme_versions as versions
from biblionet_reg.queries.programme_versions import Place, Version
from biblionet_reg.shown.texts import say
from biblionet_reg.web.access import public
from biblionet_reg.web.downloads import name_file
from biblionet_reg.web.public.blueprint import bp
from biblionet_reg.web.revisits import revisited
from biblionet_reg.wording.meeting import meeting_name


@bp.get("/meeting.ics")
@public
def meeting_ics() -> Response:
    """The days of the meeting as an event, in the language of the address."""
    answer = revisited(meeting_calendar(_days_of(g.edition)), mimetype="text/calendar")
    name_file(answer, "attachment", f"{meeting_name(g.edition)}.ics", plain=f"meeting-{g.edition.slug}.ics")
    return answer


@bp.get("/presentations/<submission_code:code>.ics")
@public
def presentation_ics(code: str) -> Response:
    """One presentation of the newest version as an event, in the language of the address."""
    version = versions.latest(g.edition) or abort(404)
    place = versions.published(version).presentations.get(code) or abort(404)
    answer = revisited(presentation_calendar(_time_of(place, version)), mimetype="text/calendar")
    name_file(answer, "attachment", f"{say(place.item.title)}.ics", plain=f"{g.edition.slug}-{code}.ics")
    return answer


def _days_of(edition: Edition) -> MeetingDays:
    return MeetingDays(
        uid=f"edition-{edition.slug}@{_site()}",
        name=f"{meeting_name(edition)}: {say(edition.theme)}",
        place=", ".join(_where(edition)),
        address=f"{_base()}{url_for('public.edition')}",
        starts_on=edition.starts_on,
        ends_on=edition.ends_on,
        changed_at=edition.updated_at,
    )


def _time_of(place: Place, version: Version) -> PresentationTime:
    item = place.item
    withdrawn_at = versions.withdrawn_at(item.code, version, g.edition)
    return PresentationTime(
        uid=f"presentation-{item.code}@{_site()}",
        name=say(item.title),
        place=", ".join(filter(None, [say(place.session.room), *_where(g.edition)])),
        address=f"{_base()}{url_for('public.presentation', code=item.code)}",
        starts_at=item.starts_at,
        ends_at=item.ends_at,
        changed_at=withdrawn_at or version.published_at,
        is_withdrawn=withdrawn_at is not None,
    )


def _where(edition: Edition) -> list[str]:
    """Return the house and the town; a house that is only an example is left out."""
    house = "" if "venue_name" in edition.examples else say(edition.venue_name)
    return [one for one in (house, say(edition.host_place)) if one]


def _base() -> str:
    return str(current_app.extensions["settings"].base_url)


def _site() -> str:
    """Return the host name of the site, which no other site's events have."""
    return urlsplit(_base()).hostname or ""
