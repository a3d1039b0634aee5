"""A person's name in the other script: a suggestion, theirs to correct. A foreign name has none and stays as it is."""

import re
from collections.abc import Callable

from biblionet_reg.domain.script.alphabet import CAPITAL, CYRILLIC, SERBIAN_CYRILLIC, SMALL, whole_letters
from biblionet_reg.domain.script.cyrillic import letters_to_cyrillic
from biblionet_reg.domain.script.known_names import FOREIGN, SERBIAN
from biblionet_reg.domain.script.latin import letters_to_latin
from biblionet_reg.domain.script.mixed import in_one_script
from biblionet_reg.domain.script.roman import is_numeral

_PART = re.compile(r"[^\W\d_]+")
_SERBIAN = re.compile(f"[{CAPITAL}{SMALL}]+")
_CYRILLIC = re.compile(f"[{CYRILLIC}]")
_CYRILLIC_ONLY = re.compile(f"[{CYRILLIC}]+")
_SERBIAN_CYRILLIC = re.compile(f"[{SERBIAN_CYRILLIC}ѐѝЀЍ]+")
#: Spellings that Serbian names do not have, unless a Serbian letter beside them says otherwise (Јацковић).
_FOREIGN_SPELLING = re.compile(r"([bcdfgklmnoprstze])\1|[cgprt]h|sch|sh|ck|[cst]z|cs|hn$|eau|ieu|eux|ou|^mc")
_SERBIAN_MARKS = re.compile("[čćšžđ]")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])['’ʼ`´](?=[^\W\d_])")
_BARE_ENDING = re.compile("[^csz]+ic")


def name_to_cyrillic(name: str) -> str | None:
    """Return a person's name in Cyrillic; None when a part of it is foreign to Serbian, or its letters say too little."""
    whole = whole_letters(name)
    return None if _APOSTROPHE.search(whole) else _by_parts(whole, _part_to_cyrillic)


def name_to_latin(name: str) -> str | None:
    """Return a person's name in Latin; None when a part of it has letters that Serbian Cyrillic lacks."""
    whole = _by_parts(name, _part_for_latin)
    return None if whole is None else letters_to_latin(whole)


def _by_parts(name: str, convert: Callable[[str], str | None]) -> str | None:
    pieces, end = [], 0
    for found in _PART.finditer(name):
        part = convert(in_one_script(found[0]))
        if part is None:
            return None
        pieces += [name[end : found.start()], part]
        end = found.end()
    return "".join([*pieces, name[end:]])


def _part_for_latin(part: str) -> str | None:
    return part if not _CYRILLIC.search(part) or _SERBIAN_CYRILLIC.fullmatch(part) else None


def _part_to_cyrillic(part: str) -> str | None:
    if _CYRILLIC.search(part):
        return part if _CYRILLIC_ONLY.fullmatch(part) else None
    if len(part) > 1 and is_numeral(part):
        return part
    if not _SERBIAN.fullmatch(part):
        return None
    spelled = _spelled(part.lower())
    return None if spelled is None else _like(part, letters_to_cyrillic(spelled))


def _spelled(part: str) -> str | None:
    """Return a part of a name, in small letters, with the marks it is written with; None when that cannot be known."""
    if part.isascii() and part in SERBIAN:
        return SERBIAN[part].lower()
    if part in FOREIGN:
        return None
    spelled = part.replace("dj", "đ")
    if _SERBIAN_MARKS.search(part):
        return spelled
    if _FOREIGN_SPELLING.search(part):
        return None
    if part.endswith("ic"):
        return f"{spelled[:-1]}ć" if _BARE_ENDING.fullmatch(part) else None
    return spelled


def _like(part: str, small: str) -> str:
    """Return `small` in the case of `part`; capitals inside it (McX) are rare enough to be lost."""
    if part.isupper() and len(part) > 1:
        return small.upper()
    return small[:1].upper() + small[1:] if part[:1].isupper() else small
