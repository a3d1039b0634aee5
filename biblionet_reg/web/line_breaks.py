"""Where a line may end in what is read as one piece: addresses between their parts, codes nowhere."""

import re
from functools import lru_cache

from markupsafe import Markup, escape

from biblionet_reg.domain.codes import IN_TEXT

_PART = re.compile(r"[^@/.]*(?:@|/+|\.|$)")
_BREAK = Markup("<wbr>")
_CODE = re.compile(rf"\b{IN_TEXT}\b")
#: A part with hyphens that any column has room for stays whole; a longer one may have to break at them.
_SHORT = 24


@lru_cache(maxsize=512)
def breakable(address: str) -> Markup:
    """Return an e-mail or web address that a narrow column breaks after @, a dot or a stroke; it is copied as it is."""
    return _BREAK.join(unbroken(part) if "-" in part and len(part) <= _SHORT else part for part in _PART.findall(address) if part)


def unbroken(code: str) -> Markup:
    """Return a code (`S-…`, `R-…`) that stays in one line."""
    return Markup('<span class="nowrap">{}</span>').format(code)


def codes_whole(text: str) -> Markup:
    """Return `text` for HTML with every code in it unbroken."""
    return Markup(_CODE.sub(r'<span class="nowrap">\g<0></span>', str(escape(text))))  # noqa: S704 - escaped, and only our own mark is added
