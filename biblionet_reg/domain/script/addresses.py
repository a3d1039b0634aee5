"""What is not running text: addresses, file names, tags and placeholders. They stay as they are in every conversion.

Every pattern starts only where its first character cannot continue an earlier try, and eats possessively, so that
reading stays linear in the length of the text.
"""

import re
from collections.abc import Callable

from biblionet_reg.domain.script.alphabet import MARKS

_DOMAINS = (
    "rs srb срб com org net edu info eu int gov mil biz name museum io tv ba hr si me mk bg ro hu gr al at de ch it fr es "
    "uk us ru cz sk pl be nl se no fi dk app dev"
).split()
_FILES = (
    "pdf docx? odt ods odp rtf txt csv tsv xlsx? pptx? ppsx? html? xml json ya?ml zip rar tar gz 7z jpe?g png gif svg tiff? webp bmp "
    "mp3 mp4 m4a wav avi mkv mov epub mobi ics bib ris mrc css js py exe apk eml php asp aspx jsp"
).split()

_TO_END = r"[^\s<>\"„“”«»]++"
_FILE_ENDING = f"(?i:{'|'.join(_FILES)})(?![\\w-])"
_LABELS = r"(?:\w[\w-]*+\.(?=\w))++"
_URL = rf"(?:[a-zA-Z][\w+.-]*+://|(?:mailto|doi|urn|tel):(?=\S)|www\.(?=\w)){_TO_END}"
_MAIL = r"[\w.+%-]++@[\w-]++(?:\.[\w-]++)++"
_DOI = rf"10\.\d{{4,9}}/{_TO_END}"
_DOMAIN = rf"{_LABELS}(?:(?:{'|'.join(_DOMAINS)})(?![\w-])(?:[:/?](?=\w){_TO_END})?|{_FILE_ENDING})"
_IDENTIFIER = r"_*+[^\W_]++_[^\W_]\w*+"
_WINDOWS_PATH = r"[a-zA-Z]:\\\S*+"
_HANDLE = rf"(?<![\w&{MARKS}])[@#]\w++"
_TAG = r"<[a-zA-Z/!][^<>]*+>"
_ENTITY = r"&#?\w{1,31};"
_PLACEHOLDER = r"%\(\w++\)[-#0 +]*+[\d.]*+[a-zA-Z]|\{\w*+(?:[.!:][^{}\s]*+)?\}"
_PATH = r"(?<!\S)~?(?:/[\w.-]++){2,}+/?"


def _pattern(words: tuple[str, ...], signs: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern of what begins like a word, and of what begins with a sign."""
    return re.compile(rf"(?<![\w.+%{MARKS}-])(?=\w)(?:{'|'.join(words)})|(?=[@#<&%{{./~])(?:{'|'.join(signs)})")


_ADDRESS = _pattern((_URL, _MAIL, rf"{_LABELS}срб(?!\w)"), (_HANDLE,))
_NOT_TEXT = _pattern(
    (_URL, _MAIL, _DOI, _DOMAIN, _IDENTIFIER, _WINDOWS_PATH),
    (_HANDLE, _TAG, _ENTITY, _PLACEHOLDER, _PATH, rf"(?<!\w)\.{_FILE_ENDING}"),
)
_SIGN = re.compile(r"[@#/\\_<&{%]|\.\w")


def outside_addresses(text: str, convert: Callable[[str], str]) -> str:
    """Return `text` with `convert` applied outside web and mail addresses, handles and hashtags."""
    return _outside(_ADDRESS, text, convert)


def outside_what_is_not_text(text: str, convert: Callable[[str], str]) -> str:
    """Return `text` with `convert` applied outside addresses, file names, identifiers, tags, entities and placeholders."""
    if not _SIGN.search(text):
        return convert(text)
    return _outside(_NOT_TEXT, text, convert)


def _outside(pattern: re.Pattern[str], text: str, convert: Callable[[str], str]) -> str:
    pieces, end = [], 0
    for kept in pattern.finditer(text):
        pieces.append(convert(text[end : kept.start()]))
        pieces.append(kept[0])
        end = kept.end()
    pieces.append(convert(text[end:]))
    return "".join(pieces)
