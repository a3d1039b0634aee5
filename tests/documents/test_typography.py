"""How text is set: words broken as their language breaks them, italics in the shapes Serbian readers know."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from biblionet_reg.documents.order import Limits
from biblionet_reg.documents.press import press
from tests.documents.pdf import Pdf

LIMITS = Limits(cpu_seconds=60, wall_seconds=120, memory_mb=1000, max_pages=2)
ITALIC = Path(__file__).parents[2] / "static" / "fonts" / "print" / "SourceSerif4-It.otf.woff2"
LETTERS = "бгдпт"

SERBIAN = "Библиотекарство представља најсложенију интердисциплинарну делатност савременог информационог друштва."
LATIN = "Bibliotekarstvo predstavlja najsloženiju interdisciplinarnu delatnost savremenog informacionog društva."
ENGLISH = "Librarianship represents the most complicated interdisciplinary responsibility of contemporary informational communities."


def page(lang: str, content: str, style: str = "") -> Pdf:
    head = (
        f"<title>t</title><link rel='stylesheet' href='asset:programme.css'><style>@page {{ size: 60mm 90mm; margin: 5mm }}{style}</style>"
    )
    return Pdf(press([f"<!doctype html><html lang='{lang}'><head>{head}</head><body>{content}</body></html>"], limits=LIMITS))


def broken_words(pdf: Pdf) -> list[tuple[str, str]]:
    """Return the two parts of each word that is broken at the end of a line."""
    words = [word.text for word in pdf.words()]
    return [(first[:-1], second) for first, second in pairwise(words) if first.endswith("\N{HYPHEN}")]


@pytest.mark.parametrize(
    ("lang", "text", "broken"),
    [
        ("sr", SERBIAN, [("интердисципли", "нарну")]),
        ("sr-Latn", LATIN, [("naj", "složeniju"), ("de", "latnost"), ("informacio", "nog")]),
        ("en", ENGLISH, [("interdisciplin", "ary"), ("contempor", "ary")]),
    ],
)
def test_words_are_broken_as_their_language_breaks_them(lang: str, text: str, broken: list[tuple[str, str]]) -> None:
    assert broken_words(page(lang, f"<div class='prose'><p>{text}</p></div>")) == broken


def test_text_in_another_language_is_broken_by_its_own_rules() -> None:
    assert broken_words(page("sr", f"<div class='prose'><p lang='en'>{ENGLISH}</p></div>")) == [
        ("interdisciplin", "ary"),
        ("contempor", "ary"),
    ]


def glyphs(lang: str, style: str = "") -> dict[str, str]:
    """Return the names of the glyphs that the italic letters are printed with."""
    pdf = page(lang, f"<p><em>{LETTERS}</em></p>", f"html {{ font-family: 'Biblionet Serif' }} {style}")
    names = TTFont(ITALIC).getGlyphOrder()
    tables = re.findall(rb"beginbfchar(.*?)endbfchar", pdf.objects, re.DOTALL)
    pairs = next(found for table in tables if len(found := re.findall(rb"<(\w{4})> <(\w{4})>", table)) == len(LETTERS))
    return {chr(int(letter, 16)): names[int(glyph, 16)] for glyph, letter in pairs}


def test_serbian_italics_have_their_own_shapes() -> None:
    serbian, russian = glyphs("sr"), glyphs("ru")

    assert serbian == {letter: f"uni{ord(letter):04X}.srb" for letter in LETTERS}
    assert russian == {letter: f"uni{ord(letter):04X}" for letter in LETTERS}
