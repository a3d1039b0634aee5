"""The forms of an edition's lists: each reads a row and returns the entry it should become."""

from typing import Any

from biblionet_reg.domain.edition import OrganiserRole
from biblionet_reg.domain.edition_limits import NUMBER_LIMITS, TEXT_LIMITS
from biblionet_reg.domain.edition_parts import (
    MealEntry,
    NewsEntry,
    OrganiserEntry,
    PartKind,
    RoomEntry,
    SectorEntry,
    SubtopicEntry,
)
from biblionet_reg.formats import format_day
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.models.edition import Edition
from biblionet_reg.web.forms.edition_details import WRONG_DAY
from biblionet_reg.web.forms.edition_fields import DayField, WholeNumberField, local_text
from biblionet_reg.web.forms.edition_part import PartForm
from biblionet_reg.web.forms.fields import ChoiceField, enum_choices
from biblionet_reg.web.forms.script_word import WordForm


class RoomForm(PartForm):
    """A room."""

    name = local_text(
        _l("Name of the room"),
        limit=TEXT_LIMITS["rooms.name"],
        empty=_l("Enter the name of the room in Serbian"),
        too_long=_l("The name of the room must be %(limit)s characters or fewer", limit=TEXT_LIMITS["rooms.name"]),
    )
    place = local_text(
        _l("Where it is"),
        limit=TEXT_LIMITS["rooms.place"],
        too_long=_l("The words about where it is must be %(limit)s characters or fewer", limit=TEXT_LIMITS["rooms.place"]),
    )
    seats = WholeNumberField(
        _l("Seats"),
        low=NUMBER_LIMITS["rooms.seats"][0],
        high=NUMBER_LIMITS["rooms.seats"][1],
        wrong=_l("The number of seats must be a whole number from 1 to 100000"),
    )

    def entry(self) -> RoomEntry:
        return RoomEntry(code="", name=self.name.text, place=self.place.text, seats=self.seats.data)


class SubtopicForm(PartForm):
    """A subtopic."""

    title = local_text(
        _l("Title of the subtopic"),
        limit=TEXT_LIMITS["subtopics.title"],
        empty=_l("Enter the title of the subtopic in Serbian"),
        too_long=_l("The title of the subtopic must be %(limit)s characters or fewer", limit=TEXT_LIMITS["subtopics.title"]),
    )
    scope = local_text(
        _l("What belongs to it"),
        limit=TEXT_LIMITS["subtopics.scope"],
        lines=True,
        too_long=_l("The words about what belongs to it must be %(limit)s characters or fewer", limit=TEXT_LIMITS["subtopics.scope"]),
    )

    def entry(self) -> SubtopicEntry:
        return SubtopicEntry(code="", title=self.title.text, scope=self.scope.text)


class SectorForm(PartForm):
    """A sector that partners may come from."""

    title = local_text(
        _l("Name of the sector"),
        limit=TEXT_LIMITS["sectors.title"],
        empty=_l("Enter the name of the sector in Serbian"),
        too_long=_l("The name of the sector must be %(limit)s characters or fewer", limit=TEXT_LIMITS["sectors.title"]),
    )

    def entry(self) -> SectorEntry:
        return SectorEntry(code="", title=self.title.text)


class MealForm(PartForm):
    """A meal on one of the days."""

    day = ChoiceField(_l("Day"), wrong=_l("Choose a day of the meeting"), empty=_l("Choose the day of the meal"))
    title = local_text(
        _l("Name of the meal"),
        limit=TEXT_LIMITS["meals.title"],
        empty=_l("Enter the name of the meal in Serbian"),
        too_long=_l("The name of the meal must be %(limit)s characters or fewer", limit=TEXT_LIMITS["meals.title"]),
    )

    def offer(self, edition: Edition) -> None:
        self._days = {day.isoformat(): day for day in edition.days}
        self.day.choices = [(value, format_day(day, weekday=True, heading=True)) for value, day in self._days.items()]

    def entry(self) -> MealEntry:
        return MealEntry(code="", day=self._days[self.day.data], title=self.title.text)


class OrganiserForm(PartForm):
    """An organising body."""

    role = ChoiceField(_l("Role"), wrong=_l("Choose a role from the list"), empty=_l("Choose the role of the organiser"))
    name = local_text(
        _l("Name of the organiser"),
        limit=TEXT_LIMITS["organisers.name"],
        empty=_l("Enter the name of the organiser in Serbian"),
        too_long=_l("The name of the organiser must be %(limit)s characters or fewer", limit=TEXT_LIMITS["organisers.name"]),
    )
    duty = local_text(
        _l("What it answers for"),
        limit=TEXT_LIMITS["organisers.duty"],
        too_long=_l("The words about what it answers for must be %(limit)s characters or fewer", limit=TEXT_LIMITS["organisers.duty"]),
    )

    def offer(self, _edition: Edition) -> None:
        self.role.choices = enum_choices(OrganiserRole)

    def entry(self) -> OrganiserEntry:
        return OrganiserEntry(role=OrganiserRole(self.role.data), name=self.name.text, duty=self.duty.text)


class NewsForm(PartForm):
    """A piece of news."""

    published_on = DayField(_l("Day of the news"), wrong=WRONG_DAY, empty=_l("Enter the day of the news"))
    title = local_text(
        _l("Title of the news"),
        limit=TEXT_LIMITS["news.title"],
        empty=_l("Enter the title of the news in Serbian"),
        too_long=_l("The title of the news must be %(limit)s characters or fewer", limit=TEXT_LIMITS["news.title"]),
    )
    body = local_text(
        _l("Text of the news"),
        limit=TEXT_LIMITS["news.body"],
        lines=True,
        too_long=_l("The text of the news must be %(limit)s characters or fewer", limit=TEXT_LIMITS["news.body"]),
        hint=_l("Leave an empty line between paragraphs."),
    )

    def entry(self) -> NewsEntry:
        return NewsEntry(published_on=self.published_on.data, title=self.title.text, body=self.body.text)


FORMS: dict[PartKind, type[PartForm]] = {
    PartKind.ROOMS: RoomForm,
    PartKind.SUBTOPICS: SubtopicForm,
    PartKind.SECTORS: SectorForm,
    PartKind.MEALS: MealForm,
    PartKind.ORGANISERS: OrganiserForm,
    PartKind.NEWS: NewsForm,
    PartKind.WORDS: WordForm,
}


def part_form(part: PartKind, edition: Edition, row: Any = None, **first: Any) -> PartForm:
    """Return the form of a row, as it is or as it was sent; `first` is what an empty form shows."""
    form = FORMS[part](obj=row, data=first or None)
    form.offer(edition)
    return form
