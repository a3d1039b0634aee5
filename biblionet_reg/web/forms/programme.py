"""The forms of the programme's editors."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from biblionet_reg.domain.programme import VERSION_NAME_LIMIT, SessionKind
from biblionet_reg.domain.text import LocalText
from biblionet_reg.i18n import gettext as _
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.programme import ProgrammeSession
from biblionet_reg.shown.texts import say
from biblionet_reg.web.forms.base import Form
from biblionet_reg.web.forms.edition_fields import ClockField, DayField, local_text
from biblionet_reg.web.forms.fields import ChoiceField, LineField, enum_choices

TITLE_LIMIT = 300
NAME_LIMIT = 200


class SessionForm(Form):
    """A block of the programme; its times are those of the edition's zone."""

    kind = ChoiceField(_l("Kind"), empty=_l("Choose the kind of session"), wrong=_l("Choose a kind from the list"))
    title = local_text(_l("Title"), limit=TITLE_LIMIT, too_long=_l("The title must be 300 characters or fewer"))
    room = ChoiceField(_l("Room"), wrong=_l("Choose a room from the list"))
    day = DayField(_l("Day"), empty=_l("Enter the day"), wrong=_l("Enter the day as day, month and year, such as 31. 8. 2020."))
    starts_at = ClockField(_l("Start"), empty=_l("Enter when it starts"), wrong=_l("Enter the start as hours and minutes, such as 10:00"))
    ends_at = ClockField(_l("End"), empty=_l("Enter when it ends"), wrong=_l("Enter the end as hours and minutes, such as 11:30"))
    chair_name = LineField(_l("Chair"), limit=NAME_LIMIT, too_long=_l("The name must be 200 characters or fewer"))

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


def new_session_values(day: date) -> dict[str, Any]:
    """Return what the form of a new session begins with."""
    return {"kind": SessionKind.PRESENTATIONS.value, "day": day}


class PublishForm(Form):
    """The name of the version."""

    name = LineField(
        _l("Name of this version"),
        limit=VERSION_NAME_LIMIT,
        too_long=_l("The name must be 60 characters or fewer"),
        empty=_l("Enter a name for this version"),
    )


def text_values(text: LocalText) -> dict[str, str]:
    """Return what the inputs of a text in languages show."""
    return {"sr": text.sr, "en": text.en, "sr_latn": text.sr_latn}
