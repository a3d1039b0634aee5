"""Reading PDFs back with what the world uses: poppler and zxing."""

import re
import subprocess
import zlib
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory

import zxingcpp
from PIL import Image

_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
_SIZE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">')
_STREAM = re.compile(rb"stream\n(.*?)\nendstream", re.DOTALL)
POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True)
class Word:
    """A word and its box in points from the top left."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


class Pdf:
    """A finished PDF."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def _run(self, *command: str) -> str:
        return subprocess.run(command, input=self._content, capture_output=True, check=True).stdout.decode()

    @cached_property
    def text(self) -> str:
        """All words in reading order, blanks folded, soft hyphens undone."""
        return " ".join(self._run("pdftotext", "-raw", "-", "-").split())

    @cached_property
    def info(self) -> dict[str, str]:
        lines = self._run("pdfinfo", "-").splitlines()
        return {name.strip(): value.strip() for name, _, value in (line.partition(":") for line in lines)}

    @property
    def page_count(self) -> int:
        return int(self.info["Pages"])

    @cached_property
    def fonts(self) -> list[tuple[str, str]]:
        """Return (name, embedded) of every font."""
        rows = self._run("pdffonts", "-").splitlines()[2:]
        return [(row.split()[0], row[-21:].split()[0]) for row in rows]

    def _boxes(self, page: int) -> str:
        return self._run("pdftotext", "-bbox", "-f", str(page), "-l", str(page), "-", "-")

    def words(self, page: int = 1) -> list[Word]:
        return [Word(*map(float, found[:4]), unescape(found[4])) for found in _WORD.findall(self._boxes(page))]

    def size_mm(self, page: int = 1) -> tuple[float, float]:
        width, height = _SIZE.findall(self._boxes(page))[0]
        return round(float(width) / POINTS_PER_MM, 1), round(float(height) / POINTS_PER_MM, 1)

    def picture(self, page: int = 1, dpi: int = 150) -> Image.Image:
        with TemporaryDirectory() as folder:
            path = Path(folder, "page")
            self._run("pdftoppm", "-r", str(dpi), "-f", str(page), "-l", str(page), "-singlefile", "-png", "-", str(path))
            return Image.open(path.with_suffix(".png")).convert("RGB")

    def qr_codes(self, page: int = 1, dpi: int = 150) -> list[str]:
        found = zxingcpp.read_barcodes(self.picture(page, dpi))
        return [code.text for code in sorted(found, key=lambda code: (code.position.top_left.y, code.position.top_left.x))]

    @cached_property
    def objects(self) -> bytes:
        """The file with its streams unpacked."""
        return self._content + b"".join(map(_unpacked, _STREAM.findall(self._content)))


def _unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""
