"""Slots of the programme as HTML: whatever part of it somebody asks for, each is drawn once."""

from collections.abc import Callable, Hashable

from flask import g
from markupsafe import Markup

from biblionet_reg.domain.timetable import ListedItem
from biblionet_reg.web.kept import kept_here

#: A programme of a thousand presentations, or a usual one in its three languages with older versions; 2 kB each.
_KEPT = 1000


def kept_slot(draw: Callable[..., Markup], item: ListedItem, *told: Hashable) -> Markup:
    """Return `item` as `draw` draws it with what else is `told` of it; the script of its words follows the edition's."""
    key = (item, told, g.lang, g.edition.slug, g.edition.updated_at)
    return kept_here("programme_slots", _KEPT, key, lambda: draw(item, *told))
