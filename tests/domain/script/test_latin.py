"""Cyrillic to Latin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biblionet_reg.domain.script import to_latin

SERBIAN = "абвгдђежзијклљмнњопрстћуфхцчџш"


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Ђорђе Џамић", "Đorđe Džamić"),
        ("Градска библиотека Вршац", "Gradska biblioteka Vršac"),
        ("љубав и џез", "ljubav i džez"),
        ("инјекција", "injekcija"),
        ("", ""),
    ],
)
def test_to_latin_writes_letter_by_letter(cyrillic: str, latin: str) -> None:
    assert to_latin(cyrillic) == latin


@pytest.mark.parametrize("text", ["Windows 10", "http://www.nb.rs", "XIX", "café", "Žiža", "日本", "<b>&nbsp;</b>", "😀"])
def test_to_latin_leaves_other_writing_alone(text: str) -> None:
    assert to_latin(text) == text


@pytest.mark.parametrize("invisible", ["\u0301", "\u030f", "\u00ad", "\u200d"])
def test_to_latin_looks_for_the_case_behind_accents_and_soft_hyphens(invisible: str) -> None:
    assert to_latin(f"Њ{invisible}егош Њ{invisible}ЕГОШ КОЊ{invisible}") == f"Nj{invisible}egoš NJ{invisible}EGOŠ KONJ{invisible}"


@given(st.text(alphabet=SERBIAN + SERBIAN.upper() + " .-"))
def test_to_latin_leaves_no_cyrillic(text: str) -> None:
    assert not any("\u0400" <= char <= "\u04ff" for char in to_latin(text.replace(".", ". ")))


@given(st.text(alphabet=st.characters(min_codepoint=0x400, max_codepoint=0x52F)))
def test_to_latin_changes_only_letters_of_serbian(text: str) -> None:
    others = [char for char in text if char.lower() not in SERBIAN + "ѐѝ"]

    assert [char for char in to_latin(text) if "\u0400" <= char <= "\u052f"] == others
