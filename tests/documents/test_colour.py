"""The accent: always a colour, always dark enough."""

from dataclasses import replace

import pytest

from biblionet_reg.documents.colour import accent
from biblionet_reg.domain.edition import EditionFacts


@pytest.mark.parametrize(
    ("colour", "expected"), [("#7a1f3d", "#7a1f3d"), ("#004488", "#004488"), ("", "#7a1f3d"), ("red; x", "#7a1f3d"), ("#FFF", "#7a1f3d")]
)
def test_accent_keeps_a_dark_colour_and_replaces_what_is_none(colour: str, expected: str, facts: EditionFacts) -> None:
    assert accent(replace(facts, colour=colour)) == expected


@pytest.mark.parametrize("colour", ["#ffffff", "#ffd400", "#8ecae6"])
def test_accent_darkens_a_light_colour(colour: str, facts: EditionFacts) -> None:
    darkened = accent(replace(facts, colour=colour))

    channels = [int(darkened[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    luminance = sum(
        share * ((c + 0.055) / 1.055) ** 2.4 if c > 0.04045 else share * c / 12.92
        for share, c in zip((0.2126, 0.7152, 0.0722), channels, strict=True)
    )
    assert 1.05 / (luminance + 0.05) >= 5.5
