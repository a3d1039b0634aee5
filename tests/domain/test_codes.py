"""Public codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biblionet_reg.domain.codes import ALPHABET, CodeKind, check_character, new_code, read_code

CODE = f"R-7KQ2M{check_character('7KQ2M')}"


def test_new_code_is_readable_by_its_own_reader() -> None:
    codes = [new_code(kind) for kind in CodeKind for _ in range(50)]

    assert [read_code(code, CodeKind(code[0])) for code in codes] == codes


def test_new_codes_differ() -> None:
    assert len({new_code(CodeKind.REGISTRATION) for _ in range(200)}) > 190


@pytest.mark.parametrize(
    "typed",
    [CODE, CODE.lower(), CODE.replace("-", ""), CODE[2:], f" {CODE} ", CODE.replace("-", " – "), CODE.replace("K", "К").replace("M", "М")],
)
def test_read_code_forgives_case_dashes_and_look_alikes(typed: str) -> None:
    assert read_code(typed, CodeKind.REGISTRATION) == CODE


@pytest.mark.parametrize("typed", ["Р", "R"])
def test_read_code_takes_the_cyrillic_prefix(typed: str) -> None:
    assert read_code(f"{typed}{CODE[2:]}", CodeKind.REGISTRATION) == CODE


@pytest.mark.parametrize("typed", ["", "R-", "R-123", "S" + CODE[1:], CODE + "2", "R-7KQ2M!", "R-OOOOOO", "шшшшшш"])
def test_read_code_refuses_what_is_no_code(typed: str) -> None:
    assert read_code(typed, CodeKind.REGISTRATION) is None


@given(body=st.text(alphabet=ALPHABET, min_size=5, max_size=5), place=st.integers(0, 5), wrong=st.sampled_from(ALPHABET))
def test_read_code_notices_one_wrong_character(body: str, place: int, wrong: str) -> None:
    right = body + check_character(body)
    changed = right[:place] + wrong + right[place + 1 :]

    assert (read_code(f"P-{changed}", CodeKind.PERSON) is not None) == (changed == right)
