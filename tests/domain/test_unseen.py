"""Characters nobody sees are found and taken out; what people mean by a control stays."""

import pytest

from biblionet_reg.domain.unseen import unseen_in, without_unseen


@pytest.mark.parametrize("unseen", ["\x00", "\x0b", "\x7f", "\x9f", "\u200e", "\u061c", "\u202e", "\u2066", "\ufeff", "\ud800"])
def test_unseen_characters_are_found_and_taken_out(unseen: str) -> None:
    text = f"Ђур{unseen}ђа"

    assert (unseen_in(text), without_unseen(text)) == (unseen, "Ђурђа")


@pytest.mark.parametrize("text", ["", "ред\nдо реда\tи даље", "Zoë 👩‍💻 ‑ – „наводници“", "كتاب"])
def test_what_is_seen_or_meant_stays(text: str) -> None:
    assert (unseen_in(text), without_unseen(text)) == (None, text)
