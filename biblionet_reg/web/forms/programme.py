"""The forms of the programme's editors."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from wtforms import TimeField
from wtforms.validators import StopValidation

from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.programme import USUAL_MINUTES, VERSION_NAME_LIMIT, SessionKind
from biblionet_reg.domain.text import LocalText
from biblionet_reg.i18n import format_day, format_time, say
from biblionet_reg.i18n import gettext as _
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.programme import ProgrammeSession, Slot
from biblionet_reg.web.forms.base import Form
from biblionet_reg.web.forms.edition_fields import DayField, WholeNumberField, local_text
from biblionet_reg.web.forms.fields import ChoiceField, LineField, enum_choices
from biblionet_reg.web.forms.validators import Filled, MayBeEmpty
from biblionet_reg.wording import label, refusal

_TITLE_LIMIT = 300
_NAME_LIMIT = 200
_MINUTES = range(1, 601)
_CLOCKS = ("%H:%M", "%H.%M", "%H:%M:%S")


class ClockField(TimeField):
    """A time of day, typed as 10:00 or 10.00; optional unless `empty` is given."""

    def __init__(self, label: Any, *, wrong: Any, empty: Any = None, **kwargs: Any) -> None:
        self.wrong = wrong
        super().__init__(label, [MayBeEmpty() if empty is None else Filled(empty)], format=list(_CLOCKS), **kwargs)

    def pre_validate(self, _form: Any) -> None:
        if self.process_errors:
            raise StopValidation

    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata([value.strip() for value in valuelist] if any(value.strip() for value in valuelist) else [])
        except ValueError as error:
            raise ValueError(str(self.wrong)) from error


class ProgrammeForm(Form):
    """What these forms share: a refusal is said beside its field, or for the form as a whole."""

    def refuse(self, answer: Refusal) -> None:
        sentence = refusal(answer)
        if answer.field in self:
            self[answer.field].errors = [sentence]
        else:
            self.form_errors.append(sentence)


class SessionForm(ProgrammeForm):
    """A block of the programme; its times are those of the edition's zone."""

    kind = ChoiceField(_l("Kind"), empty=_l("Choose the kind of session"), wrong=_l("Choose a kind from the list"))
    title = local_text(_l("Title"), limit=_TITLE_LIMIT, too_long=_l("The title must be 300 characters or fewer"))
    room = ChoiceField(_l("Room"), wrong=_l("Choose a room from the list"))
    day = DayField(_l("Day"), empty=_l("Enter the day"), wrong=_l("Enter the day as day, month and year, such as 31. 8. 2020."))
    starts_at = ClockField(_l("Start"), empty=_l("Enter when it starts"), wrong=_l("Enter the start as hours and minutes, such as 10:00"))
    ends_at = ClockField(_l("End"), empty=_l("Enter when it ends"), wrong=_l("Enter the end as hours and minutes, such as 11:30"))
    chair_name = LineField(_l("Chair"), limit=_NAME_LIMIT, too_long=_l("The name must be 200 characters or fewer"))

    def offer(self, edition: Edition) -> "SessionForm":
        """Fill in what may be chosen in `edition`."""
        self.kind.choices = enum_choices(SessionKind)
        self.room.choices = [("", _("No room: for everybody")), *((room.code, say(room.name)) for room in edition.rooms)]
        return self

    def answers(self, edition: Edition) -> dict[str, Any]:
        """Return what was typed; a social event may end after midnight."""
        zone, kind = ZoneInfo(edition.time_zone), SessionKind(self.kind.data)
        starts_at, ends_at = (datetime.combine(self.day.data, field.data, zone) for field in (self.starts_at, self.ends_at))
        if kind is SessionKind.SOCIAL and ends_at <= starts_at:
            ends_at += timedelta(days=1)
        room = next((room for room in edition.rooms if room.code == self.room.data), None)
        return {
            "kind": kind,
            "title": self.title.text,
            "room": room,
            "starts_at": starts_at,
            "ends_at": ends_at,
            "chair_name": self.chair_name.data,
        }


