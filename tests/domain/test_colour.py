"""The edition's colour: whatever is chosen, what is derived from it can be read."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biblionet_reg.domain.colour import DARK_PAPER, LIGHT_PAPER, contrast, dark_palette, is_colour, light_palette, mix

WCAG_AA = 4.5
PAPERS = {"light": ("#fbf9f5", "#ffffff"), "dark": ("#1b1917", "#25221f")}

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#767676", "#ffffff", 4.54), ("#FFFFFF", "#777777", 4.48)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, expected: float) -> None:
    assert contrast(one, other) == pytest.approx(expected, abs=0.005)


def test_mix_goes_from_one_colour_to_the_other() -> None:
    shares = [mix("#000000", "#ffffff", share) for share in (0, 0.5, 1)]

    assert shares == ["#000000", "#808080", "#ffffff"]


def test_light_palette_keeps_a_colour_that_reads_well() -> None:
    palette = light_palette("#7A1F3D")

    assert (palette.accent, palette.band, palette.on_accent, palette.on_band) == ("#7a1f3d", "#7a1f3d", "#ffffff", "#ffffff")


@given(colours)
def test_every_colour_gives_readable_light_pages(colour: str) -> None:
    palette = light_palette(colour)

    grounds = (*PAPERS["light"], palette.tint)
    assert min(contrast(palette.accent, ground) for ground in grounds) >= WCAG_AA
    assert min(contrast(palette.accent_hover, ground) for ground in grounds) >= WCAG_AA
    assert contrast(palette.on_accent, palette.accent) >= WCAG_AA
    assert contrast(palette.on_accent, palette.accent_hover) >= WCAG_AA
    assert contrast(palette.on_band, palette.band) >= WCAG_AA
    assert contrast("#5d554c", palette.tint) >= WCAG_AA


@given(colours)
def test_every_colour_gives_readable_dark_pages(colour: str) -> None:
    palette = dark_palette(colour)

    grounds = (*PAPERS["dark"], palette.tint)
    assert min(contrast(palette.accent, ground) for ground in grounds) >= WCAG_AA
    assert min(contrast(palette.accent_hover, ground) for ground in grounds) >= WCAG_AA
    assert contrast(palette.on_accent, palette.accent) >= WCAG_AA
    assert contrast(palette.on_accent, palette.accent_hover) >= WCAG_AA
    assert contrast(palette.on_band, palette.band) >= WCAG_AA
    assert contrast("#b8aea1", palette.tint) >= WCAG_AA


@pytest.mark.parametrize(
    ("text", "expected"), [("#7a1f3d", True), ("#7A1F3D", True), ("7a1f3d", False), ("#7a1f3", False), ("#zz1f3d", False)]
)
def test_is_colour_knows_six_digits(text: str, expected: bool) -> None:
    assert is_colour(text) is expected


def test_papers_are_those_of_the_style_sheet() -> None:
    tokens = (Path(__file__).resolve().parents[2] / "static/css/tokens.css").read_text(encoding="utf-8")
    light, dark = (dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", part)) for part in tokens.split("@media (prefers-color-scheme: dark)"))

    for paper, said in ((LIGHT_PAPER, light), (DARK_PAPER, dark)):
        assert {field.name: getattr(paper, field.name) for field in fields(paper)} == {
            field.name: said[field.name] for field in fields(paper)
        }
