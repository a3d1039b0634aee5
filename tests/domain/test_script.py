"""Serbian in two scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biblionet_reg.domain.script import fold, is_cyrillic, to_latin

SERBIAN = "абвгдђежзијклљмнњопрстћуфхцчџш"


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Ђорђе Џамић", "Đorđe Džamić"),
        ("Градска библиотека Вршац", "Gradska biblioteka Vršac"),
        ("Његош", "Njegoš"),
        ("ЊЕГОШ", "NJEGOŠ"),
        ("ВРАЊЕ", "VRANJE"),
        ("Љ. Ненадовић", "Lj. Nenadović"),
        ("КРАЉ Љ.", "KRALJ Lj."),
        ("љубав и џез", "ljubav i džez"),
        ("инјекција", "injekcija"),
        ("", ""),
    ],
)
def test_to_latin_keeps_the_case_of_the_word(cyrillic: str, latin: str) -> None:
    assert to_latin(cyrillic) == latin


@pytest.mark.parametrize("text", ["Windows 10", "http://www.nb.rs", "XIX", "café", "Žiža", "日本", "<b>&nbsp;</b>", "😀"])
def test_to_latin_leaves_other_writing_alone(text: str) -> None:
    assert to_latin(text) == text


@given(st.text(alphabet=SERBIAN + SERBIAN.upper() + " .-"))
def test_to_latin_leaves_no_cyrillic(text: str) -> None:
    assert not any("\u0400" <= char <= "\u04ff" for char in to_latin(text))


@given(st.text())
def test_to_latin_is_done_after_once(text: str) -> None:
    assert to_latin(to_latin(text)) == to_latin(text)


@pytest.mark.parametrize("name", ["Ђорђе", "Đorđe", "Djordje", "Dorde", "ђорђе", "ĐORĐE", "  Ђорђе! "])
def test_fold_finds_a_name_however_it_is_typed(name: str) -> None:
    assert fold(name) == "dorde"


@pytest.mark.parametrize(("text", "key"), [("Џамић", "dzamic"), ("Љиљана Њежић", "ljiljana njezic"), ("ana.b@nb.rs", "ana.b@nb.rs")])
def test_fold_drops_marks_and_script(text: str, key: str) -> None:
    assert fold(text) == key


@given(st.text(alphabet=SERBIAN + SERBIAN.upper() + " "))
def test_fold_is_the_same_for_both_scripts(text: str) -> None:
    assert fold(text) == fold(to_latin(text))


@pytest.mark.parametrize(
    ("text", "expected"), [("Ана", True), ("Ana", False), ("PDF о библиотекама", True), ("NBS и IPS QR", False), ("12", False)]
)
def test_is_cyrillic_asks_most_letters(text: str, *, expected: bool) -> None:
    assert is_cyrillic(text) is expected
