"""The pages of the registration form, in their order."""

from typing import Any

from flask import g

from biblionet_reg.domain.draft import DraftNoun
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.web.flow import Flow, Page
from biblionet_reg.web.forms.institution_choice import known_institutions
from biblionet_reg.web.forms.registration import RegistrationForm

YOU = Page(
    "you",
    "author.register",
    _l("About you"),
    (
        "given_name",
        "family_name",
        "other_given_name",
        "other_family_name",
        "other_badge_name",
        "badge_name",
        "email",
        "professional_title",
        "role",
        "institution_search",
        "institution",
        "institution_name",
        "institution_place",
        "institution_kind",
    ),
    is_first=True,
)
COMING = Page(
    "coming",
    "author.register_page",
    _l("Your stay"),
    (
        "days",
        "meals",
        "dietary_needs",
        "access_needs",
        "consent_needs",
        "consent_photos",
        "consent_participant_list",
        "consent_next_calls",
        "language",
    ),
    private=("dietary_needs", "access_needs"),
    consent="consent_needs",
)


def _form(**kwargs: Any) -> RegistrationForm:
    return RegistrationForm.for_edition(g.edition, known_institutions(), **kwargs)


FLOW = Flow(DraftNoun.REGISTRATION, (YOU, COMING), "author.check_registration", _form)
