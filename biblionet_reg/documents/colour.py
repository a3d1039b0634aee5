"""The edition's colour as an accent on paper: always a real colour, always dark enough to read."""

from biblionet_reg.domain.colour import contrast, is_colour, mix
from biblionet_reg.domain.edition import EditionFacts

_USUAL = "#7a1f3d"
#: White text on the accent, and accent text on white, reach at least this contrast.
_CONTRAST = 5.5
_DARKER = 0.06


def accent(edition: EditionFacts) -> str:
    """Return the accent of documents as `#rrggbb`: the edition's colour, darkened where white needs it."""
    found = edition.colour.lower() if is_colour(edition.colour) else _USUAL
    while contrast(found, "#ffffff") < _CONTRAST:
        found = mix(found, "#000000", _DARKER)
    return found