def session_values(block: ProgrammeSession) -> dict[str, Any]:
    """Return what the form of an existing session shows."""
    starts_at, ends_at = (moment.astimezone(ZoneInfo(block.edition.time_zone)) for moment in (block.starts_at, block.ends_at))
    return {
        "kind": block.kind.value,
        "title": text_values(block.title),
        "room": block.room.code if block.room else "",
        "day": starts_at.date(),
        "starts_at": starts_at.time(),
        "ends_at": ends_at.time(),
        "chair_name": block.chair_name,
    }


def new_session_values(day: date, starts_at: time | None) -> dict[str, Any]:
    """Return what the form of a new session begins with."""
    return {"kind": SessionKind.PRESENTATIONS.value, "day": day, "starts_at": starts_at}


class _SlotForm(ProgrammeForm):
    """Where and when a slot stands; without a start it follows the last one of its session."""

    block = ChoiceField(_l("Session"), empty=_l("Choose the session"), wrong=_l("Choose a session from the list"))
    starts_at = ClockField(_l("Start"), wrong=_l("Enter the start as hours and minutes, such as 10:00"))
    minutes = WholeNumberField(
        _l("Minutes"),
        low=_MINUTES[0],
        high=_MINUTES[-1],
        empty=_l("Enter how many minutes it takes"),
        wrong=_l("Enter the minutes as a whole number from 1 to 600"),
        default=USUAL_MINUTES,
    )

    def offer_sessions(self, sessions: list[ProgrammeSession]) -> None:
        self.block.choices = [(block.key, session_name(block)) for block in sessions]

    def chosen(self, sessions: list[ProgrammeSession]) -> ProgrammeSession:
        return next(block for block in sessions if block.key == self.block.data)

    @property
    def length(self) -> int:
        return int(self.minutes.data or USUAL_MINUTES)

    def start_in(self, block: ProgrammeSession) -> datetime | None:
        """Return the start on the day of `block`, or None for right after its last slot."""
        if self.starts_at.data is None:
            return None
        zone = ZoneInfo(block.edition.time_zone)
        return datetime.combine(block.starts_at.astimezone(zone).date(), self.starts_at.data, zone)


class PlaceForm(_SlotForm):
    """An accepted submission and its place."""

    submission = ChoiceField(
        _l("Submission"),
        empty=_l("Choose a submission"),
        wrong=_l("This submission was placed or withdrawn in the meantime. Choose another."),
    )

    def offer_submissions(self, titles: list[tuple[str, LocalText]]) -> None:
        self.submission.choices = [(code, f"{say(title)} ({code})") for code, title in titles]


class TitleForm(_SlotForm):
    """A title of its own: a greeting, an invited talk."""

    title = local_text(
        _l("Title"), limit=_TITLE_LIMIT, too_long=_l("The title must be 300 characters or fewer"), empty=_l("Enter the title")
    )
    presenter_name = LineField(_l("Who speaks"), limit=_NAME_LIMIT, too_long=_l("The name must be 200 characters or fewer"))


class PlacedForm(_SlotForm):
    """Another place for a submission that has one."""


class PublishForm(ProgrammeForm):
    """The name of the version."""

    name = LineField(
        _l("Name of this version"),
        limit=VERSION_NAME_LIMIT,
        too_long=_l("The name must be 60 characters or fewer"),
        empty=_l("Enter a name for this version"),
    )


def slot_values(slot: Slot) -> dict[str, Any]:
    """Return what the form of an existing slot shows."""
    zone = ZoneInfo(slot.programme_session.edition.time_zone)
    return {
        "block": slot.programme_session.key,
        "starts_at": slot.starts_at.astimezone(zone).time(),
        "minutes": int((slot.ends_at - slot.starts_at).total_seconds() // 60),
        "title": text_values(slot.title),
        "presenter_name": slot.presenter_name,
    }


def session_name(block: ProgrammeSession) -> str:
    """Return a session in one line: day, time, title, room."""
    zone = block.edition.time_zone
    day = format_day(block.starts_at.astimezone(ZoneInfo(zone)).date())
    times = f"{format_time(block.starts_at, zone)}–{format_time(block.ends_at, zone)}"
    parts = [f"{day}, {times}", say(block.title) or label(block.kind), say(block.room.name) if block.room else ""]
    return " · ".join(part for part in parts if part)


def text_values(text: LocalText) -> dict[str, str]:
    """Return what the inputs of a text in languages show."""
    return {"sr": text.sr, "en": text.en, "sr_latn": text.sr_latn}
