"""The text of a finished letter on a page: names in the other script, within it, say so."""

import re

from markupsafe import Markup, escape

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.script.alphabet import CYRILLIC

_CYRILLIC_RUNS = re.compile(rf"[{CYRILLIC}]+(?:[^\w<>&\n]+[{CYRILLIC}]+)*")
_LATIN_NAME = r"[A-ZČĆĐŠŽ\u00c0-\u024f][^\W\d_]+"
#: Capitalised Latin words in Cyrillic text, but not within addresses and codes.
_LATIN_NAMES = re.compile(rf"(?<![\w@./&;-]){_LATIN_NAME}(?:[ ’-]{_LATIN_NAME})*(?![\w@/;-]|\.\w)")


def letter_marked(text: str, lang: Lang) -> Markup:
    """Return a finished letter in `lang` as text for HTML: a name in the other script, within it, says so."""
    if lang is Lang.SR:
        return Markup(_LATIN_NAMES.sub(r'<span lang="und">\g<0></span>', str(escape(text))))  # noqa: S704 - escaped here
    return Markup(_CYRILLIC_RUNS.sub(r'<span lang="sr">\g<0></span>', str(escape(text))))  # noqa: S704 - escaped here
