"""The edition's colour: whatever is chosen, what is derived from it can be read."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biblionet_reg.domain.colour import DARK_PAPER, LIGHT_PAPER, STRONG_CONTRAST, contrast, dark_palette, is_colour, light_palette, mix

WCAG_AA, WCAG_AAA = 4.5, 7
PAPERS = {"light": ("#fbf9f5", "#ffffff"), "dark": ("#1b1917", "#25221f")}

_TOKENS = Path(__file__).resolve().parents[2] / "static/css/tokens.css"


def _themes() -> list[dict[str, str]]:
    """Return the colours of the style sheet: light, dark, and what each changes for those who ask for more contrast."""
    parts = re.split(r"@media \((?:prefers-color-scheme: dark|prefers-contrast: more).*\{", _TOKENS.read_text(encoding="utf-8"))
    return [dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", part)) for part in parts]


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


@given(colours)
def test_every_colour_reads_better_for_those_who_ask_for_more_contrast(colour: str) -> None:
    light, dark = light_palette(colour, STRONG_CONTRAST), dark_palette(colour, STRONG_CONTRAST)

    grounds = [
        *((light.accent, ground) for ground in ("#ffffff", light.tint)),
        *((dark.accent, ground) for ground in ("#12100f", dark.tint)),
    ]
    words = [(palette.on_accent, palette.accent) for palette in (light, dark)] + [
        (palette.on_band, palette.band) for palette in (light, dark)
    ]
    assert min(contrast(*pair) for pair in [*grounds, *words]) >= WCAG_AAA


def test_what_stands_in_a_tone_reads_better_for_those_who_ask_for_more_contrast() -> None:
    light, dark, more_light, more_dark = _themes()

    for theme in ({**light, **more_light}, {**dark, **more_dark}):
        grounds = {tone: theme[f"{tone}-ground"] for tone in ("info", "good", "warn", "bad", "example")}
        assert {tone: contrast(theme[tone], ground) >= WCAG_AAA for tone, ground in grounds.items()} == dict.fromkeys(grounds, True)


@pytest.mark.parametrize(
    ("text", "expected"), [("#7a1f3d", True), ("#7A1F3D", True), ("7a1f3d", False), ("#7a1f3", False), ("#zz1f3d", False)]
)
def test_is_colour_knows_six_digits(text: str, expected: bool) -> None:
    assert is_colour(text) is expected


def test_papers_are_those_of_the_style_sheet() -> None:
    light, dark, _more_light, _more_dark = _themes()

    for paper, said in ((LIGHT_PAPER, light), (DARK_PAPER, dark)):
        assert {field.name: getattr(paper, field.name) for field in fields(paper)} == {
            field.name: said[field.name] for field in fields(paper)
        }
