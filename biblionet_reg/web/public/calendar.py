"""The meeting for a calendar."""

from urllib.parse import urlsplit

from flask import Response, current_app, g, url_for

from biblionet_reg.exports.meeting_ical import MeetingDays, meeting_calendar
from biblionet_reg.models.edition import Edition
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


def _days_of(edition: Edition) -> MeetingDays:
    base = current_app.extensions["settings"].base_url
    house = [] if "venue_name" in edition.examples else [say(edition.venue_name)]
    return MeetingDays(
        uid=f"edition-{edition.slug}@{urlsplit(base).hostname}",
        name=f"{meeting_name(edition)}: {say(edition.theme)}",
        place=", ".join(filter(None, [*house, say(edition.host_place)])),
        address=f"{base}{url_for('public.edition')}",
        starts_on=edition.starts_on,
        ends_on=edition.ends_on,
        changed_at=edition.updated_at,
    )
