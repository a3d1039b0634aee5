"""What every page is held to: accessibility, no sideways scrolling, no faults, its own language."""

import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page, Request, Response

from tests.audit.figures import Figures

_LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
_AXE = {"runOnly": {"type": "tag", "values": _LEVELS}, "resultTypes": ["violations"]}
_WIDE, _PHONE = {"width": 1280, "height": 900}, {"width": 320, "height": 700}
#: A page is looked at twice in each language, in all four ways in the three together: colours do not change with the
#: language, and its words are measured at both widths.
_WAYS = {
    "sr": (("light", _WIDE), ("dark", _PHONE)),
    "sr-Latn": (("dark", _WIDE), ("light", _PHONE)),
    "en": (("light", _WIDE), ("dark", _PHONE)),
}

#: Names and signs that stand in Latin script also on Cyrillic pages.
ALLOWED = frozenset(
    "A4 PDF DOCX ODT PPTX ODP SVG PNG JPEG WebP MB kB mm HTML CSS WCAG AA EN URL BiblioNet Latinica Srpski English Europe Belgrade".split()
)
_NOT_WORDS = re.compile(
    r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b[RSPC]-[2-9A-HJKMNP-Z]{6}\b|#[0-9a-f]{6}\b"
    r"|[„“][^“”]+\.(?:pdf|docx|odt|pptx|odp)[“”]"
    r"|https?://\S+|\S+@\S+|\{\w+\}|\b[\w-]+\.(?:pdf|docx|odt|pptx|odp|rs|org)\b",
    re.IGNORECASE,
)
_LATIN = re.compile(r"[^\W\d_\u0400-\u04ff]{2,}")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]+")

#: Every text a reader meets, outside parts marked as another language.
_TEXTS = """() => {
  const root = document.documentElement, titled = document.querySelector('h1');
  const texts = titled && titled.lang ? [] : [document.title];
  const apart = 'script, style, code, textarea, svg, .letter, iframe';
  const isOurs = element => element && element.closest('[lang]') === root && !element.closest(apart);
  const whole = node => node.parentElement.closest(':has(> wbr)')?.textContent ?? node.data;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (isOurs(node.parentElement) && node.data.trim()) texts.push(whole(node).trim().replace(/\\s+/g, ' '));
  for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'data-counter', 'data-too-large'])
    for (const element of document.querySelectorAll(`[${name}]`))
      if (isOurs(element)) texts.push(element.getAttribute(name));
  return texts;
}"""
#: The innermost elements that stand out to the right.
_TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const standsOut = element => element.getBoundingClientRect().right > width + 1 && !element.closest('.table-scroll');
  const wide = [...document.querySelectorAll('body *')].filter(standsOut);
  return ['sideways: ' + wide.slice(-3).map(e => e.outerHTML.slice(0, 120)).join(' | ')];
}"""
_EMPTY = """form => {
  for (const field of form.elements) {
    if (['hidden', 'submit', 'button', 'fieldset'].includes(field.type)) continue;
    if (['checkbox', 'radio'].includes(field.type)) field.checked = false;
    else if (field.tagName === 'SELECT') field.value = '';
    else field.value = '';
  }
}"""


class Inspector:
    """Looks at one open page; listens for its faults from the beginning."""

    def __init__(self, page: Page, figures: Figures, names: frozenset[str] = frozenset()) -> None:
        self.page, self.figures, self.names = page, figures, names
        self._heard: list[str] = []
        page.on("pageerror", lambda error: self._heard.append(f"script: {error}"))
        page.on("console", self._hear)
        page.on("requestfailed", self._miss)
        page.on("response", self._answer)

    def look(self, lang: str, *, own_language: bool = False) -> list[str]:
        """Return everything that is wrong with the page as it stands."""
        self.figures.pages += 1
        found = [] if own_language else self._language(lang)
        for theme, size in _WAYS[lang]:
            self.page.emulate_media(color_scheme=theme, reduced_motion="reduce")  # type: ignore[arg-type]
            self.page.set_viewport_size(size)  # type: ignore[arg-type]
            found += self._axe(f"{theme} {size['width']}")
            found += self.page.evaluate(_TOO_WIDE)
        found, self._heard = [*found, *self._heard], []
        return found

    def send_empty(self) -> list[str]:
        """Send the page's form with nothing in it; return what is wrong with the answer so far."""
        answer = send_empty(self.page)
        status = answer.status if answer else 0
        has_summary = self.page.locator("[data-error-summary]").count() == 1
        return [] if (status, has_summary) == (422, True) else [f"sent empty: {status}, error summary: {has_summary}"]

    def _axe(self, way: str) -> list[str]:
        self.figures.axe_runs += 1
        violations = Axe().run(self.page, options=_AXE).response["violations"]
        self.figures.violations += len(violations)
        return [f"axe {way}: {one['id']}: {[node['html'][:160] for node in one['nodes'][:3]]}" for one in violations]

    def _language(self, lang: str) -> list[str]:
        own = self.page.evaluate("document.documentElement.lang")
        texts = self.page.evaluate(_TEXTS)
        return [*([] if own == lang else [f"lang is {own}"]), *_strangers(texts, lang, ALLOWED | self.names)]

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error" and "status of" not in message.text:
            self._heard.append(f"console: {message.text}")

    def _miss(self, request: Request) -> None:
        if not request.is_navigation_request() and request.failure != "net::ERR_ABORTED":
            self._heard.append(f"failed: {request.url}")

    def _answer(self, response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            self._heard.append(f"{response.status}: {response.url}")


def send_empty(page: Page) -> Response | None:
    """Send the page's form with nothing in it and return the answer."""
    pages, others = page.locator("main form[data-flow]"), page.locator("main form[method=post]:not(.card)")
    form = pages.first if pages.count() else others.last
    form.evaluate(_EMPTY)
    with page.expect_navigation() as answer:
        form.evaluate("form => form.requestSubmit(form.querySelector('[value=send]') || form.querySelector('button.button--primary'))")
    return answer.value


def _strangers(texts: list[str], lang: str, allowed: frozenset[str]) -> list[str]:
    """Return the texts that do not belong on a page in `lang`: Latin on Cyrillic pages, Cyrillic on Latin ones."""
    if lang != "sr":
        return [f"Cyrillic: {text}" for text in dict.fromkeys(texts) if _CYRILLIC.search(_NOT_WORDS.sub("", text))]
    return [f"Latin: {text}" for text in dict.fromkeys(texts) if set(_LATIN.findall(_NOT_WORDS.sub("", text))) - allowed]
