"""A picture of a page beside the accepted one: how much of it differs, and the two with their differences side by side."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops
from playwright.sync_api import FloatRect, Page

#: Below this a page is cut: what a view looks like shows in its first screens.
_HEIGHT = 2000
_COLOURS = 32
#: How a page may be asked for, besides plainly light: each names what differs, and pages are shared, so all is said each time.
_PLAIN: dict[str, Any] = {"color_scheme": "light", "contrast": "no-preference", "forced_colors": "none", "reduced_motion": "reduce"}
_THEMES: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "more": {"contrast": "more"},
    "forced": {"forced_colors": "active"},
}
#: A pixel differs when one of its colours is so far off (of 255); fewer colours and smoothed edges stay below.
_FAR = 64
_MARK = (200, 0, 80)
#: The clock runs on while the audit works: moments of its day, and until when a draft is kept, all read nine o'clock.
#: Nothing else differs from run to run: codes and keys come from the seed of the demonstration.
_STOP_THE_CLOCK = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const day = node.parentElement.closest('.kept') ? '(2020' : '(\\\\b17\\\\D{1,12}2020';
    const stopped = node.data.replace(new RegExp(day + '\\\\D{1,8})\\\\d{1,2}([.:])\\\\d\\\\d\\\\b', 'g'), '$109$200');
    if (stopped !== node.data) node.data = stopped;
  }
}"""


@dataclass(frozen=True)
class Likeness:
    """Two pictures on one canvas, and the mask of the pixels that differ."""

    accepted: Image.Image
    now: Image.Image
    mask: Image.Image

    @property
    def share(self) -> float:
        """The part of all pixels that differs."""
        return self.mask.histogram()[255] / (self.mask.width * self.mask.height)

    def three_panes(self) -> Image.Image:
        """Return the accepted picture, the present one, and the present one grey with the differences marked."""
        marked = Image.composite(Image.new("RGB", self.now.size, _MARK), self.now.convert("L").convert("RGB"), self.mask)
        panes = Image.new("RGB", (self.now.width * 3 + 40, self.now.height), "white")
        for place, pane in enumerate((self.accepted, self.now, marked)):
            panes.paste(pane, (place * (self.now.width + 20), 0))
        return panes


def take(page: Page, *, width: int, theme: str) -> Image.Image:
    """Return a picture of the upper part of the open page."""
    page.emulate_media(**_PLAIN | _THEMES[theme])
    page.set_viewport_size({"width": width, "height": 900})
    page.mouse.move(0, 0)
    page.evaluate(_STOP_THE_CLOCK)
    page.evaluate("document.fonts.ready")
    height = min(page.evaluate("document.documentElement.scrollHeight"), _HEIGHT)
    upper: FloatRect = {"x": 0, "y": 0, "width": width, "height": height}
    return Image.open(BytesIO(page.screenshot(full_page=True, clip=upper, animations="disabled", caret="hide"))).convert("RGB")


def compare(accepted: Image.Image, now: Image.Image) -> Likeness:
    """Lay two pictures over each other; where only one of them reaches, they differ."""
    size = (max(accepted.width, now.width), max(accepted.height, now.height))
    sheets = [_on_canvas(one, size) for one in (accepted, now)]
    bands = ImageChops.difference(*sheets).split()
    most = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    mask = most.point([255 if value > _FAR else 0 for value in range(256)])
    for one in (accepted, now):
        mask.paste(255, (0, one.height, size[0], size[1]))
        mask.paste(255, (one.width, 0, size[0], size[1]))
    return Likeness(*sheets, mask)


def _on_canvas(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    canvas = Image.new("RGB", size, "white")
    canvas.paste(picture)
    return canvas


def keep(picture: Image.Image, path: Path) -> None:
    """Write a picture small: few colours, without loss beyond that."""
    path.parent.mkdir(parents=True, exist_ok=True)
    few = picture.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.convert("RGB").save(path, "WEBP", lossless=True, quality=100, method=6)
