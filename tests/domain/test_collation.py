"""Alphabetical order in each of the three languages."""

import random

import pytest

from biblionet_reg.domain.collation import initial, sort_key
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.script import to_latin

AZBUKA = "А Б В Г Д Ђ Е Ж З И Ј К Л Љ М Н Њ О П Р С Т Ћ У Ф Х Ц Ч Џ Ш".split()
ABECEDA = "A B C Č Ć D Dž Đ E F G H I J K L Lj M N Nj O P R S Š T U V Z Ž".split()


def in_order(names: list[str], lang: Lang) -> list[str]:
    shuffled = names[:]
    random.Random(1).shuffle(shuffled)
    return sorted(shuffled, key=lambda name: sort_key(name, lang))


@pytest.mark.parametrize(("letters", "lang"), [(AZBUKA, Lang.SR), (ABECEDA, Lang.SR_LATN)])
def test_sort_key_follows_the_whole_alphabet(letters: list[str], lang: Lang) -> None:
    surnames = [f"{letter}" + ("ић" if lang is Lang.SR else "ić") for letter in letters]

    assert in_order(surnames, lang) == surnames


def test_sort_key_in_cyrillic_puts_latin_names_after_the_cyrillic_ones() -> None:
    names = ["Ђорђевић", "Љубишић", "Шаулић", "Ábrahám", "Čapek", "Novák"]

    assert in_order(names, Lang.SR) == names


def test_sort_key_in_latin_reads_the_cyrillic_original_letter_by_letter() -> None:
    names = ["Инић", "Инјац", "Иноска", "Ињић"]

    assert in_order(names, Lang.SR_LATN) == names


def test_sort_key_in_latin_keeps_digraphs_together() -> None:
    names = ["Cvetić", "Čedić", "Ćirić", "Dukić", "Džepina", "Đukić", "Lukić", "Ljiljak", "Nušić", "Njegoš"]

    assert in_order(names, Lang.SR_LATN) == names
    assert in_order(names, Lang.EN) == ["Čedić", "Ćirić", "Cvetić", "Dukić", "Đukić", "Džepina", "Ljiljak", "Lukić", "Njegoš", "Nušić"]


def test_sort_key_in_english_takes_cyrillic_originals_as_they_are_shown() -> None:
    names = ["Čedić", "Ђорић", "Ljubić", "Łukasz", "Жикић", "Zoe"]

    assert in_order(names, Lang.EN) == names


def test_sort_key_puts_a_shorter_name_and_a_gap_first() -> None:
    names = ["Бабић", "Бабић Вукадинов", "Бабић-Тасић", "Бабићев"]

    assert in_order(names, Lang.SR) == names


def test_sort_key_ignores_quotes_and_reads_numbers_as_numbers() -> None:
    names = ["„9. мај“", "„14. новембар“", "„Возаровић“", "Глигорије"]

    assert in_order(names, Lang.SR) == names


def test_sort_key_takes_foreign_letters_as_their_base() -> None:
    assert in_order(["Gödel", "Goethe", "Gõmez", "Gšo"], Lang.SR_LATN) == ["Gödel", "Goethe", "Gõmez", "Gšo"]
    assert in_order(["Ёлкин", "Ерић", "Мѝлић", "Мић", "Щука"], Lang.SR) == ["Ёлкин", "Ерић", "Мѝлић", "Мић", "Щука"]
    assert in_order(["Zorn", "漢字"], Lang.SR_LATN) == ["Zorn", "漢字"]


def test_sort_key_tells_equal_letters_apart() -> None:
    assert sort_key("Đukić", Lang.EN)[0] == sort_key("Dukić", Lang.EN)[0]
    assert sort_key("Đukić", Lang.EN) != sort_key("Dukić", Lang.EN)


@pytest.mark.parametrize(
    ("name", "in_sr", "in_latin", "in_english"),
    [
        ("Љубишић", "Љ", "Lj", "L"),
        ("Џелатовић", "Џ", "Dž", "D"),
        ("Ђорић", "Ђ", "Đ", "D"),
        ("Čolić", "C", "Č", "C"),
        ("Ölund", "O", "O", "O"),
        ("„Ињић“", "И", "I", "I"),
        ("14.", "#", "#", "#"),
    ],
)
def test_initial_is_the_letter_of_the_shown_alphabet(name: str, in_sr: str, in_latin: str, in_english: str) -> None:
    assert [initial(name, lang) for lang in Lang] == [in_sr, in_latin, in_english]


def test_initial_of_the_latin_form_is_that_of_the_original() -> None:
    assert {initial(to_latin(letter), Lang.SR_LATN) == initial(letter, Lang.SR_LATN) for letter in AZBUKA} == {True}
