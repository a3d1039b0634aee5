"""A stored letter as people read it: words stand where the personal link will be, and a sentence for what a mail server answered."""

import re

from biblionet_reg.domain.letter import LINK_PLACE
from biblionet_reg.i18n import gettext as _
from biblionet_reg.i18n import speaking
from biblionet_reg.models.letter import Letter

# What mail servers answer by number (RFC 5321, RFC 3463); 550 is of the address unless the second number says otherwise.
_NOBODY = re.compile(r"^55[013]\b(?! 5\.[^1])|\b5\.1\.\d")
_FULL = re.compile(r"^552\b|\b[45]\.2\.2\b")
_REFUSED = re.compile(r"5\d\d\b")


def trouble(said: str) -> str:
    """Return what to do about a letter that could not be sent, by what the mail server said."""
    if _FULL.search(said):
        return _("The recipient’s mailbox is full. Try again in a few days, or tell the recipient another way.")
    if _NOBODY.search(said):
        return _("The mail server says that nobody has this address. Ask the recipient for the right one.")
    if _REFUSED.match(said):
        return _("The mail server refused the letter. Show what it said to whoever looks after your mail, then try again.")
    return _("The mail server did not take the letter. Try again; if it fails again, show what it said to whoever looks after your mail.")


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
