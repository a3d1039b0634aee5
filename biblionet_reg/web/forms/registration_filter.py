"""What the organisers' list of registrations is filtered by, read from its address."""

from datetime import date

from werkzeug.datastructures import MultiDict

from biblionet_reg.domain.list_columns import REGISTRATION_COLUMNS
from biblionet_reg.domain.registration import ParticipantRole, RegistrationState
from biblionet_reg.formats import format_day
from biblionet_reg.i18n import gettext as _
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.models.edition import Edition
from biblionet_reg.queries.registrations import RegistrationFilter
from biblionet_reg.web.access import permissions_here
from biblionet_reg.web.forms.fields import ChoiceField, LineField
from biblionet_reg.web.forms.filters import WORDS_LIMIT, ListForm, member, offer, offered, words_of


class RegistrationFilterForm(ListForm):
    """Read from the address of the list."""

    q = LineField(_l("Name, e-mail address or code"), limit=WORDS_LIMIT, too_long="")
    institution = LineField(_l("Institution"), limit=WORDS_LIMIT, too_long="")
    role = ChoiceField(_l("Role"), wrong="")
    state = ChoiceField(_l("State"), wrong="")
    day = ChoiceField(_l("Day"), wrong="")

    @classmethod
    def for_edition(cls, edition: Edition, arguments: "MultiDict[str, str]") -> "RegistrationFilterForm":
        """Return the form as the address fills it."""
        form = cls(formdata=arguments)
        offer(form.role, _("All roles"), ParticipantRole)
        offer(form.state, _("All states"), RegistrationState)
        form.day.choices = [("", _("All days")), *((day.isoformat(), format_day(day, heading=True)) for day in edition.days)]
        form.offer_columns(REGISTRATION_COLUMNS, permissions_here())
        return form

    def wanted(self) -> RegistrationFilter:
        """Return what the list is filtered by."""
        day = offered(self.day)
        return RegistrationFilter(
            text=self.q.data[:WORDS_LIMIT],
            institution=self.institution.data[:WORDS_LIMIT],
            role=member(ParticipantRole, self.role),
            state=member(RegistrationState, self.state),
            day=date.fromisoformat(day) if day else None,
        )

    def pills(self) -> list[tuple[str, str]]:
        """Return the filters that are on, as the name of its part and the words to show."""
        typed = [(field.short_name, field.data[:WORDS_LIMIT]) for field in (self.q, self.institution)]
        chosen = [(field.short_name, words_of(field)) for field in (self.role, self.state, self.day)]
        return [(name, words) for name, words in [*typed, *chosen] if words]
