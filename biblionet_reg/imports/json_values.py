"""Reading single values out of JSON: each reader returns the value or notes one fault and returns a stand-in."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from biblionet_reg.domain.colour import is_colour
from biblionet_reg.domain.edition_dates import YEARS
from biblionet_reg.domain.edition_file import Mending
from biblionet_reg.domain.mending import mend
from biblionet_reg.domain.slug import SLUG_LIMIT, is_slug
from biblionet_reg.domain.stranger import stranger_in
from biblionet_reg.domain.text import LocalText, shows_nothing
from biblionet_reg.domain.unseen import unseen_in
from biblionet_reg.domain.web_address import is_web_address
from biblionet_reg.imports.faults import Faults

Reader = Callable[[Any, str, Faults], Any]

_LANGUAGES = ("sr", "en", "sr-Latn")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_STAND_IN_DAY = date(2000, 1, 1)


def text(limit: int, *, required: bool = False, mends: bool = True) -> Reader:
    """A string, or a list of strings: its paragraphs. Words that mix two alphabets are put right and noted."""

    def read(value: Any, path: str, faults: Faults) -> str:
        if isinstance(value, list) and all(isinstance(part, str) for part in value):
            value = "\n\n".join(value)
        if not isinstance(value, str):
            faults.add(path, "must be a text in quotes, or a list of paragraphs")
            return ""
        found = unicodedata.normalize("NFC", value).strip()
        if unseen := unseen_in(found):
            faults.add(path, f"holds the invisible character U+{ord(unseen):04X}: remove it")
        elif mends and len(found) <= limit:
            found = _mended(found, path, faults)
        if len(found) > limit:
            faults.add(path, f"is {len(found)} characters long: {limit} is the most")
        if required and shows_nothing(found):
            faults.add(path, "must not be empty")
        return found

    return read


def _mended(typed: str, path: str, faults: Faults) -> str:
    found = mend(typed)
    faults.notes += [Mending(path, old, new) for old, new in found.changes]
    faults.notes += [Mending(path, old) for old, _new in found.left]
    return found.text


def local_text(limit: int, *, required: bool = False) -> Reader:
    """An object with the text in Serbian (`sr`), English (`en`) and, if wanted, Serbian Latin (`sr-Latn`)."""
    part = text(limit)

    def read(value: Any, path: str, faults: Faults) -> LocalText:
        if not isinstance(value, dict):
            faults.add(path, 'must be an object with the text in its languages, such as {"sr": "…", "en": "…"}')
            return LocalText()
        before = len(faults.found)
        for name in value:
            if name not in _LANGUAGES:
                faults.add(f"{path}.{name}", "is not a language of the edition: use sr, en or sr-Latn")
        parts = {name: part(value[name], f"{path}.{name}", faults) for name in _LANGUAGES if name in value}
        if required and len(faults.found) == before and all(shows_nothing(parts.get(name, "")) for name in ("sr", "en")):
            faults.add(path, "must hold a text in sr or en")
        return LocalText.from_dict(parts)

    return read


def whole_number(low: int, high: int, *, or_null: bool = False) -> Reader:
    """A whole number from `low` to `high`; null too where there may be none."""

    def read(value: Any, path: str, faults: Faults) -> int | None:
        if value is None and or_null:
            return None
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            faults.add(path, f"must be a whole number from {low} to {high}" + (", or null" if or_null else ""))
            return None if or_null else low
        return value

    return read


def day(value: Any, path: str, faults: Faults) -> date:
    """A day such as 2020-10-01."""
    try:
        found = date.fromisoformat(value) if isinstance(value, str) and len(value) == len("2020-10-01") else None
    except ValueError:
        found = None
    if found is None or found.year not in YEARS:
        faults.add(path, 'must be a day such as "2020-10-01"')
        return _STAND_IN_DAY
    return found


def day_or_null(value: Any, path: str, faults: Faults) -> date | None:
    """A day, or null."""
    return None if value is None else day(value, path, faults)


def moment_or_null(value: Any, path: str, faults: Faults) -> datetime | None:
    """A moment of local time with its offset, or null."""
    if value is None:
        return None
    try:
        found = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        faults.add(path, 'must be a moment with its offset, such as "2020-08-31T23:59:59+02:00", or null')
        return None
    return found


def code(value: Any, path: str, faults: Faults) -> str:
    """A code: small Latin letters, digits, single dashes."""
    if isinstance(value, str) and is_slug(value):
        return value
    faults.add(path, f"must be small Latin letters, digits and single dashes, {SLUG_LIMIT} characters at most")
    return ""


def one_of(kind: type[StrEnum]) -> Reader:
    """One word of a closed set."""

    def read(value: Any, path: str, faults: Faults) -> StrEnum:
        if isinstance(value, str) and value in {member.value for member in kind}:
            return kind(value)
        faults.add(path, "must be one of " + ", ".join(member.value for member in kind))
        return next(iter(kind))

    return read


def email(limit: int) -> Reader:
    """An e-mail address, or an empty text."""
    return _matching(limit, lambda found: _EMAIL.fullmatch(found) is not None, "must be an e-mail address such as name@example.org")


def website(limit: int) -> Reader:
    """A web address, or an empty text."""
    return _matching(limit, is_web_address, "must be a web address such as https://example.org")


def colour(value: Any, path: str, faults: Faults) -> str:
    """A colour such as #7a1f3d."""
    if isinstance(value, str) and is_colour(value):
        return value.lower()
    faults.add(path, 'must be a colour such as "#7a1f3d"')
    return "#000000"


def _matching(limit: int, accepts: Callable[[str], bool], problem: str) -> Reader:
    plain = text(limit, mends=False)

    def read(value: Any, path: str, faults: Faults) -> str:
        found: str = plain(value, path, faults)
        if stranger := stranger_in(found):
            alphabet, other = ("Cyrillic", "Latin") if stranger.is_cyrillic else ("Latin", "Cyrillic")
            faults.add(path, f"holds the {alphabet} letter “{stranger.letter}”: type it in {other}")
        elif found and not accepts(found):
            faults.add(path, problem)
        return found

    return read
