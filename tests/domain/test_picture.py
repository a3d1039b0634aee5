"""Pictures: told by how they begin, named by what is in them."""

import pytest

from biblionet_reg.domain import picture
from biblionet_reg.domain.picture import Picture, PictureFormat, format_of, is_picture_name

MARK = "0123456789abcdef0123456789abcdef"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"\x89PNG\r\n\x1a\n...", PictureFormat.PNG),
        (b"\xff\xd8\xff\xe0...", PictureFormat.JPEG),
        (b"RIFF....WEBPVP8 ", PictureFormat.WEBP),
        (b"RIFF....WAVE", None),
        (b"<svg/>", PictureFormat.SVG),
        (b"\xef\xbb\xbf \n<?xml?>", PictureFormat.SVG),
        (b"GIF89a", None),
        (b"%PDF-1.7 <svg>", None),
        (b"", None),
    ],
)
def test_format_is_told_by_the_first_bytes(content: bytes, expected: PictureFormat | None) -> None:
    assert format_of(content) is expected


def test_names_hold_the_mark() -> None:
    emblem = Picture(PictureFormat.SVG, b"<svg/>", 1, 1)
    name = picture.emblem_name(emblem)

    assert name == f"{emblem.mark}.svg"
    assert picture.emblem_print_name(name) == f"{emblem.mark}-print.png"
    assert picture.emblem_letter_name(name) == f"{emblem.mark}-letter.png"
    assert picture.cover_name(emblem.mark, 800) == f"{emblem.mark}-800.webp"


def test_other_bytes_have_another_mark() -> None:
    one, other = (Picture(PictureFormat.PNG, content, 1, 1).mark for content in (b"a", b"b"))

    assert (one != other, len(one)) == (True, 32)


@pytest.mark.parametrize("name", [f"{MARK}.svg", f"{MARK}.png", f"{MARK}-800.webp", f"{MARK}-1600.jpg", f"{MARK}-letter.png"])
def test_names_of_pictures_are_known(name: str) -> None:
    assert is_picture_name(name)


@pytest.mark.parametrize("name", ["", "x.svg", f"{MARK}.gif", f"../{MARK}.svg", f"{MARK.upper()}.svg", f"{MARK}-800.svg"])
def test_other_names_are_not(name: str) -> None:
    assert not is_picture_name(name)
