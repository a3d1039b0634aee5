"""Characters that no text should hold, since nobody sees them: controls, and the marks that turn the direction of text."""

import re

# Tab and new line are controls that people mean. A lone surrogate is no character at all: JSON can bring one, a form cannot.
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def unseen_in(text: str) -> str | None:
    """Return the first such character of a text, None where there is none."""
    found = _UNSEEN.search(text)
    return found.group() if found else None


def without_unseen(text: str) -> str:
    """Return the text without them."""
    return _UNSEEN.sub("", text)
