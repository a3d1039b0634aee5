"""Choosing an institution: one of the known ones from a list, or any other typed with its kind."""

from biblionet_reg.i18n import gettext as _
from biblionet_reg.i18n import in_script
from biblionet_reg.models.institution import Institution


def choice_key(institution: Institution) -> str:
    """Return what stands for a known institution in a form."""
    return f"{institution.name_key}|{institution.place_key}"


def institution_choices(known: list[Institution]) -> list[tuple[str, str]]:
    """Return the list people choose from, by place; the first choice is none."""
    named = ((choice_key(one), f"{one.place}: {one.name}" if one.place else one.name) for one in known)
    return [("", _("Choose from the list")), *((key, in_script(words)) for key, words in named)]


def choice_of(known: list[Institution], name: str, place: str) -> str:
    """Return the choice that means this name and place, empty when it is none of the known."""
    return next((choice_key(one) for one in known if (one.name, one.place) == (name, place)), "")
