"""The form of an edition's days and deadlines."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from wtforms import FormField

from biblionet_reg.domain.dates import DAY_BEGINS, DAY_ENDS
from biblionet_reg.domain.edition_dates import FIELD_OF, DateFault, DatesOutOfOrder, EditionDates
from biblionet_reg.domain.errors import Refusal
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.models.edition import Edition
from biblionet_reg.web.forms.edition_details import WRONG_DAY, DetailsForm
from biblionet_reg.web.forms.edition_fields import DayField, MomentField, moment
from biblionet_reg.wording import label

_MOMENTS = ("call_opens_at", "call_closes_at", "registration_opens_at", "registration_closes_at")


def _opening(words: Any, *, no_day: Any) -> MomentField:
    return moment(words, no_day=no_day, unless_told=DAY_BEGINS, hint=_l("Leave the time empty and it opens as the day begins."))


def _closing(words: Any, *, no_day: Any) -> MomentField:
    return moment(words, no_day=no_day, unless_told=DAY_ENDS, hint=_l("Leave the time empty and it closes as the day ends."))


class DatesForm(DetailsForm):
    """When the edition meets, and its deadlines, as the clock on the wall there shows them."""

    starts_on = DayField(_l("First day"), wrong=WRONG_DAY, empty=_l("Enter the first day"))
    ends_on = DayField(_l("Last day"), wrong=WRONG_DAY, empty=_l("Enter the last day"))
    call_opens_at = _opening(_l("The call opens"), no_day=_l("Enter the day on which the call opens"))
    call_closes_at = _closing(_l("The call closes"), no_day=_l("Enter the day on which the call closes"))
    decisions_due_on = DayField(_l("Authors hear the decision by"), wrong=WRONG_DAY)
    registration_opens_at = _opening(_l("Registration opens"), no_day=_l("Enter the day on which registration opens"))
    registration_closes_at = _closing(_l("Registration closes"), no_day=_l("Enter the day on which registration closes"))

    zone: ZoneInfo
    edition: Edition

    @classmethod
    def of(cls, edition: Edition) -> "DatesForm":
        zone = ZoneInfo(edition.time_zone)
        moments = {name: found.astimezone(zone) for name in _MOMENTS if (found := getattr(edition, name))}
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
            self._say(fault)
        return not faults

    def refuse(self, answer: Refusal) -> None:
        """Say a refusal, each date that is out of order beside its own field."""
        if not isinstance(answer, DatesOutOfOrder):
            return super().refuse(answer)
        for fault in answer.faults:
            self._say(fault)
        return None

    def _say(self, fault: DateFault) -> None:
        wrong = self[FIELD_OF[fault]]
        target = wrong.form.day if isinstance(wrong, FormField) else wrong
        target.errors = [*target.errors, label(fault)]

    def _moment(self, name: str, old: datetime | None) -> datetime | None:
        field: MomentField = self[name]
        return field.moment(self.zone, old)
