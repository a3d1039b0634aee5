"""The form of an edition's host and places."""

from biblionet_reg.domain.edition_limits import TEXT_LIMITS
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.web.forms.edition_details import MARKDOWN, DetailsForm
from biblionet_reg.web.forms.edition_fields import WebsiteField, local_text


class PlacesForm(DetailsForm):
    """Who receives the edition, where, and how one gets there and stays."""

    host_name = local_text(
        _l("Host"),
        limit=TEXT_LIMITS["host_name"],
        empty=_l("Enter the name of the host in Serbian"),
        too_long=_l("The name of the host must be %(limit)s characters or fewer", limit=TEXT_LIMITS["host_name"]),
    )
    host_place = local_text(
        _l("Place"),
        limit=TEXT_LIMITS["host_place"],
        empty=_l("Enter the place in Serbian"),
        too_long=_l("The place must be %(limit)s characters or fewer", limit=TEXT_LIMITS["host_place"]),
    )
    host_website = WebsiteField(
        _l("Website of the host"),
        limit=TEXT_LIMITS["host_website"],
        wrong=_l("Enter the website as a whole address, such as https://www.example.rs, of at most 300 characters"),
    )
    venue_name = local_text(
        _l("Venue"),
        limit=TEXT_LIMITS["venue_name"],
        too_long=_l("The name of the venue must be %(limit)s characters or fewer", limit=TEXT_LIMITS["venue_name"]),
    )
    venue_address = local_text(
        _l("Address of the venue"),
        limit=TEXT_LIMITS["venue_address"],
        too_long=_l("The address must be %(limit)s characters or fewer", limit=TEXT_LIMITS["venue_address"]),
    )
    travel = local_text(
        _l("Travel"),
        limit=TEXT_LIMITS["travel"],
        lines=True,
        hint=MARKDOWN,
        too_long=_l("The text about travel must be %(limit)s characters or fewer", limit=TEXT_LIMITS["travel"]),
    )
    stay = local_text(
        _l("Stay"),
        limit=TEXT_LIMITS["stay"],
        lines=True,
        hint=MARKDOWN,
        too_long=_l("The text about the stay must be %(limit)s characters or fewer", limit=TEXT_LIMITS["stay"]),
    )
