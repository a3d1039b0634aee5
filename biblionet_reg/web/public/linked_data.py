"""Facts of public pages for search engines and other programs: schema.org, as JSON-LD in a block of data that no browser runs.

What an edition only gives as an example is no fact, so it is left out.
"""

import json
from dataclasses import dataclass
from typing import Any

from flask import current_app, g, request, url_for
from markupsafe import Markup

from biblionet_reg.domain.edition import OrganiserRole
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.timetable import ListedAuthor
from biblionet_reg.models.edition import Edition
from biblionet_reg.queries.organisers import organisers_of
from biblionet_reg.queries.programme_versions import Place
from biblionet_reg.shown.institutions import where
from biblionet_reg.shown.names import person_name
from biblionet_reg.shown.texts import say
from biblionet_reg.web.assets import asset
from biblionet_reg.web.public.pictures import cover_of
from biblionet_reg.wording.meeting import meeting_name

Data = dict[str, Any]

_OUR_SIZE = (1200, 630)
_CONTEXT = {"@context": "https://schema.org"}
#: What would end the block, or begin another one, is written as JSON writes any character.
_ESCAPES = str.maketrans({"<": r"\u003c", ">": r"\u003e", "&": r"\u0026", "\u2028": r"\u2028", "\u2029": r"\u2029"})
_IN_PERSON = {"eventStatus": "https://schema.org/EventScheduled", "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode"}


@dataclass(frozen=True, slots=True)
class Shared:
    """A picture beside a shared link: its whole address, its size, what it shows."""

    address: str
    width: int
    height: int
    alt: str = ""


def data_block(data: Data) -> Markup:
    """Return `data` as the block for the head of a page."""
    text = json.dumps(_CONTEXT | _told(data), ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return Markup(f'<script type="application/ld+json">{text}</script>')  # noqa: S704 - whatever could end it has just been escaped


def meeting_data(edition: Edition) -> Data:
    """Return the meeting as an event."""
    return {
        "@type": "Event",
        "name": f"{meeting_name(edition)}: {say(edition.theme)}",
        "description": say(edition.meeting_kind),
        "startDate": edition.starts_on.isoformat(),
        "endDate": edition.ends_on.isoformat(),
        **_IN_PERSON,
        "location": _location(edition),
        "organizer": [
            {"@type": "Organization", "name": say(body.name)} for body in organisers_of(edition) if body.role is not OrganiserRole.PATRON
        ],
        "inLanguage": [lang.value for lang in Lang],
        "image": share_picture().address,
        "url": _whole(url_for("public.edition")),
    }


def presentation_data(place: Place, edition: Edition) -> Data:
    """Return a presentation as an event within the meeting, with who presents it."""
    item = place.item
    return {
        "@type": "Event",
        "name": say(item.title),
        "description": say(item.abstract),
        "startDate": item.starts_at.isoformat(),
        "endDate": item.ends_at.isoformat(),
        **_IN_PERSON,
        "location": _location(edition) | ({"name": say(place.session.room)} if place.session.room else {}),
        "performer": [_person(author) for author in item.authors if author.is_presenter],
        "contributor": [_person(author) for author in item.authors if not author.is_presenter],
        "superEvent": {
            "@type": "Event",
            "name": f"{meeting_name(edition)}: {say(edition.theme)}",
            "startDate": edition.starts_on.isoformat(),
            "endDate": edition.ends_on.isoformat(),
            "location": _location(edition),
            "url": _whole(url_for("public.edition")),
        },
        "image": share_picture().address,
        "url": _whole(request.path),
    }


def person_data(author: ListedAuthor, places: list[Place]) -> Data:
    """Return a person with what they present."""
    events = [
        {"@type": "Event", "name": say(place.item.title), "startDate": place.item.starts_at.isoformat(), "location": _location(g.edition)}
        | {"url": _whole(url_for("public.presentation", code=place.item.code))}
        for place in places
    ]
    return _person(author) | {"performerIn": events}


def share_picture() -> Shared:
    """Return the picture that stands beside a shared link: the edition's cover, or ours."""
    cover = cover_of(g.get("edition"))
    if cover is None:
        return Shared(_whole(asset("img/share.png")), *_OUR_SIZE)
    return Shared(_whole(cover.shared), cover.width, cover.height, say(g.edition.cover_alt))


def _person(author: ListedAuthor) -> Data:
    house = {"@type": "Organization", "name": where(author.institution, author.place)} if author.institution else None
    address = _whole(url_for("public.person", code=author.code))
    return {"@type": "Person", "name": person_name(author), "affiliation": house, "url": address}


def _location(edition: Edition) -> Data:
    def fact(name: str) -> str:
        return "" if name in edition.examples else say(getattr(edition, name))

    address = {"@type": "PostalAddress", "streetAddress": fact("venue_address"), "addressLocality": fact("host_place")}
    return {"@type": "Place", "name": fact("venue_name") or fact("host_name") or fact("host_place"), "address": _told(address)}


def _told(data: Data) -> Data:
    return {name: value for name, value in data.items() if value}


def _whole(path: str) -> str:
    return f"{current_app.extensions['settings'].base_url}{path}"
