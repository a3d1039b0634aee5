"""The ways through the product: of an edition's public pages, and of the working areas.

A way whose page does not exist, or is not for this visitor, is left out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from flask import current_app, g, request, url_for

from biblionet_reg import clock
from biblionet_reg.domain.edition import WindowStatus
from biblionet_reg.domain.permissions import Permission, StaffRole, permissions_of
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.models.edition import Edition
from biblionet_reg.web.access import permissions_here


@dataclass(frozen=True, slots=True)
class Way:
    """A link of a navigation; `is_here` marks the page it stands on."""

    label: str
    address: str
    is_here: bool


#: Endpoint, place on its page, words.
_PUBLIC = (
    ("public.programme", "", _l("Programme")),
    ("public.people", "", _l("Presenters")),
    ("public.edition", "subtopics", _l("Subtopics")),
    ("author.register", "", _l("Register")),
    ("author.submit", "", _l("Submit a paper")),
    ("public.edition", "news", _l("News")),
    ("public.edition", "contact", _l("Contact")),
)
#: Forms, and the edition's window in which they take anything.
_WINDOWS = {"author.register": "registration", "author.submit": "call"}
#: Endpoint, what one must be allowed to, words.
_WORK = (
    ("organiser.overview", Permission.OVERVIEW_READ, _l("Overview")),
    ("organiser.submissions", Permission.SUBMISSION_READ, _l("Submissions")),
    ("reviewer.reviews", Permission.REVIEW_WRITE, _l("Reviews")),
    ("organiser.programme", Permission.PROGRAMME_EDIT, _l("Programme")),
    ("organiser.registrations", Permission.REGISTRATION_READ, _l("Registrations")),
    ("organiser.badges", Permission.BADGES_PRINT, _l("Badges")),
    ("organiser.letters", Permission.LETTER_READ, _l("Letters")),
    ("organiser.edition", Permission.EDITION_EDIT, _l("Edition")),
    ("organiser.accounts", Permission.EDITION_EDIT, _l("Accounts")),
)

#: Pages with an address of their own that belong to one of these.
_BELONGS = {"organiser.pending_decisions": "organiser.submissions", "organiser.job": "organiser.badges"}


def url_if(endpoint: str, **values: Any) -> str:
    """Return the address of `endpoint`, or nothing when there is no such page."""
    return url_for(endpoint, **values) if endpoint in current_app.view_functions else ""


def home_address() -> str:
    """Return the front page of this edition, or of the current one."""
    return url_for("public.edition") if g.get("edition") else url_for("front.front_in_language")


def public_ways() -> list[Way]:
    """Return the navigation of an edition's public pages, without the forms that take nothing any more."""
    kept = (way for way in _PUBLIC if way[0] not in _WINDOWS or not _is_over(_WINDOWS[way[0]]))
    ways = ((label, url_if(endpoint, _anchor=anchor or None), anchor) for endpoint, anchor, label in kept)
    return [Way(str(label), address, is_here=not anchor and _is_here(address)) for label, address, anchor in ways if address]


def work_ways() -> list[Way]:
    """Return the navigation of the working area, by what the visitor may do in this edition."""
    allowed = permissions_here()
    ways = ((label, url_if(endpoint), endpoint) for endpoint, permission, label in _WORK if permission in allowed)
    return [
        Way(str(label), address, is_here=_is_here(address) or _is_within(endpoint) or _BELONGS.get(request.endpoint or "") == endpoint)
        for label, address, endpoint in ways
        if address
    ]


def work_entrance(edition: Edition, roles: Iterable[StaffRole]) -> str:
    """Return the first page of the working area that these roles may open in `edition`."""
    allowed = permissions_of(roles)
    addresses = (url_if(endpoint, edition=edition.slug) for endpoint, permission, _words in _WORK if permission in allowed)
    return next(filter(None, addresses), "")


def _is_over(window: str) -> bool:
    return g.edition.closed_at is not None or getattr(g.edition, window).status(clock.now()) is WindowStatus.OVER


def _is_within(endpoint: str) -> bool:
    """Say whether this page is of an area that has this one way only, as the reviewers' has."""
    area = endpoint.partition(".")[0]
    return request.blueprint == area and [one.partition(".")[0] for one, _permission, _words in _WORK].count(area) == 1


def _is_here(address: str) -> bool:
    if request.path == address:
        return True
    return not address.endswith("/") and request.path.startswith(f"{address}/")
