"""Emblems: told by what is in the file, kept without anything else, shown on what they can be seen on."""

import struct
import zlib

import pytest
from PIL import Image

from biblionet_reg.domain.picture import Ground, PictureFault, PictureFormat, PictureRefused
from biblionet_reg.imports.emblem import emblem_renditions, read_emblem
from tests.drawing import cover, disc, opened, svg, written


def refused(content: bytes) -> PictureFault:
    with pytest.raises(PictureRefused) as answer:
        read_emblem(content)
    assert answer.value.field == "emblem"
    return answer.value.fault


def claims(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is huge."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", PictureFault.EMPTY),
        (b"%PDF-1.7", PictureFault.KIND_NOT_TAKEN),
        (b"GIF89a" + b"\0" * 90, PictureFault.KIND_NOT_TAKEN),
        (b"\x1f\x8b" + b"\0" * 90, PictureFault.KIND_NOT_TAKEN),
        (cover(400, 300), PictureFault.KIND_NOT_TAKEN),
        (svg("<!--" + "x" * 310_000 + "-->"), PictureFault.TOO_LARGE),
        (disc(255), PictureFault.TOO_SMALL),
        (disc(300)[:200], PictureFault.BROKEN),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 90, PictureFault.BROKEN),
        (b"RIFF\x10\0\0\0WEBPnonsense", PictureFault.BROKEN),
        (claims(6000, 7000), PictureFault.TOO_MANY_PIXELS),
        (claims(11_000, 11_000), PictureFault.TOO_MANY_PIXELS),
        (claims(60_000, 60_000), PictureFault.TOO_MANY_PIXELS),
        (written(Image.new("RGBA", (300, 300)), "PNG"), PictureFault.SHOWS_NOTHING),
        (svg('<path d="M0 0"/>'), PictureFault.SHOWS_NOTHING),
        (svg('<circle r="40" opacity="0"/>'), PictureFault.SHOWS_NOTHING),
        (svg('<circle cx="900" cy="900" r="40"/>'), PictureFault.SHOWS_NOTHING),
    ],
)
def test_what_is_no_emblem_is_refused(content: bytes, fault: PictureFault) -> None:
    assert refused(content) is fault


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_an_emblem_of_pixels_is_kept_as_png_and_not_too_large(kind: str) -> None:
    emblem = read_emblem(disc(900, kind=kind))

    assert (emblem.format, emblem.width, emblem.height) == (PictureFormat.PNG, 512, 512)
    assert opened(emblem.content).info == {}


def test_an_emblem_read_again_is_the_same() -> None:
    for content in (svg(), disc(900), disc(300)):
        once = read_emblem(content)
        assert read_emblem(once.content) == once


@pytest.mark.parametrize(
    ("body", "ground"),
    [
        ('<circle cx="50" cy="50" r="40" fill="#12355b"/>', Ground.LIGHT),
        ('<circle cx="50" cy="50" r="40" fill="#fdfdf0"/>', Ground.DARK),
        ('<circle cx="50" cy="50" r="40" fill="#c0603a"/>', Ground.ANY),
        ('<path d="M0 0h100v100h-100z" fill="#fff"/><circle cx="50" cy="50" r="20" fill="#12355b"/>', Ground.ANY),
    ],
)
def test_ground_is_told_by_what_can_be_seen(body: str, ground: Ground) -> None:
    assert read_emblem(svg(body)).ground is ground


def test_renditions_of_a_drawing() -> None:
    emblem = read_emblem(svg(box='viewBox="0 0 100 50"'))
    shown, printed, in_letters = emblem_renditions(emblem)

    assert [one.name for one in (shown, printed, in_letters)] == [
        f"{emblem.mark}.svg",
        f"{emblem.mark}-print.png",
        f"{emblem.mark}-letter.png",
    ]
    assert [one.media_type for one in (shown, printed, in_letters)] == ["image/svg+xml", "image/png", "image/png"]
    assert shown.content == emblem.content
    assert (opened(printed.content).size, opened(in_letters.content).size) == ((512, 256), (132, 132))


def test_in_letters_the_emblem_stands_on_a_ground_it_can_be_seen_on() -> None:
    dark, light = (emblem_renditions(read_emblem(disc(300, colour)))[2].content for colour in ("#12355b", "#fdfdf0"))

    assert [opened(content).convert("RGB").getpixel((2, 2)) for content in (dark, light)] == [(255, 255, 255), (27, 25, 23)]
