"""Slugs and codes."""

import pytest

from biblionet_reg.domain.institution import institution_key
from biblionet_reg.domain.slug import is_edition_slug, is_slug, slug_of
from biblionet_reg.domain.web_address import is_web_address


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Велика сала", "velika-sala"),
        ("Đorđe’s Room №2", "dorde-s-room-no2"),
        ("„…“", "item"),
        ("а" * 50, "a" * 40),
        ("Јавна библиотека „Бора Станковић“ и град Врање", "javna-biblioteka-bora-stankovic-i-grad"),
    ],
)
def test_slug_reads_like_the_text(text: str, slug: str) -> None:
    assert slug_of(text) == slug


def test_slug_is_small_latin_with_single_dashes() -> None:
    assert [text for text in ("2020", "zicki-sabor-2022", "a--b", "-a", "A", "а", "", "a" * 61) if is_slug(text)] == [
        "2020",
        "zicki-sabor-2022",
    ]


def test_words_of_the_site_are_no_editions() -> None:
    assert [text for text in ("2020", "account", "privacy") if is_edition_slug(text)] == ["2020"]


def test_institutions_of_one_name_have_one_key() -> None:
    names = ("Јавна библиотека „Бора Станковић“", 'javna biblioteka "Bora Stankovic"', "Javna  biblioteka «Bora-Stanković»")

    assert {institution_key(name) for name in names} == {"javna biblioteka bora stankovic"}


def test_web_addresses_have_a_host() -> None:
    given = ("https://nb.rs", "http://a.rs/x?y", "javascript:alert(1)", "https://", "nb.rs", "https://a b.rs", "https://[x")

    assert [text for text in given if is_web_address(text)] == ["https://nb.rs", "http://a.rs/x?y"]
