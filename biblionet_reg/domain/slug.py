"""Slugs and codes: the short names that stand in addresses and files."""

import re

from biblionet_reg.domain.script import fold

#: First words after the language that are not editions.
RESERVED_SLUGS = frozenset({"account", "accessibility", "editions", "gallery", "offline", "privacy", "static", "verify"})
SLUG_LIMIT = 60
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def is_slug(text: str) -> bool:
    """Say whether `text` is made of small Latin letters, digits and single dashes, and is short enough."""
    return len(text) <= SLUG_LIMIT and _SLUG.fullmatch(text) is not None


def is_edition_slug(text: str) -> bool:
    """Say whether an edition may live at this address."""
    return is_slug(text) and text not in RESERVED_SLUGS


def slug_of(text: str, *, limit: int = 40) -> str:
    """Return a slug that reads like `text` („Велика сала“ becomes `velika-sala`); `item` when nothing is left."""
    plain = _NOT_SLUG.sub("-", fold(text)).strip("-")
    if len(plain) > limit:
        plain = plain[: limit + 1].rpartition("-")[0] or plain[:limit]
    return plain or "item"
