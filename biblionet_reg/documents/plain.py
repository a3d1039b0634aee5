"""Plain text for print: what people typed, literally, without the characters that do not print."""

import re
import unicodedata

from markupsafe import Markup

# Controls but the new line, the marks that turn the direction of text, lone surrogates, the two non-characters.
_UNPRINTED = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]")
_BLANK_LINES = re.compile(r"\n\s*\n")
# A dash between words ends a line and never begins one.
_DASH = re.compile(r"(?<=\S) – ")


def printable(text: str) -> str:
    """Return `text` without controls and direction marks, line ends kept, a dash bound to the word before it."""
    return _DASH.sub("\N{NO-BREAK SPACE}– ", _UNPRINTED.sub("", text))


def one_line(text: str) -> str:
    """Return `text` NFC on one line, without controls and direction marks; what is HTML stays HTML."""
    line = " ".join(printable(unicodedata.normalize("NFC", text)).split())
    return Markup(line) if isinstance(text, Markup) else line  # noqa: S704 - it was HTML before


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of `text`: blank lines part them, single line ends are blanks."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return [line for part in _BLANK_LINES.split(unified) if (line := one_line(part))]
