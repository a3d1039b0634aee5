"""Sessions of the working programme as HTML: drawn again only when something in them or beside them changed."""

from collections.abc import Callable, Hashable, Mapping

from flask import current_app, g
from markupsafe import Markup

from biblionet_reg.domain.shelf import Shelf
from biblionet_reg.queries.programme_board import BoardSession
from biblionet_reg.web.organiser.programme_page import ClashLine

#: Four large programmes, or as many languages of one; 5 kB each.
_KEPT = 200
_KEY = "biblionet_programme_blocks"


def kept_block(draw: Callable[..., Markup], block: BoardSession, beside: Mapping[str, list[ClashLine]], zone: str) -> Markup:
    """Return `block` as `draw` draws it, by all it says; the script of its words follows the edition's."""
    kept: Shelf[Hashable, Markup] = current_app.extensions.setdefault(_KEY, Shelf(_KEPT))
    lines = tuple(beside.get(block.key, ()))
    clashing = tuple(slot.key for slot in block.slots if slot.key in beside)
    key = (block, lines, clashing, zone, g.lang, g.edition.slug, g.edition.updated_at)
    return kept.get(key) or kept.keep(key, draw(block, beside, zone))
