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


@given(st.text(alphabet=st.characters(min_codepoint=0x400, max_codepoint=0x52F, categories=["L"])))
def test_to_latin_leaves_a_word_with_a_letter_that_serbian_lacks_whole(word: str) -> None:
    is_serbian = all(char.lower() in SERBIAN + "ѐѝ" for char in word)

    assert any("\u0400" <= char <= "\u052f" for char in to_latin(word)) is (not is_serbian and word != "")
    assert is_serbian or to_latin(word) == word


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Рад „Братья Карамазовы“ и Љ. Његош", "Rad „Братья Карамазовы“ i Lj. Njegoš"),
        ("ЊЕГОШ, Браќа, ЉУБАВ", "NJEGOŠ, Браќа, LJUBAV"),
        ("Чайковски", "Чайковски"),
        ("Чаи\u0306ковски и чај", "Чаи\u0306ковски i čaj"),
    ],
)
def test_to_latin_writes_a_foreign_word_in_one_script(cyrillic: str, latin: str) -> None:
    assert to_latin(cyrillic) == latin
