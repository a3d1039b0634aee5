"""What is typed into a search box, read as words to find."""

import pytest

from biblionet_reg.domain.codes import CodeKind
from biblionet_reg.domain.search import EVERYWHERE, WEIGHTS, WORDS_LIMIT, Question, Term, read_codes, read_terms
from biblionet_reg.domain.search_words import Field


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("  Ђорђевић   Ljubica ", ["dordevic", "ljubica"]),
        ("petar Петар PETAR", ["petar"]),
        ("ljubica@Example", ["ljubica.example"]),
        ("@nb.rs", ["nb.rs"]),
        ("@", []),
        ("R-7KQ2", ["7kq2"]),
        ("р-7кх2", ["7kh2"]),
        ("Бора-Станковић", ["bora", "stankovic"]),
        ("% _ \\ ' \" 😀", []),
        ("", []),
        (" ".join(f"w{number}" for number in range(20)), [f"w{number}" for number in range(WORDS_LIMIT)]),
        ("ж" * 10_000, ["z" * 60]),
    ],
)
def test_a_question_is_its_words_each_once(typed: str, words: list[str]) -> None:
    assert [term.word for term in read_terms([Question(typed)])] == words


def test_each_question_keeps_to_its_fields() -> None:
    terms = read_terms([Question("Ана"), Question("Ниш", (Field.INSTITUTION,))])

    assert terms == (Term("ana"), Term("nis", (Field.INSTITUTION,)))


def test_one_or_two_letters_are_the_beginning_of_names_only() -> None:
    assert Term("ma").beginning_fields == (Field.NAME,)
    assert Term("ma", (Field.INSTITUTION,)).beginning_fields == ()
    assert Term("mar").beginning_fields == EVERYWHERE


@pytest.mark.parametrize("typed", ["R-234563", "r 234563", "р234563", "234563"])
def test_a_whole_code_is_read_in_any_of_its_forms(typed: str) -> None:
    whole = next(
        f"{typed[:-1]}{char}" for char in "23456789ABCDEFGHJKMNPQRSTVWXYZ" if read_codes(f"{typed[:-1]}{char}", [CodeKind.REGISTRATION])
    )

    assert read_codes(whole, [CodeKind.REGISTRATION]) == (f"r23456{whole[-1].lower()}",)
    assert read_codes("Ђорђевић", [CodeKind.REGISTRATION, CodeKind.SUBMISSION]) == ()


def test_a_name_weighs_more_than_a_town_a_town_more_than_a_title_and_so_on() -> None:
    order = [Field.NAME, Field.INSTITUTION, Field.TITLE, Field.TOPIC]

    assert sorted(order, key=lambda field: -WEIGHTS[field]) == order
    assert WEIGHTS[Field.TOPIC] == WEIGHTS[Field.ADDRESS]
