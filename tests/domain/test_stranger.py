"""Letters of the other alphabet in addresses are found and named."""

import pytest

from biblionet_reg.domain.stranger import Stranger, stranger_in


@pytest.mark.parametrize(
    ("address", "letter", "is_cyrillic"),
    [
        ("marko@exаmple.rs", "а", True),
        ("mаrko@example.rs", "а", True),
        ("marko@херој.rs", "х", True),
        ("марко@example.rs", "м", True),
        ("marko@пoшта.срб", "o", False),
        ("https://www.exаmple.rs/", "а", True),
        ("https://example.rs/Врaње", "a", False),
    ],
)
def test_the_strange_letter_of_an_address_is_found(address: str, letter: str, is_cyrillic: bool) -> None:
    assert stranger_in(address) == Stranger(address, letter, is_cyrillic=is_cyrillic)


def test_a_domain_that_a_browser_encoded_is_read() -> None:
    assert stranger_in("marko@xn--exmple-4nf.rs") == Stranger("marko@exаmple.rs", "а", is_cyrillic=True)
    assert stranger_in("marko@xn--80a-a.xn--90a3ac") is None
    assert stranger_in("marko@xn--.rs") is None


@pytest.mark.parametrize(
    "address",
    ["", "marko@example.rs", "marko@пошта.срб", "https://sr.wikipedia.org/wiki/Врање", "https://пример.срб/a", "marko", "@", "://"],
)
def test_an_address_in_one_alphabet_has_none(address: str) -> None:
    assert stranger_in(address) is None
