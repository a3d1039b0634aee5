"""Typing errors: distance, tolerance, and forms by which a misspelling meets its word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biblionet_reg.domain.spelling import CLOSEST_LIMIT, closest, distance, tolerance, variants

_words = st.text("abcdeszvijo", min_size=4, max_size=14)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("petar", "petar", 0),
        ("petar", "pear", 1),
        ("petar", "pettar", 1),
        ("petar", "peter", 1),
        ("petar", "ptear", 1),
        ("petar", "epatr", 2),
        ("", "abc", 3),
        ("abc", "", 3),
    ],
)
def test_distance_counts_letters_changed_added_dropped_and_swapped(one: str, other: str, apart: int) -> None:
    assert (distance(one, other), distance(other, one)) == (apart, apart)


@pytest.mark.parametrize(("word", "errors"), [("ana", 0), ("vera", 1), ("petrovi", 1), ("petrovic", 2)])
def test_longer_words_may_have_more_errors(word: str, errors: int) -> None:
    assert tolerance(word) == errors


@given(_words, st.data())
def test_one_error_in_a_word_still_meets_it(word: str, data: st.DataObject) -> None:
    typed = misspelt(word, data)

    assert len(typed) < 4 or variants(word) & variants(typed)


@given(st.text("abcdeszvijo", min_size=9, max_size=14), st.data())
def test_two_errors_in_a_long_word_still_meet_it(word: str, data: st.DataObject) -> None:
    typed = misspelt(misspelt(word, data), data)

    assert len(typed) < 8 or variants(word) & variants(typed)


def misspelt(word: str, data: st.DataObject) -> str:
    at = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("abxq"))
    return data.draw(
        st.sampled_from(
            [
                word[:at] + word[at + 1 :],
                word[:at] + letter + word[at:],
                word[:at] + letter + word[at + 1 :],
                word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
            ]
        )
    )


def test_the_closest_words_are_the_nearest_ones_only_with_the_same_beginning_first() -> None:
    assert closest("mileva", ["milena", "mileva", "nileva", "milica", "petar"]) == ["milena", "nileva"]
    assert closest("dordvi", ["petar"]) == []
    assert closest("ivo", ["ivan"]) == []
    assert closest("aaaa", [f"aaaa{letter}" for letter in "bcdefghijklmnopqrstuvwxyz"]) == [
        f"aaaa{letter}" for letter in "bcdefghijklmnopqrstu"
    ]
    assert len("bcdefghijklmnopqrstu") == CLOSEST_LIMIT
