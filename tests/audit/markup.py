"""The HTML of every page, as it is sent, and what the Nu checker finds in it, in the style sheets and in the drawings."""

import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from playwright.sync_api import Browser

from tests.audit import tools
from tests.audit.checks import send_empty
from tests.audit.ground import Ground
from tests.audit.visits import VISITS, Visit
from tests.journeys.house import ROOT

_OPTIONS = ["--format", "json", "--stdout", "--exit-zero-always", "--also-check-css", "--also-check-svg"]
_LANGS = ("sr", "sr-Latn", "en")
_SHEETS = re.compile(r'<link rel="stylesheet" href="([^"]+)"')
_DRAWINGS = sorted((ROOT / "static" / "img").glob("*.svg"))
#: Sound CSS that the checker does not know yet.
_NOT_KNOWN_YET = (
    "“paint-order”: Property",  # https://www.w3.org/TR/SVG2/painting.html#PaintOrder, in every browser
    "“scroll-target-group”: Property",  # https://drafts.csswg.org/css-overflow-5/#scroll-target-group, asked for by @supports
    "pseudo-class “:target-current”",  # of the same draft
)
_PATIENCE = 600


@dataclass(frozen=True)
class Verdict:
    """How much was read, what is wrong with it by file, and how often the checker had something else to remark."""

    pages: int
    sheets: int
    errors: dict[str, list[str]]
    warnings: int


def collect(place: Ground, browser: Browser, folder: Path) -> None:
    """Keep every page in every language as it is sent, also as the answer to an empty form, and the style sheets they ask for."""
    shutil.rmtree(folder, ignore_errors=True)
    sheets: set[str] = set()
    for visit in VISITS:
        for lang in _LANGS:
            (folder / lang).mkdir(parents=True, exist_ok=True)
            for name, text in _pages(place, browser, visit, lang).items():
                (folder / lang / f"{name}.html").write_text(text, encoding="utf-8")
                sheets.update(_SHEETS.findall(text))
    _keep_sheets(place, browser, folder, sheets)


def _pages(place: Ground, browser: Browser, visit: Visit, lang: str) -> dict[str, str]:
    page = place.visitor(browser, visit.who)
    address = place.address(visit.endpoint, lang, visit.values)
    answer = page.goto(f"{address}?{visit.query}" if visit.query else address)
    assert answer is not None
    assert answer.status == visit.status, address
    name = re.sub(r"[^\w.-]", "-", str(visit))
    found = {name: answer.text()}
    if visit.sends_empty:
        refused = send_empty(page)
        found[f"{name}-empty"] = refused.text() if refused else ""
    return found


def _keep_sheets(place: Ground, browser: Browser, folder: Path, addresses: set[str]) -> None:
    (folder / "css").mkdir()
    public = place.visitor(browser, "public")
    for address in addresses:
        path = address.partition("?")[0]
        text = public.request.get(place.house.base + address.replace("&amp;", "&")).text()
        (folder / "css" / (re.sub(r"[^\w.-]", "-", path).strip("-").removesuffix(".css") + ".css")).write_text(text, encoding="utf-8")


def check(folder: Path) -> Verdict:
    """Let the Nu checker read the folder."""
    command = [*tools.nu_checker(), *_OPTIONS, str(folder), *map(str, _DRAWINGS)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_PATIENCE)
    assert done.stdout, done.stderr
    messages: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    errors: dict[str, list[str]] = {}
    for one in messages:
        if one["type"] != "info" and not any(part in one["message"] for part in _NOT_KNOWN_YET):
            errors.setdefault(_file(one, folder), []).append(_told(one))
    counted = [sum(1 for _ in folder.rglob(pattern)) for pattern in ("*.html", "*.css")]
    return Verdict(counted[0], counted[1], errors, sum(one.get("subType") == "warning" for one in messages))


def _file(message: dict[str, Any], folder: Path) -> str:
    path = Path(unquote(message.get("url", "").removeprefix("file:")))
    return str(path.relative_to(folder)) if path.is_relative_to(folder) else str(path)


def _told(message: dict[str, Any]) -> str:
    extract = " ".join(message.get("extract", "").split())
    return f"{message['type']} in line {message.get('lastLine', '?')}: {message['message']} « {extract[:160]} »"
