"""Numbers and ordinals."""

from decimal import Decimal

import pytest
from babel.numbers import format_decimal

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.number import ordinal, written_number


@pytest.mark.parametrize(
    ("number", "serbian", "english"),
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (1234, "1.234", "1,234"),
        (1234567, "1.234.567", "1,234,567"),
        (Decimal("1234.50"), "1.234,50", "1,234.50"),
        (Decimal("0.5"), "0,5", "0.5"),
        (-1234, "−1.234", "−1,234"),
    ],
)
def test_number_has_the_marks_of_its_language(number: int | Decimal, serbian: str, english: str) -> None:
    assert [written_number(number, lang) for lang in Lang] == [serbian, serbian, english]


@pytest.mark.parametrize("number", [7, 4000, 12345, Decimal("1234.5"), Decimal("1000000.25")])
@pytest.mark.parametrize("lang", list(Lang))
def test_number_is_that_of_cldr(lang: Lang, number: int | Decimal) -> None:
    assert written_number(number, lang) == format_decimal(number, locale=lang.locale)


@pytest.mark.parametrize(
    ("number", "english"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"), (14, "14th"), (21, "21st"), (112, "112th")],
)
def test_ordinal_is_a_point_in_serbian_and_an_ending_in_english(number: int, english: str) -> None:
    assert [ordinal(number, lang) for lang in Lang] == [f"{number}.", f"{number}.", english]
