"""What holds for every text."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from biblionet_reg.domain.script import (
    Repaired,
    fold,
    is_cyrillic,
    name_to_cyrillic,
    name_to_latin,
    repair,
    script_of,
    strict_key,
    to_cyrillic,
    to_latin,
    without_marks,
)
from tests.domain.script.corpus import rows
from tests.domain.script.test_latin import SERBIAN

EVERYTHING = (to_latin, to_cyrillic, repair, fold, strict_key, name_to_cyrillic, name_to_latin, script_of, is_cyrillic, without_marks)
PIECES = sorted({row["from"] for row in rows("conversions.tsv")} | {row["from"] for row in rows("repairs.tsv")})
words = st.text(alphabet=SERBIAN, min_size=2, max_size=12)
sentences = st.lists(words | words.map(str.capitalize), min_size=1, max_size=6).map(" ".join)
mixtures = st.lists(st.sampled_from(PIECES) | st.sampled_from(list(" -.,;:()„“'’\n/\u00a0+°")) | st.text(max_size=3), max_size=8).map(
    "".join
)


def _case_of_digraphs_aside(text: str) -> str:
    return text.replace("Lj", "LJ").replace("Nj", "NJ").replace("Dž", "DŽ").replace("lJ", "LJ").replace("nJ", "NJ").replace("dŽ", "DŽ")


@pytest.mark.parametrize("case", [str.lower, str.capitalize, str.upper])
@given(words)
def test_a_word_comes_back_the_same(case, word: str) -> None:
    latin = to_latin(case(word))

    assert to_latin(to_cyrillic(latin)) == latin


@given(sentences)
def test_a_sentence_comes_back_the_same(sentence: str) -> None:
    latin = to_latin(sentence)

    assert to_latin(to_cyrillic(latin)) == latin


@given(st.text(alphabet=SERBIAN + SERBIAN.upper() + " "))
def test_any_mixture_of_case_comes_back_but_for_the_case_of_digraphs(text: str) -> None:
    latin = to_latin(text)

    assert _case_of_digraphs_aside(to_latin(to_cyrillic(latin))) == _case_of_digraphs_aside(latin)


@given(mixtures | st.text())
def test_every_conversion_is_done_after_once(text: str) -> None:
    assume("-{" not in text)

    for convert in (to_latin, to_cyrillic, _repaired, without_marks):
        once = convert(text)
        assert convert(once) == once


LOOK_ALIKES = "aаeеoоpрcсyуxхTТAАбвdrĐđЂђÐѕSIVХ" + " .,-@\n\u200b"


@given(
    st.text(alphabet=LOOK_ALIKES, max_size=40) | st.lists(st.text(alphabet=LOOK_ALIKES) | st.sampled_from(PIECES), max_size=8).map(" ".join)
)
def test_a_text_put_right_stays_as_it_is(text: str) -> None:
    once = repair(text)

    assert repair(once.text) == Repaired(once.text, left=once.left)
    assert len(once.text) == len(text)


def _repaired(text: str) -> str:
    return repair(text).text


@given(mixtures | st.text(alphabet=st.characters()))
def test_nothing_raises(text: str) -> None:
    for ask in EVERYTHING:
        ask(text)


@pytest.mark.parametrize("text", ["\ud800", "\udfff\ud800", "\x00", "a\x00б", "\U0010ffff", "\ufeff", "\u0300", "-{", "}-", "-{}-"])
def test_broken_text_raises_nothing(text: str) -> None:
    for ask in EVERYTHING:
        ask(text)


ENDLESS = (
    *("-{ -{a}- a a. a@ @ <a a_ /a I. II- Љ Љ. 1. aа nj ll lj dj { %( &a e-mail- X q 1 www. αaа Тapa. дd ѕ Ð a- aB + a+ ǆ".split()),
    "I ",
    "o а ",
    "Тapa 1 . , ",
    "aа. ",
    "-{ aа ",
    "ХХ век ",
    "Љ ",
    " /a",
    "a\u0300",
    "\u0300",
)


@pytest.mark.parametrize("piece", ENDLESS)
def test_a_long_repetition_is_read_to_its_end(piece: str) -> None:
    """Where reading were not linear in the length of the text, this would not end."""
    text = piece * (60_000 // len(piece))

    answers = [ask(text) for ask in EVERYTHING]

    assert len(answers) == len(EVERYTHING)
