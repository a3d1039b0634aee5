"""The loose key for search, the strict one for sameness."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biblionet_reg.domain.script import fold, strict_key, to_latin
from tests.domain.script.test_latin import SERBIAN


@pytest.mark.parametrize("name", ["Ђорђе", "Đorđe", "Djordje", "Dorde", "ђорђе", "ĐORĐE", "Ðorđe", "Ђoрђе", "  Ђорђе! ", "Ђо́рђе"])
def test_fold_finds_a_name_however_it_is_typed(name: str) -> None:
    assert fold(name) == "dorde"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Џамић", "dzamic"),
        ("Љиљана Њежић", "ljiljana njezic"),
        ("ǅamić ǈiljana", "dzamic ljiljana"),
        ("ana.b@nb.rs", "ana.b@nb.rs"),
        ("Библиотека „Бора  Станковић“, Врање", "biblioteka bora stankovic vranje"),
        ("Врaњa", "vranja"),
        ("беѕ", "bez"),
        ("Łódź, Østergård, Weiß, Þór, Kovács, Dvořák, Őrsi", "lodz ostergard weiss thor kovacs dvorak orsi"),
        ("Ѓорѓи Ќосев, Достоевский", "dordi cosev dostoevskij"),
        ("O’Brien", "o brien"),
        ("ﬁlm № １２", "film no 12"),
        ("djj", "d"),
        ("Ми\u200bлица Ђор\u00adђе\ufeff", "milica dorde"),
        ("Ӂан", "zan"),
        ("", ""),
    ],
)
def test_fold_drops_marks_and_script(text: str, key: str) -> None:
    assert fold(text) == key


def test_fold_treats_a_code_like_any_word() -> None:
    assert fold("R-7DJ2MX") == fold("r-7dj2mx") == "r-7d2mx"


@given(st.text(alphabet=SERBIAN + SERBIAN.upper() + " "))
def test_keys_are_the_same_for_both_scripts(text: str) -> None:
    assert fold(text) == fold(to_latin(text))
    assert strict_key(text) == strict_key(to_latin(text))


@given(st.text())
def test_fold_is_done_after_once_and_never_has_two_spaces(text: str) -> None:
    key = fold(text)

    assert fold(key) == key
    assert "  " not in key


@pytest.mark.parametrize("name", ["Ђорђе", "Đorđe", "ĐORĐE", "Ðorđe", "Ђoрђе", " ђорђе "])
def test_strict_key_forgives_script_case_and_look_alikes(name: str) -> None:
    assert strict_key(name) == "đorđe"


def test_strict_key_keeps_letters_apart() -> None:
    keys = [strict_key(name) for name in ("Ђорђе", "Djordje", "Dorde", "Ćirić", "Čirić", "Ciric", "Šarac", "Sarac", "Müller", "Muller")]

    assert len(set(keys)) == len(keys)


def test_strict_key_knows_a_digraph_however_it_is_written() -> None:
    assert strict_key("Љиљана Џамић") == strict_key("Ljiljana Džamić") == strict_key("ǈiǉana ǅamić") == "ljiljana džamić"
