"""Sessions of the working programme as HTML: drawn again only when something in them or beside them changed."""

from collections.abc import Callable, Mapping

from flask import g
from markupsafe import Markup

from biblionet_reg.queries.programme_board import BoardSession
from biblionet_reg.web.kept import kept_here
from biblionet_reg.web.organiser.programme_page import ClashLine

#: Four large programmes, or as many languages of one; 5 kB each.
_KEPT = 200


def kept_block(draw: Callable[..., Markup], block: BoardSession, beside: Mapping[str, list[ClashLine]], zone: str) -> Markup:
    """Return `block` as `draw` draws it, by all it says; the script of its words follows the edition's."""
    lines = tuple(beside.get(block.key, ()))
    clashing = tuple(slot.key for slot in block.slots if slot.key in beside)
    key = (block, lines, clashing, zone, g.lang, g.edition.slug, g.edition.updated_at)
    return kept_here("programme_blocks", _KEPT, key, lambda: draw(block, beside, zone))
