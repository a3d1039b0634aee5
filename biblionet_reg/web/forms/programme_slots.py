"""The forms of slots: what is placed, where and when."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from biblionet_reg.domain.programme import USUAL_MINUTES
from biblionet_reg.domain.text import LocalText
from biblionet_reg.formats import format_day, format_times
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.models.programme import ProgrammeSession, Slot
from biblionet_reg.shown.texts import say
from biblionet_reg.web.forms.base import Form
from biblionet_reg.web.forms.edition_fields import ClockField, WholeNumberField, local_text
from biblionet_reg.web.forms.fields import ChoiceField, LineField
from biblionet_reg.web.forms.programme import NAME_LIMIT, TITLE_LIMIT, text_values
from biblionet_reg.wording import label

_MINUTES = range(1, 601)


class _SlotForm(Form):
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
        _l("Title"), limit=TITLE_LIMIT, too_long=_l("The title must be 300 characters or fewer"), empty=_l("Enter the title")
    )
    presenter_name = LineField(_l("Who speaks"), limit=NAME_LIMIT, too_long=_l("The name must be 200 characters or fewer"))


class PlacedForm(_SlotForm):
    """Another place for a submission that has one."""


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
    day = format_day(block.starts_at.astimezone(ZoneInfo(zone)).date(), heading=True, point=False)
    times = format_times(block.starts_at, block.ends_at, zone)
    parts = [f"{day}, {times}", say(block.title) or label(block.kind), say(block.room.name) if block.room else ""]
    return " · ".join(part for part in parts if part)
