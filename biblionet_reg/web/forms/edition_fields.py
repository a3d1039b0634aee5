"""The fields of an edition's forms: texts in languages, days, moments, whole numbers, colours, addresses."""

import re
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from wtforms import ColorField, DateField, FormField, IntegerField, TimeField, URLField
from wtforms.utils import unset_value
from wtforms.validators import StopValidation, ValidationError

from biblionet_reg.domain.colour import is_colour
from biblionet_reg.domain.dates import day_alone
from biblionet_reg.domain.edition_dates import YEARS
from biblionet_reg.domain.text import LocalText
from biblionet_reg.domain.web_address import is_web_address
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.web.forms.base import Part
from biblionet_reg.web.forms.fields import LineField, TextField, presence
from biblionet_reg.web.forms.validators import Filled, MayBeEmpty, refuse_stranger

_SERBIAN_DAY = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})\.?")
_TIME = re.compile(r"(\d{1,2})[.:](\d{2})(?::\d{2})?")


class LocalTextField(FormField):
    """A text in Serbian, English and, where the derived one will not do, Serbian Latin; `data` is a LocalText."""

    @property
    def text(self) -> LocalText:
        return LocalText(sr=self.form.sr.data or "", en=self.form.en.data or "", sr_latn=self.form.sr_latn.data or "")


def local_text(label: Any, *, limit: int, too_long: Any, empty: Any = None, lines: bool = False, hint: Any = "") -> LocalTextField:
    """Return the field for a text in languages; with `empty`, its Serbian must be given."""
    kind = TextField if lines else LineField

    class Languages(Part):
        sr = kind(_l("Serbian, Cyrillic"), limit=limit, too_long=too_long, empty=empty)
        en = kind(_l("English"), limit=limit, too_long=too_long)
        sr_latn = kind(_l("Serbian, Latin"), limit=limit, too_long=too_long)

    return LocalTextField(Languages, label, description=hint)


class _Typed:
    """A field whose text is read into a value; what cannot be read is kept as typed and told once, by `wrong`."""

    def __init__(self, label: Any, *, wrong: Any, empty: Any = None, check: Any = None, **kwargs: Any) -> None:
        self.wrong = wrong
        super().__init__(label, [check or presence(empty)], **kwargs)  # type: ignore[call-arg]  # the field beside it takes them

    def pre_validate(self, _form: Any) -> None:
        if self.process_errors:  # type: ignore[attr-defined]  # the field beside it has them
            raise StopValidation

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = None
        typed = valuelist[0].strip() if valuelist else ""
        if not typed:
            return
        try:
            self.data = self.read(typed)
        except ValueError as error:
            raise ValueError(str(self.wrong)) from error

    def read(self, typed: str) -> Any:
        raise NotImplementedError


class DayField(_Typed, DateField):
    """A day; `wrong` is said of what is none."""

    data: Any

    def read(self, typed: str) -> date:
        serbian = _SERBIAN_DAY.fullmatch(typed)
        found = date(int(serbian[3]), int(serbian[2]), int(serbian[1])) if serbian else date.fromisoformat(typed)
        if found.year not in YEARS:
            raise ValueError(typed)
        return found


class ClockField(_Typed, TimeField):
    """A time of day, typed as 10:00 or 10.00; optional unless `empty` is given."""

    data: Any

    def read(self, typed: str) -> time:
        if found := _TIME.fullmatch(typed):
            return time(int(found[1]), int(found[2]))
        raise ValueError(typed)


class MomentField(FormField):
    """A day and a time of day on the wall there, given as a moment in its zone; `unless_told`, a DAY_…, is what a day alone means."""

    def __init__(self, *args: Any, unless_told: time, **kwargs: Any) -> None:
        self.unless_told = unless_told
        super().__init__(*args, **kwargs)

    def process(self, formdata: Any, data: Any = unset_value, extra_filters: Any = None) -> None:
        super().process(formdata, self._parts(data) if isinstance(data, datetime) else data, extra_filters)

    def moment(self, zone: ZoneInfo, old: datetime | None) -> datetime | None:
        """Return the moment; the `old` one stays, with its seconds, where the inputs still show it."""
        day, clock = self.form.day.data, self.form.time.data
        if day is None:
            return None
        here = old.astimezone(zone) if old else None
        if clock is None:
            return old if here and day_alone(here, self.unless_told) == day else datetime.combine(day, self.unless_told, zone)
        found = datetime.combine(day, clock, zone)
        return old if here and here.replace(second=0, microsecond=0) == found else found

    def _parts(self, here: datetime) -> dict[str, Any]:
        """Return what the inputs show: no time where the day alone says it all."""
        alone = day_alone(here, self.unless_told)
        return {"day": alone or here.date(), "time": None if alone else here.time().replace(microsecond=0)}


def moment(label: Any, *, no_day: Any, unless_told: time, hint: Any = "") -> MomentField:
    """Return the field for a moment, or for none; a time stands only beside its day."""

    class DayAndTime(Part):
        day = DayField(_l("Day"), wrong=_l("Enter the day as day, month and year, such as 31. 8. 2020."))
        time = ClockField(_l("Time"), wrong=_l("Enter the time as hours and minutes, such as 23:59"))

        def validate(self, *args: Any, **kwargs: Any) -> bool:
            is_good = super().validate(*args, **kwargs)
            if is_good and self.time.data is not None and self.day.data is None:
                self.day.errors = [str(no_day)]
            return is_good and not self.errors

    return MomentField(DayAndTime, label, description=hint, unless_told=unless_told)


class WholeNumberField(_Typed, IntegerField):
    """A whole number from `low` to `high`; `wrong` names both."""

    def __init__(self, label: Any, *, low: int, high: int, wrong: Any, empty: Any = None, **kwargs: Any) -> None:
        self.low, self.high = low, high
        super().__init__(label, wrong=wrong, check=_Given(empty), **kwargs)

    def read(self, typed: str) -> int:
        found = int(typed) if typed.isascii() and len(typed) <= len(str(self.high)) + 1 else -1
        if not self.low <= found <= self.high:
            raise ValueError(typed)
        return found


class _Given:
    """Zero is an answer too: only an empty input is empty."""

    def __init__(self, empty: Any) -> None:
        self.empty = empty
        self.field_flags = {"optional": True} if empty is None else {"required": True}

    def __call__(self, _form: Any, field: Any) -> None:
        if field.data is None:
            raise StopValidation(str(self.empty) if self.empty is not None else "")


class TintField(ColorField):
    """A colour such as #7a1f3d."""

    def __init__(self, label: Any, *, wrong: Any, **kwargs: Any) -> None:
        self.wrong = wrong
        super().__init__(label, [Filled(wrong)], **kwargs)

    def post_validate(self, _form: Any, _stopped: bool) -> None:
        if self.data and not is_colour(self.data):
            raise ValidationError(str(self.wrong))


class WebsiteField(URLField):
    """A web address, or nothing."""

    def __init__(self, label: Any, *, wrong: Any, limit: int, **kwargs: Any) -> None:
        self.wrong, self.limit = wrong, limit
        super().__init__(label, [MayBeEmpty()], **kwargs)

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = valuelist[0].strip() if valuelist else ""

    def post_validate(self, _form: Any, _stopped: bool) -> None:
        if self.data:
            refuse_stranger(self.data)
        if self.data and (len(self.data) > self.limit or not is_web_address(self.data)):
            raise ValidationError(str(self.wrong))
