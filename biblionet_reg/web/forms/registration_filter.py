"""What the organisers' list of registrations is narrowed to, read from its address."""

from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from werkzeug.datastructures import MultiDict
from wtforms import Field

from biblionet_reg import wording
from biblionet_reg.domain.registration import ParticipantRole, RegistrationState
from biblionet_reg.i18n import format_day
from biblionet_reg.i18n import gettext as _
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.models.edition import Edition
from biblionet_reg.queries.registrations import RegistrationFilter
from biblionet_reg.web.forms.base import Form
from biblionet_reg.web.forms.fields import ChoiceField, LineField, enum_choices

_LIMIT = 200
_Kind = TypeVar("_Kind", bound=StrEnum)


class RegistrationFilterForm(Form):
    """A form that only reads; what the page did not offer narrows nothing."""

    class Meta(Form.Meta):
        """Reading needs no token."""

        csrf = False

    q = LineField(_l("Name, e-mail address or code"), limit=_LIMIT, too_long="")
    institution = LineField(_l("Institution"), limit=_LIMIT, too_long="")
    role = ChoiceField(_l("Role"), wrong="")
    state = ChoiceField(_l("State"), wrong="")
    day = ChoiceField(_l("Day"), wrong="")

    @classmethod
    def for_edition(cls, edition: Edition, arguments: "MultiDict[str, str]") -> "RegistrationFilterForm":
        """Return the form as the address fills it."""
        form = cls(formdata=arguments)
        form.role.choices = [("", _("All roles")), *enum_choices(ParticipantRole)]
        form.state.choices = [("", _("All states")), *enum_choices(RegistrationState)]
        form.day.choices = [("", _("All days")), *((day.isoformat(), format_day(day)) for day in edition.days)]
        return form

    def wanted(self) -> RegistrationFilter:
        """Return what the list is narrowed to."""
        day = _offered(self.day)
        return RegistrationFilter(
            text=self.q.data[:_LIMIT],
            institution=self.institution.data[:_LIMIT],
            role=_member(ParticipantRole, self.role),
            state=_member(RegistrationState, self.state),
            day=date.fromisoformat(day) if day else None,
        )

    def pills(self) -> list[tuple[str, str]]:
        """Return what is narrowed, as the name of its part and the words to show."""
        wanted = self.wanted()
        words = (
            ("q", wanted.text),
            ("institution", wanted.institution),
            ("role", wording.label(wanted.role) if wanted.role else ""),
            ("state", wording.label(wanted.state) if wanted.state else ""),
            ("day", format_day(wanted.day) if wanted.day else ""),
        )
        return [(name, shown) for name, shown in words if shown]


def _offered(field: Field) -> str:
    offered = {choice[0] for choice in field.choices}
    return field.data if field.data in offered else ""


def _member(kind: type[_Kind], field: Any) -> _Kind | None:
    value = _offered(field)
    return kind(value) if value else None
