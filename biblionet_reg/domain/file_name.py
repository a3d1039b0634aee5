"""Names of files as they travel: readable for every program, and in their own letters for those that can."""

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.script import is_cyrillic, to_latin
from biblionet_reg.domain.slug import slug_of

_BASE_LIMIT = 80


def ascii_name(name: str) -> str:
    """Return a name of plain letters for programs that know no others: „Рад Ђорђевић.pdf“ becomes `rad-dordevic.pdf`."""
    if name.isascii():
        return name.replace('"', "'").replace("\\", "-")
    base, dot, ending = name.rpartition(".")
    if not dot or not ending.isascii() or not ending.isalnum():
        return slug_of(name, limit=_BASE_LIMIT)
    return f"{slug_of(base, limit=_BASE_LIMIT)}.{ending}"


def name_for(name: str, lang: Lang) -> str:
    """Return the name as a reader of `lang` reads it: a Cyrillic one in Latin script for who reads Latin."""
    return name if lang is Lang.SR or not is_cyrillic(name) else to_latin(name)
