"""Numbers as each language writes them: „1.234,50“ in Serbian, "1,234.50" in English."""

from decimal import Decimal

from biblionet_reg.domain.language import Lang

_SERBIAN_MARKS = str.maketrans(",.", ".,")
_ENGLISH_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
#: 11th, 12th, 13th.
_TEENS = range(11, 14)


def written_number(number: int | Decimal, lang: Lang) -> str:
    """Return `number` with its thousands parted; as many decimals as it has."""
    text = f"{number:,}".replace("-", "−")
    return text if lang is Lang.EN else text.translate(_SERBIAN_MARKS)


def ordinal(number: int, lang: Lang) -> str:
    """Return „14.“, "14th"; Serbian print leaves the point out before a comma, a bracket or a dash."""
    if lang is not Lang.EN:
        return f"{number}."
    ending = "th" if number % 100 in _TEENS else _ENGLISH_ENDINGS.get(number % 10, "th")
    return f"{number}{ending}"
