"""What a text in each language must not hold: another script, another language, words of mixed letters, marks left over."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po
from lxml import html
from lxml.html import HtmlElement

from biblionet_reg.domain.script import STANDARD_RULES, ScriptRules, to_cyrillic

_TRANSLATIONS = Path(__file__).parents[1] / "biblionet_reg" / "translations"
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN_WORD = re.compile(r"[A-Za-zČĆĐŠŽčćđšž]{2,}")
_MIXED_WORD = re.compile(r"[A-Za-zČĆĐŠŽčćđšž][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-zČĆĐŠŽčćđšž]")
_PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%%")
_TAG = re.compile(r"<[^<>]+>")
#: „Име: Драгана / Dragana“: how a name is written in the other script, too.
_OTHER_FORM = re.compile(r" / [^(,;]+")
#: Attributes that people read or hear.
_READ = ("title", "alt", "aria-label", "placeholder", "data-counter")
#: Where a line may end within a word, and what stays in one line.
_LINE_MARKS = re.compile(r'<wbr>|<span class="nowrap">([^<]*)</span>')
#: What is typed or made for machines.
_UNREAD = {"script", "style", "code", "textarea", "svg"}
#: Messages shorter than this may be words of both languages.
_LEAST_ENGLISH = 2


@dataclass(frozen=True)
class Piece:
    """A piece of text as it stands in one element or attribute, in the language that is marked there."""

    text: str
    lang: str
    place: str


def pieces_of(page: str | bytes) -> Iterator[Piece]:
    """Return everything people read on a page, with the language it is marked with; where a line may or may not end, no word ends."""
    yield from _pieces(html.document_fromstring(_LINE_MARKS.sub(r"\1", page.decode() if isinstance(page, bytes) else page)), "")


def pieces_of_letter(text: str, lang: str, place: str) -> Iterator[Piece]:
    """Return the lines of a letter in plain text, which has nothing to mark the other form of a name with."""
    return (Piece(_OTHER_FORM.sub("", line), lang, place) for line in text.splitlines())


def _pieces(element: HtmlElement, lang: str) -> Iterator[Piece]:
    if not isinstance(element.tag, str) or element.tag in _UNREAD:
        return
    lang = element.get("lang") or lang
    place = f"<{element.tag} {element.get('class') or ''}>"
    if element.get("class") == "letter__text":
        yield from pieces_of_letter(element.text or "", lang, place)
        return
    read = [element.text, *(element.get(name) for name in _READ)]
    if element.tag == "meta" and element.get("name") == "description":
        read.append(element.get("content"))
    yield from (Piece(" ".join(text.split()), lang, place) for text in read if text and text.strip())
    for child in element:
        yield from _pieces(child, lang)
        if child.tail and child.tail.strip():
            yield Piece(" ".join(child.tail.split()), lang, place)


def faults_of(piece: Piece, rules: ScriptRules = STANDARD_RULES) -> Iterator[str]:
    """Tell what a reader of the piece's language would stumble over."""
    text, lang = piece.text, piece.lang
    if "-{" in text or "}-" in text:
        yield "a mark for the transliteration"
    if lang in {"sr", "sr-Latn", "en"} and _MIXED_WORD.search(text):
        yield "a word of mixed letters"
    if lang in {"sr-Latn", "en"} and _CYRILLIC.search(text):
        yield "Cyrillic letters"
    if lang == "sr" and _LATIN_WORD.search(text) and to_cyrillic(text, rules) != text:
        yield "Latin letters"
    if lang in {"sr", "sr-Latn"} and is_english(text, lang):
        yield "English"


def is_english(text: str, lang: str) -> bool:
    """Say whether the whole of `text` is one of our messages that was not translated."""
    if len(text.split()) < _LEAST_ENGLISH and text not in _english(lang)[0]:
        return False
    plain, patterns = _english(lang)
    return text in plain or any(pattern.fullmatch(text) for pattern in patterns)


@cache
def _english(lang: str) -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """Return the English messages that are said otherwise in `lang`: plain ones, and those with something filled in."""
    folder = _TRANSLATIONS / lang.replace("-", "_") / "LC_MESSAGES"
    with (folder / "messages.po").open("rb") as file:
        catalogue = read_po(file, locale=lang.replace("-", "_"))
    plain, patterns = set(), []
    said = {text for message in catalogue for text in ([message.string] if isinstance(message.string, str) else message.string or ())}
    for message in catalogue:
        for english in message.id if isinstance(message.id, tuple) else [message.id]:
            words = " ".join(_TAG.sub(" ", english).split())
            if not words or english in said:
                continue
            parts = _PLACEHOLDER.split(words)
            if len(parts) == 1:
                plain.add(words)
            elif len(_LATIN_WORD.findall(" ".join(parts))) >= _LEAST_ENGLISH:
                patterns.append(re.compile(".+".join(map(re.escape, parts))))
    return frozenset(plain), tuple(patterns)


def faults_in(pieces: Iterable[Piece], rules: ScriptRules = STANDARD_RULES) -> list[str]:
    """Return every fault of the pieces in one line each."""
    return [f"{fault} ({piece.lang}): {piece.text[:160]!r} in {piece.place}" for piece in pieces for fault in faults_of(piece, rules)]
