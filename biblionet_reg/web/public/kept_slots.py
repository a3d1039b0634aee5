"""Slots of the programme as HTML: whatever part of it somebody asks for, each is drawn once."""

from collections.abc import Callable, Hashable

from flask import current_app, g
from markupsafe import Markup

from biblionet_reg.domain.shelf import Shelf
from biblionet_reg.domain.timetable import ListedItem

#: A programme of a thousand presentations, or a usual one in its three languages with older versions; 2 kB each.
_KEPT = 1000
_KEY = "biblionet_programme_slots"


def kept_slot(draw: Callable[..., Markup], item: ListedItem, *told: Hashable) -> Markup:
    """Return `item` as `draw` draws it with what else is `told` of it; the script of its words follows the edition's."""
    kept: Shelf[Hashable, Markup] = current_app.extensions.setdefault(_KEY, Shelf(_KEPT))
    key = (item, told, g.lang, g.edition.slug, g.edition.updated_at)
    return kept.get(key) or kept.keep(key, draw(item, *told))
