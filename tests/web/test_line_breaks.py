"""Addresses and codes in narrow columns."""

import pytest

from biblionet_reg.web.line_breaks import breakable, codes_whole, unbroken


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        ("ana.anic@example.org", ["ana.", "anic@", "example.", "org"]),
        ("https://www.example.org/a/", ["https://", "www.", "example.", "org/", "a/"]),
        ("ana@grad-biblioteka.rs", ["ana@", '<span class="nowrap">grad-biblioteka.</span>', "rs"]),
        ("ana@narodna-biblioteka-stefan-prvovencani.rs", ["ana@", "narodna-biblioteka-stefan-prvovencani.", "rs"]),
        ("<b>@x", ["&lt;b&gt;@", "x"]),
    ],
)
def test_address_breaks_between_its_parts(address: str, parts: list[str]) -> None:
    assert breakable(address) == "<wbr>".join(parts)


def test_code_stays_whole_and_is_escaped() -> None:
    assert unbroken("S-<3") == '<span class="nowrap">S-&lt;3</span>'


def test_codes_in_a_text_stay_whole_and_the_text_is_escaped() -> None:
    assert codes_whole("Ваш предлог S-2APWZJ <b>") == 'Ваш предлог <span class="nowrap">S-2APWZJ</span> &lt;b&gt;'
