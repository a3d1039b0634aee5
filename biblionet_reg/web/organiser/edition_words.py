"""The words of an edition's settings: whole sentences for each section and each list."""

from dataclasses import dataclass
from typing import Any

from biblionet_reg.domain.edition_parts import PartKind
from biblionet_reg.i18n import lazy_gettext as _l
from biblionet_reg.i18n import lazy_pgettext as _lp
from biblionet_reg.web.forms.edition import Section

_SECTIONS = {
    Section.TEXTS: _l("Theme and idea"),
    Section.DATES: _l("Dates and deadlines"),
    Section.PLACES: _l("Host, venue, travel and stay"),
    Section.PARTICIPATION: _l("Places, limits and fee"),
    Section.CONTACT: _l("Contact and office hours"),
}


@dataclass(frozen=True, slots=True)
class PartWords:
    """What the pages of one list say; `adding`, `edit` and `removing` are their titles, `add` and `remove` their buttons."""

    about: Any
    add: Any
    adding: Any
    added: Any
    edit: Any
    edited: Any
    remove: Any
    removing: Any
    removed: Any
    empty: Any
    examples: Any
    columns: tuple[Any, ...]


WORDS = {
    PartKind.ROOMS: PartWords(
        about=_l("The sessions of the programme take place in these rooms."),
        add=_l("Add a room"),
        adding=_lp("page title", "Add a room"),
        added=_l("The room is added."),
        edit=_l("Change the room"),
        edited=_l("The room is saved."),
        remove=_l("Remove the room"),
        removing=_lp("page title", "Remove the room"),
        removed=_l("The room is removed."),
        empty=_l("There are no rooms yet."),
        examples=_l("These rooms are examples and are marked as such on the edition’s pages."),
        columns=(_l("Room"), _l("Where it is"), _l("Seats"), _l("Used by")),
    ),
    PartKind.SUBTOPICS: PartWords(
        about=_l("Papers are submitted under these subtopics."),
        add=_l("Add a subtopic"),
        adding=_lp("page title", "Add a subtopic"),
        added=_l("The subtopic is added."),
        edit=_l("Change the subtopic"),
        edited=_l("The subtopic is saved."),
        remove=_l("Remove the subtopic"),
        removing=_lp("page title", "Remove the subtopic"),
        removed=_l("The subtopic is removed."),
        empty=_l("There are no subtopics yet."),
        examples=_l("These subtopics are examples and are marked as such on the edition’s pages."),
        columns=(_l("Subtopic"), _l("What belongs to it"), _l("Used by")),
    ),
    PartKind.SECTORS: PartWords(
        about=_l("Authors choose from these sectors for the partners their paper is about."),
        add=_l("Add a sector"),
        adding=_lp("page title", "Add a sector"),
        added=_l("The sector is added."),
        edit=_l("Change the sector"),
        edited=_l("The sector is saved."),
        remove=_l("Remove the sector"),
        removing=_lp("page title", "Remove the sector"),
        removed=_l("The sector is removed."),
        empty=_l("There are no sectors yet."),
        examples=_l("These sectors are examples and are marked as such on the edition’s pages."),
        columns=(_l("Sector"), _l("Used by")),
    ),
    PartKind.MEALS: PartWords(
        about=_l("Participants sign up for these meals when they register."),
        add=_l("Add a meal"),
        adding=_lp("page title", "Add a meal"),
        added=_l("The meal is added."),
        edit=_l("Change the meal"),
        edited=_l("The meal is saved."),
        remove=_l("Remove the meal"),
        removing=_lp("page title", "Remove the meal"),
        removed=_l("The meal is removed."),
        empty=_l("There are no meals yet."),
        examples=_l("These meals are examples and are marked as such on the edition’s pages."),
        columns=(_l("Meal"), _l("Day"), _l("Used by")),
    ),
    PartKind.ORGANISERS: PartWords(
        about=_l("These organisers are listed on the edition’s page and in the programme."),
        add=_l("Add an organiser"),
        adding=_lp("page title", "Add an organiser"),
        added=_l("The organiser is added."),
        edit=_l("Change the organiser"),
        edited=_l("The organiser is saved."),
        remove=_l("Remove the organiser"),
        removing=_lp("page title", "Remove the organiser"),
        removed=_l("The organiser is removed."),
        empty=_l("There are no organisers yet."),
        examples=_l("These organisers are examples and are marked as such on the edition’s pages."),
        columns=(_l("Organiser"), _l("Role"), _l("What it answers for")),
    ),
    PartKind.NEWS: PartWords(
        about=_l("News appears on the edition’s page, the latest first."),
        add=_l("Add news"),
        adding=_lp("page title", "Add news"),
        added=_l("The news is added."),
        edit=_l("Change the news"),
        edited=_l("The news is saved."),
        remove=_l("Remove the news"),
        removing=_lp("page title", "Remove the news"),
        removed=_l("The news is removed."),
        empty=_l("There is no news yet."),
        examples=_l("This news is an example and is marked as such on the edition’s pages."),
        columns=(_l("Title"), _l("Day")),
    ),
    PartKind.WORDS: PartWords(
        about=_l("Latin text is converted to Cyrillic by rules. These words are this edition’s exceptions."),
        add=_l("Add a word"),
        adding=_lp("page title", "Add a word"),
        added=_l("The word is added."),
        edit=_l("Change the word"),
        edited=_l("The word is saved."),
        remove=_l("Remove the word"),
        removing=_lp("page title", "Remove the word"),
        removed=_l("The word is removed."),
        empty=_l("There are no words yet."),
        examples="",
        columns=(_l("Word"), _l("On Cyrillic pages"), _l("Cyrillic form")),
    ),
}


def section_title(section: Section) -> str:
    """Return the title of a section's page."""
    return str(_SECTIONS[section])
