"""The forms of an edition's own facts, one a section of its settings."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from wtforms import FormField

from biblionet_reg.domain.edition_dates import FIELD_OF, DateFault, EditionDates
from biblionet_reg.domain.edition_file import NUMBER_LIMITS, TEXT_LIMITS
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.models.edition import Edition
from biblionet_reg.web.forms.base import Form
from biblionet_reg.web.forms.edition_fields import (
    DayField,
    LocalTextField,
    MomentField,
    TintField,
    WebsiteField,
    WholeNumberField,
    local_text,
    moment,
    moment_parts,
)
from biblionet_reg.web.forms.fields import EmailField, LineField
from biblionet_reg.wording import label

WRONG_DAY = _l("Enter the day as day, month and year, such as 1. 10. 2020.")
_MARKDOWN = _l("Leave an empty line between paragraphs. A line that begins with a dash is an item of a list.")


class Section(StrEnum):
    """The sections of the settings, as they stand in addresses."""

    TEXTS = "texts"
    DATES = "dates"
    PLACES = "places"
    PARTICIPATION = "participation"
    CONTACT = "contact"


class DetailsForm(Form):
    """A section; every field is named like the edition's."""

    @classmethod
    def of(cls, edition: Edition) -> "DetailsForm":
        """Return the form as the edition is, or as it was sent."""
        return cls(obj=edition)

    def changes(self, _edition: Edition) -> dict[str, Any]:
        """Return the new values by the names of their fields."""
        own = (field for field in self if field.short_name != "csrf_token")
        return {field.short_name: field.text if isinstance(field, LocalTextField) else field.data for field in own}


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
        description=_l("The how manieth meeting it is, such as 14."),
    )
    meeting_kind = local_text(
        _l("What kind of meeting it is"),
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
        hint=_MARKDOWN,
        too_long=_l("The idea must be %(limit)s characters or fewer", limit=TEXT_LIMITS["idea"]),
    )


class DatesForm(DetailsForm):
    """When the edition meets, and its deadlines, as the clock on the wall there shows them."""

    starts_on = DayField(_l("First day"), wrong=WRONG_DAY, empty=_l("Enter the first day"))
    ends_on = DayField(_l("Last day"), wrong=WRONG_DAY, empty=_l("Enter the last day"))
    call_opens_at = moment(
        _l("The call opens"), no_day=_l("Enter the day on which the call opens"), no_time=_l("Enter the time at which the call opens")
    )
    call_closes_at = moment(
        _l("The call closes"), no_day=_l("Enter the day on which the call closes"), no_time=_l("Enter the time at which the call closes")
    )
    decisions_due_on = DayField(_l("Authors hear the decision by"), wrong=WRONG_DAY)
    registration_opens_at = moment(
        _l("Registration opens"),
        no_day=_l("Enter the day on which registration opens"),
        no_time=_l("Enter the time at which registration opens"),
    )
    registration_closes_at = moment(
        _l("Registration closes"),
        no_day=_l("Enter the day on which registration closes"),
        no_time=_l("Enter the time at which registration closes"),
    )

    zone: ZoneInfo
    edition: Edition

    @classmethod
    def of(cls, edition: Edition) -> "DatesForm":
        zone = ZoneInfo(edition.time_zone)
        moments = {name: moment_parts(getattr(edition, name), zone) for name in _MOMENTS}
        days = {name: getattr(edition, name) for name in ("starts_on", "ends_on", "decisions_due_on")}
        form = cls(data={**days, **moments})
        form.zone, form.edition = zone, edition
        return form

    def changes(self, edition: Edition) -> dict[str, Any]:
        found: dict[str, Any] = {name: self._moment(name, getattr(edition, name)) for name in _MOMENTS}
        return {**found, **{name: self[name].data for name in ("starts_on", "ends_on", "decisions_due_on")}}

    def validate(self, *args: Any, **kwargs: Any) -> bool:
        is_good = super().validate(*args, **kwargs)
        if not is_good:
            return False
        faults = EditionDates(time_zone=self.edition.time_zone, **self.changes(self.edition)).faults()
        for fault in faults:
            self.refuse(fault)
        return not faults

    def refuse(self, fault: DateFault) -> None:
        """Say beside the field what is out of order."""
        wrong = self[FIELD_OF[fault]]
        target = wrong.form.day if isinstance(wrong, FormField) else wrong
        target.errors = [*target.errors, label(fault)]

    def _moment(self, name: str, old: datetime | None) -> datetime | None:
        field: MomentField = self[name]
        return field.moment(self.zone, old)


_MOMENTS = ("call_opens_at", "call_closes_at", "registration_opens_at", "registration_closes_at")


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
        hint=_MARKDOWN,
        too_long=_l("The text about travel must be %(limit)s characters or fewer", limit=TEXT_LIMITS["travel"]),
    )
    stay = local_text(
        _l("Stay"),
        limit=TEXT_LIMITS["stay"],
        lines=True,
        hint=_MARKDOWN,
        too_long=_l("The text about the stay must be %(limit)s characters or fewer", limit=TEXT_LIMITS["stay"]),
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
    """How the organisers are reached, and the colour of the edition."""

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
    colour = TintField(
        _l("Colour of the edition"),
        wrong=_l("Enter the colour as # and six signs from 0 to 9 and a to f, such as #7a1f3d"),
        description=_l("It colours the pages, the programme and the badges."),
    )


FORMS: dict[Section, type[DetailsForm]] = {
    Section.TEXTS: TextsForm,
    Section.DATES: DatesForm,
    Section.PLACES: PlacesForm,
    Section.PARTICIPATION: ParticipationForm,
    Section.CONTACT: ContactForm,
}
