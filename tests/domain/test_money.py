"""Amounts of money."""

import pytest
from babel.numbers import format_currency

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.money import Money, written_money


@pytest.mark.parametrize(
    ("money", "serbian", "latin", "english"),
    [
        (Money(350050), "3.500,50 РСД", "3.500,50 RSD", "RSD 3,500.50"),
        (Money(250000), "2.500,00 РСД", "2.500,00 RSD", "RSD 2,500.00"),
        (Money(0), "0,00 РСД", "0,00 RSD", "RSD 0.00"),
        (Money(5), "0,05 РСД", "0,05 RSD", "RSD 0.05"),
        (Money(-350050), "−3.500,50 РСД", "−3.500,50 RSD", "−RSD 3,500.50"),
        (Money(123456789, "EUR"), "1.234.567,89 EUR", "1.234.567,89 EUR", "EUR 1,234,567.89"),
    ],
)
def test_money_names_its_paras_and_its_currency(money: Money, serbian: str, latin: str, english: str) -> None:
    written = [written_money(money, lang) for lang in Lang]

    assert [text.replace("\N{NO-BREAK SPACE}", " ") for text in written] == [serbian, latin, english]
    assert all(text.count("\N{NO-BREAK SPACE}") == 1 and " " not in text for text in written)


def test_cldr_would_lose_the_paras() -> None:
    assert format_currency(Money(350050).amount, "RSD", locale="sr").replace("\N{NO-BREAK SPACE}", " ") == "3.500 RSD"
