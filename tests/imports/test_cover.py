"""Covers: upright, in the sizes they are shown, without what the camera knew."""

import pytest
from PIL import Image, ImageCms, ImageFile

from biblionet_reg.domain.picture import PictureFault, PictureFormat, PictureRefused
from biblionet_reg.imports.cover import cover_renditions, read_cover
from biblionet_reg.imports.jpeg import is_bare_jpeg
from tests.drawing import GPS, ORIENTATION, cover, disc, landscape, opened, svg, written

TELLING = Image.Exif()
TELLING[GPS] = {1: "N", 2: (42.0, 33.0, 0.0)}
TELLING[0x010F] = "Camera of Ana"


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", PictureFault.EMPTY),
        (svg(), PictureFault.KIND_NOT_TAKEN),
        (b"\0\0\0\x1cftypheic" + b"\0" * 90, PictureFault.KIND_NOT_TAKEN),
        (cover(1199, 800), PictureFault.TOO_SMALL),
        (cover(1300, 2700), PictureFault.SHAPE),
        (cover(2000, 400), PictureFault.SHAPE),
        (cover()[:5000], PictureFault.BROKEN),
        (b"\xff\xd8\xff" + b"x" * 90, PictureFault.BROKEN),
        (written(Image.new("1", (8000, 5001)), "PNG"), PictureFault.TOO_MANY_PIXELS),
        (b"\xff\xd8\xff" + b"\0" * (8 * 1024 * 1024), PictureFault.TOO_LARGE),
    ],
)
def test_what_is_no_cover_is_refused(content: bytes, fault: PictureFault) -> None:
    with pytest.raises(PictureRefused) as refused:
        read_cover(content)

    assert (refused.value.fault, refused.value.field) == (fault, "cover")


def test_half_a_picture_is_refused_whatever_else_lets_it_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)

    with pytest.raises(PictureRefused):
        read_cover(cover()[:5000])


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_what_the_camera_wrote_is_left_behind(kind: str) -> None:
    brought = cover(2400, 1500, kind, exif=TELLING)
    assert GPS in opened(brought).getexif()

    master = read_cover(brought)

    assert (master.format, master.width, master.height) == (PictureFormat.JPEG, 1600, 1000)
    for content in (master.content, *(one.content for one in cover_renditions(master))):
        assert not opened(content).getexif()
        assert b"Camera of Ana" not in content


def test_a_picture_that_lies_on_its_side_is_turned() -> None:
    turned = Image.Exif()
    turned[ORIENTATION] = 6
    on_its_side = landscape(1300, 1000).transpose(Image.Transpose.ROTATE_90)

    master = read_cover(written(on_its_side, exif=turned))

    assert (master.width, master.height) == (1300, 1000)
    assert opened(master.content).convert("L").getpixel((5, 5)) > 150 > opened(master.content).convert("L").getpixel((1290, 990))


def test_transparent_places_become_white() -> None:
    image = landscape(1200, 800).convert("RGBA")
    image.putalpha(Image.linear_gradient("L").resize((1200, 800)))

    assert opened(read_cover(written(image, "PNG")).content).getpixel((600, 0)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["L", "P", "CMYK", "1"])
def test_covers_of_other_colours_are_taken(mode: str) -> None:
    kind = "PNG" if mode in {"P", "1"} else "JPEG"

    assert opened(read_cover(written(landscape(1200, 800).convert(mode), kind)).content).mode in {"RGB", "L"}


def test_a_colour_space_of_its_own_is_left_behind() -> None:
    with_space = written(landscape(1200, 800), icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    broken = written(landscape(1200, 800), icc_profile=b"nonsense")

    for content in (with_space, broken):
        assert "icc_profile" not in opened(read_cover(content).content).info


def test_a_master_is_its_own_master() -> None:
    master = read_cover(cover(2400, 1500, exif=TELLING))

    assert read_cover(master.content) == master


def test_only_a_bare_jpeg_is_kept_as_it_is() -> None:
    bare = cover()
    carrying = [cover(exif=TELLING), cover(comment=b"by Ana"), bare + b"<script>", bare[:-2], bare[:2] + b"\xff\xe1\x00\x04ab" + bare[2:]]

    assert (is_bare_jpeg(bare), is_bare_jpeg(cover(progressive=True)), read_cover(bare).content) == (True, True, bare)
    assert [is_bare_jpeg(content) for content in carrying] == [False] * len(carrying)
    assert is_bare_jpeg(disc()) is False


def test_renditions_are_of_both_widths() -> None:
    master = read_cover(cover(2400, 1500))

    found = {one.name: (one.media_type, opened(one.content).size) for one in cover_renditions(master)}

    assert found == {
        f"{master.mark}-1600.jpg": ("image/jpeg", (1600, 1000)),
        f"{master.mark}-800.webp": ("image/webp", (800, 500)),
        f"{master.mark}-1600.webp": ("image/webp", (1600, 1000)),
    }


def test_a_noisy_picture_is_written_lighter() -> None:
    noise = Image.effect_noise((1600, 1600), 90).convert("RGB")

    assert len(read_cover(written(noise, quality=95)).content) < len(written(noise, quality=88, subsampling=0))
