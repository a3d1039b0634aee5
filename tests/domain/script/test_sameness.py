"""The same name in another script or without its marks, and other names that only sound like it."""

import pytest

from biblionet_reg.domain.script import same_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ђорђе Ћирић", "Đorđe Ćirić"),
        ("Ђорђе Ћирић", "ĐORĐE  ĆIRIĆ"),
        ("Ђорђе Ћирић", "Djordje Ciric"),
        ("Djordje", "Đorđe"),
        ("Dorde", "Đorđe"),
        ("Ciric", "Ћирић"),
        ("Djurić", "Ђурић"),
        ("Djordje Marković", "Ђорђе Марковић"),
        ("Ђoрђе", "Ђорђе"),  # Latin o
        ("Muller", "Müller"),
        ("O'Brien Ciric", "O’Brien Ćirić"),
        ("Đorđević-Ciric", "Ђорђевић Ћирић"),
        ("Сарац", "Sarac"),
        ("Ду\u030fшан Ilic", "Ду\u030fшан Илић"),
        ("-{Ana}- Ilić", "Ана Илић"),
        ("Ана\u200b Илић", "Ana Ilić"),
        ("😀", "😀"),
        ("", ""),
    ],
)
def test_a_name_is_the_same_in_either_script_and_without_marks(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ана Ћирић", "Ана Чирић"),
        ("Ана Ћирић", "Ana Čirić"),
        ("Сарић", "Шарић"),
        ("Sarić", "Šarić"),
        ("Сарац", "Шарац"),
        ("Надја", "Нађа"),
        ("Ана", "Ања"),
        ("Ана Марија Илић", "Ана Илић"),
        ("😀", "🎈"),
        ("😀", ""),
    ],
)
def test_a_letter_or_a_mark_that_differs_makes_another_name(one: str, other: str) -> None:
    assert not same_name(one, other)
    assert not same_name(other, one)
