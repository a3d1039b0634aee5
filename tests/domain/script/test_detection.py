"""Which script a text is in."""

import pytest

from biblionet_reg.domain.script import Script, is_cyrillic, script_of, without_marks


@pytest.mark.parametrize(
    ("text", "expected"), [("Ана", True), ("Ana", False), ("PDF о библиотекама", True), ("NBS и IPS QR", False), ("12", False), ("", False)]
)
def test_is_cyrillic_asks_most_letters(text: str, *, expected: bool) -> None:
    assert is_cyrillic(text) is expected


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Ана", Script.CYRILLIC),
        ("Ana", Script.LATIN),
        ("Đorđe Čolić", Script.LATIN),
        ("PDF о библиотекама", Script.CYRILLIC),
        ("COBISS-а", Script.LATIN),
        ("Ѓорѓи", Script.CYRILLIC),
        ("Đặng", Script.LATIN),
        ("aа", None),
        ("12 – !", None),
        ("Ωμέγα", None),
        ("日本", None),
        ("", None),
    ],
)
def test_script_of_asks_most_letters(text: str, script: Script | None) -> None:
    assert script_of(text) is script


@pytest.mark.parametrize(
    ("text", "plain"),
    [("-{New York}- и Ниш", "New York и Ниш"), ("-{a}--{b}-", "ab"), ("-{a", "-{a"), ("a}-", "a}-"), ("-{-{a}-}-", "-{a}-"), ("", "")],
)
def test_without_marks_keeps_what_they_hold(text: str, plain: str) -> None:
    assert without_marks(text) == plain
