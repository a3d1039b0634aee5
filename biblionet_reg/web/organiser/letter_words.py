"""A stored letter as people read it: words stand where the personal link will be."""

from biblionet_reg.domain.letter import LINK_PLACE
from biblionet_reg.i18n import gettext as _
from biblionet_reg.i18n import speaking
from biblionet_reg.models.letter import Letter


def readable(letter: Letter) -> str:
    """Return the text body, with words in the place of the link."""
    return letter.text_body.replace(LINK_PLACE, _link_words(letter))


def readable_html(letter: Letter) -> str:
    """Return the HTML body, with words in the place of the link and nothing to follow there."""
    return letter.html_body.replace(f'href="{LINK_PLACE}"', "").replace(LINK_PLACE, _link_words(letter))


def _link_words(letter: Letter) -> str:
    """Return the words in the letter's own language, which stands in its `lang`."""
    with speaking(letter.language):
        return _("[the personal link is put here when the letter is sent]")
