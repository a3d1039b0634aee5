"""The order in which the dates of an edition must follow each other."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from biblionet_reg.domain.errors import Refusal

#: A year beyond these is a slip of the hand, as browsers send while a year is being typed.
YEARS = range(1900, 2200)
MOST_DAYS = 31


class DateFault(StrEnum):
    """One pair of dates in the wrong order, or too far apart."""

    ENDS_BEFORE_START = "ends_before_start"
    TOO_MANY_DAYS = "too_many_days"
    CALL_CLOSES_BEFORE_OPENS = "call_closes_before_opens"
    CALL_CLOSES_AFTER_END = "call_closes_after_end"
    DECISIONS_BEFORE_CALL_CLOSES = "decisions_before_call_closes"
    DECISIONS_AFTER_END = "decisions_after_end"
    REGISTRATION_CLOSES_BEFORE_OPENS = "registration_closes_before_opens"
    REGISTRATION_CLOSES_AFTER_END = "registration_closes_after_end"


#: The field that is to be changed.
FIELD_OF = {
    DateFault.ENDS_BEFORE_START: "ends_on",
    DateFault.TOO_MANY_DAYS: "ends_on",
    DateFault.CALL_CLOSES_BEFORE_OPENS: "call_closes_at",
    DateFault.CALL_CLOSES_AFTER_END: "call_closes_at",
    DateFault.DECISIONS_BEFORE_CALL_CLOSES: "decisions_due_on",
    DateFault.DECISIONS_AFTER_END: "decisions_due_on",
    DateFault.REGISTRATION_CLOSES_BEFORE_OPENS: "registration_closes_at",
    DateFault.REGISTRATION_CLOSES_AFTER_END: "registration_closes_at",
}


class DatesOutOfOrder(Refusal):
    """Some dates of the edition do not follow each other."""

    def __init__(self, faults: tuple[DateFault, ...]) -> None:
        super().__init__(faults)
        self.faults = faults


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionDates:
    """All dates of an edition; moments are aware, `time_zone` says on which day they fall."""

    starts_on: date
    ends_on: date
    time_zone: str
    call_opens_at: datetime | None = None
    call_closes_at: datetime | None = None
    decisions_due_on: date | None = None
    registration_opens_at: datetime | None = None
    registration_closes_at: datetime | None = None

    def faults(self) -> tuple[DateFault, ...]:
        """Return every pair that is out of order."""
        call_closes_on = self._day(self.call_closes_at)
        registration_closes_on = self._day(self.registration_closes_at)
        wrong = {
            DateFault.ENDS_BEFORE_START: self.ends_on < self.starts_on,
            DateFault.TOO_MANY_DAYS: (self.ends_on - self.starts_on).days >= MOST_DAYS,
            DateFault.CALL_CLOSES_BEFORE_OPENS: _not_after(self.call_closes_at, self.call_opens_at),
            DateFault.CALL_CLOSES_AFTER_END: _past(call_closes_on, self.ends_on),
            DateFault.DECISIONS_BEFORE_CALL_CLOSES: _past(call_closes_on, self.decisions_due_on),
            DateFault.DECISIONS_AFTER_END: _past(self.decisions_due_on, self.ends_on),
            DateFault.REGISTRATION_CLOSES_BEFORE_OPENS: _not_after(self.registration_closes_at, self.registration_opens_at),
            DateFault.REGISTRATION_CLOSES_AFTER_END: _past(registration_closes_on, self.ends_on),
        }
        return tuple(fault for fault, is_wrong in wrong.items() if is_wrong)

    def _day(self, moment: datetime | None) -> date | None:
        return moment.astimezone(ZoneInfo(self.time_zone)).date() if moment is not None else None


def _not_after(closes: datetime | None, opens: datetime | None) -> bool:
    return closes is not None and opens is not None and closes <= opens


def _past(day: date | None, limit: date | None) -> bool:
    return day is not None and limit is not None and day > limit
