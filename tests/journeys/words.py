"""What the product says in each language, looked up in its catalogues."""

from functools import cache
from typing import Any

from babel.support import Translations

from biblionet_reg.domain.language import Lang
from tests.journeys.house import ROOT


@cache
def _catalogue(lang: Lang) -> Any:
    return Translations.load(ROOT / "biblionet_reg" / "translations", [lang.locale])


def words(lang: Lang, message: str, **values: str) -> str:
    """Return an English sentence of the code in `lang`; a sentence without a translation is a fault."""
    said = message if lang is Lang.EN else _catalogue(lang).gettext(message)
    assert lang is Lang.EN or said != message, f"“{message}” is not translated into {lang}"
    return said % values if values else str(said)


def has_cyrillic(text: str) -> bool:
    """Say whether a Cyrillic letter stands in `text`."""
    return any("\u0400" <= char <= "\u04ff" for char in text)
