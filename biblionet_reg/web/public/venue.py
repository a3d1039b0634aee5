"""Where the venue is on a map: a link to OpenStreetMap, which nothing of a page is ever loaded from."""

from urllib.parse import urlencode

from biblionet_reg.models.edition import Edition
from biblionet_reg.shown.texts import say

_SEARCH = "https://www.openstreetmap.org/search"


def map_address(edition: Edition) -> str:
    """Return the address of the map that shows the venue, as near as real facts tell it; nothing where they do not."""
    real = [name for name in ("venue_address", "host_place") if name not in edition.examples]
    wanted = next(filter(None, (" ".join(say(getattr(edition, name)).split()) for name in real)), "")
    return f"{_SEARCH}?{urlencode({'query': wanted})}" if wanted else ""
