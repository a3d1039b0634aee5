"""Money: a whole number of the smallest unit and a currency."""

from dataclasses import dataclass
from decimal import Decimal

from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.number import written_number

#: Currencies with a Cyrillic abbreviation of their own; the others keep their ISO code in every script.
_CYRILLIC = {"RSD": "РСД"}
_BLANK = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in paras, cents …; `currency` is its ISO code."""

    minor: int
    currency: str = "RSD"

    @property
    def amount(self) -> Decimal:
        """The amount in whole units with two decimals."""
        return Decimal(self.minor).scaleb(-2)


def written_money(money: Money, lang: Lang) -> str:
    """Return „3.500,50 РСД“, „3.500,50 RSD“, "RSD 3,500.50"; amount and currency are never parted by a line end.

    Not by CLDR, which gives the dinar no decimals and so loses the paras that invoices and payment slips must name.
    """
    number = written_number(money.amount, lang)
    if lang is Lang.EN:
        sign = "−" if money.minor < 0 else ""
        return f"{sign}{money.currency}{_BLANK}{number.removeprefix(sign)}"
    currency = _CYRILLIC.get(money.currency, money.currency) if lang is Lang.SR else money.currency
    return f"{number}{_BLANK}{currency}"
