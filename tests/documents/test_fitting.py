"""Fitting: largest size first, breaks at spaces before hyphens, nothing ever too wide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biblionet_reg.documents.assets import SANS_BOLD
from biblionet_reg.documents.fitting import Box, Fitted, fit, width_in_ems

BOX = Box(77, 16, SANS_BOLD, (26, 22, 20, 16, 12, 9, 7), 1.08)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ана Ћ", Fitted(("Ана Ћ",), 26)),
        ("", Fitted(("",), 26)),
        ("Милица Петровић-Ђурђевић", Fitted(("Милица", "Петровић-Ђурђевић"), 20)),
        ("Петровић-Ђурђевић-Николић-Јовановић", Fitted(("Петровић-Ђурђевић-", "Николић-Јовановић"), 20)),
    ],
)
def test_fit_sets_lines_and_size(text: str, expected: Fitted) -> None:
    assert fit(text, BOX) == expected


def test_fit_makes_lines_even() -> None:
    assert fit("Ана Ана Ана Ана Ана Ана Ана Ана", BOX).lines == ("Ана Ана Ана Ана", "Ана Ана Ана Ана")


def test_fit_at_the_smallest_size_breaks_words_and_then_cuts() -> None:
    small = Box(20, 12, SANS_BOLD, (9, 7), 1.1)

    broken = fit("Ш" * 10 + " " + "Ш" * 10, small)
    cut = fit("Ш" * 100, small)

    assert ("".join(broken.lines), broken.size) == ("Ш" * 20, 7)
    assert (cut.lines[-1][-1], cut.size, len(cut.lines)) == ("…", 7, small.lines_at(7))


@given(st.text(alphabet="Ђ љWi-’ 😀č漢", max_size=120).map(lambda text: " ".join(text.split())))
def test_fit_never_goes_over_its_box(text: str) -> None:
    fitted = fit(text, BOX)

    assert len(fitted.lines) <= BOX.lines_at(fitted.size)
    assert max(width_in_ems(line, SANS_BOLD) for line in fitted.lines) * fitted.size <= BOX.width + 1e-6
    assert "".join("".join(fitted.lines).split()) == "".join(text.split())
