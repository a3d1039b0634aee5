"""What a page sends takes the place of what it sent before, and of nothing else."""

import pytest

from biblionet_reg.domain.draft import LIMIT, DraftTooLong, merged


def test_page_replaces_its_own_answers_only() -> None:
    kept = (("name", "Љубица"), ("day", "1"), ("day", "2"), ("language", "sr"))

    found = merged(kept, [("day", "3"), ("name", "Неко други")], lambda name: name == "day")

    assert found == (("name", "Љубица"), ("language", "sr"), ("day", "3"))


def test_page_that_sends_nothing_empties_its_answers() -> None:
    assert merged((("day", "1"), ("name", "Ђ")), [], lambda name: name == "day") == (("name", "Ђ"),)


def test_answers_up_to_the_limit_are_kept() -> None:
    text = "ђ" * (LIMIT - 1)

    assert merged((), [("a", text)], lambda _name: True) == (("a", text),)


def test_more_than_any_form_takes_is_refused() -> None:
    with pytest.raises(DraftTooLong):
        merged((("b", ""),), [("a", "ђ" * (LIMIT - 1))], lambda name: name == "a")
