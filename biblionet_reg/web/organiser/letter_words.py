"""A stored letter as people read it: words stand where the personal link will be."""

from biblionet_reg.domain.letter import LINK_PLACE
from biblionet_reg.i18n import gettext as _


def readable(text: str) -> str:
    """Return the text body, with words in the place of the link."""
    return text.replace(LINK_PLACE, _link_words())


def readable_html(html: str) -> str:
    """Return the HTML body, with words in the place of the link and nothing to follow there."""
    return html.replace(f'href="{LINK_PLACE}"', "").replace(LINK_PLACE, _link_words())


def _link_words() -> str:
    return _("[the personal link is put here when the letter is sent]")
