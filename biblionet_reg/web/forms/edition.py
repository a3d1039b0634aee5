"""The forms of an edition's own facts, one a section of its settings."""

from enum import StrEnum

from biblionet_reg.domain.edition_limits import NUMBER_LIMITS, TEXT_LIMITS
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.web.forms.edition_dates import DatesForm
from biblionet_reg.web.forms.edition_details import MARKDOWN, DetailsForm
from biblionet_reg.web.forms.edition_fields import WholeNumberField, local_text
from biblionet_reg.web.forms.edition_places import PlacesForm
from biblionet_reg.web.forms.fields import EmailField, LineField


class Section(StrEnum):
    """The sections of the settings, as they stand in addresses."""

    TEXTS = "texts"
    DATES = "dates"
    PLACES = "places"
    PARTICIPATION = "participation"
    CONTACT = "contact"


class TextsForm(DetailsForm):
    """What the edition is."""

    series = local_text(
        _l("Name of the series"),
        limit=TEXT_LIMITS["series"],
        empty=_l("Enter the name of the series in Serbian"),
        too_long=_l("The name of the series must be %(limit)s characters or fewer", limit=TEXT_LIMITS["series"]),
    )
    number = WholeNumberField(
        _l("Number of the edition"),
        low=NUMBER_LIMITS["number"][0],
        high=NUMBER_LIMITS["number"][1],
        wrong=_l("The number of the edition must be a whole number from 1 to 999"),
        description=_l("Which meeting of the series it is, such as 14."),
    )
    meeting_kind = local_text(
        _l("Kind of meeting"),
        limit=TEXT_LIMITS["meeting_kind"],
        empty=_l("Enter in Serbian what kind of meeting it is"),
        too_long=_l("The kind of meeting must be %(limit)s characters or fewer", limit=TEXT_LIMITS["meeting_kind"]),
    )
    theme = local_text(
        _l("Theme"),
        limit=TEXT_LIMITS["theme"],
        empty=_l("Enter the theme in Serbian"),
        too_long=_l("The theme must be %(limit)s characters or fewer", limit=TEXT_LIMITS["theme"]),
    )
    idea = local_text(
        _l("The idea of the meeting"),
        limit=TEXT_LIMITS["idea"],
        lines=True,
        hint=MARKDOWN,
        too_long=_l("The idea must be %(limit)s characters or fewer", limit=TEXT_LIMITS["idea"]),
    )


class ParticipationForm(DetailsForm):
    """How many may come, how long an abstract may be, and what it costs."""

    participant_limit = WholeNumberField(
        _l("Number of places"),
        low=NUMBER_LIMITS["participant_limit"][0],
        high=NUMBER_LIMITS["participant_limit"][1],
        wrong=_l("The number of places must be a whole number from 0 to 100000"),
        description=_l("Leave this empty if everybody may come."),
    )
    abstract_limit = WholeNumberField(
        _l("Length of an abstract, in characters"),
        low=NUMBER_LIMITS["abstract_limit"][0],
        high=NUMBER_LIMITS["abstract_limit"][1],
        wrong=_l("The length of an abstract must be a whole number from 200 to 20000"),
        empty=_l("Enter how long an abstract may be"),
    )
    authors_limit = WholeNumberField(
        _l("Authors of one submission, at most"),
        low=NUMBER_LIMITS["authors_limit"][0],
        high=NUMBER_LIMITS["authors_limit"][1],
        wrong=_l("The number of authors must be a whole number from 1 to 50"),
        empty=_l("Enter how many authors a submission may have"),
    )
    fee_note = local_text(
        _l("Fee"),
        limit=TEXT_LIMITS["fee_note"],
        lines=True,
        too_long=_l("The text about the fee must be %(limit)s characters or fewer", limit=TEXT_LIMITS["fee_note"]),
    )


class ContactForm(DetailsForm):
    """How the organisers are reached."""

    contact_email = EmailField(
        _l("E-mail address"),
        too_long=_l("The e-mail address must be 254 characters or fewer"),
        wrong=_l("Enter an e-mail address such as name@example.rs"),
    )
    contact_phone = LineField(
        _l("Telephone"),
        limit=TEXT_LIMITS["contact_phone"],
        too_long=_l("The telephone must be %(limit)s characters or fewer", limit=TEXT_LIMITS["contact_phone"]),
    )
    office_hours = local_text(
        _l("Office hours"),
        limit=TEXT_LIMITS["office_hours"],
        lines=True,
        too_long=_l("The office hours must be %(limit)s characters or fewer", limit=TEXT_LIMITS["office_hours"]),
    )


FORMS: dict[Section, type[DetailsForm]] = {
    Section.TEXTS: TextsForm,
    Section.DATES: DatesForm,
    Section.PLACES: PlacesForm,
    Section.PARTICIPATION: ParticipationForm,
    Section.CONTACT: ContactForm,
}
