"""Quotation marks: every kind people type is read, one kind is printed, „…“ with ’…’ inside or “…” with ‘…’ inside."""

import re

from biblionet_reg.domain.language import Lang

_SERBIAN = (("„", "“"), ("’", "’"))
_ENGLISH = (("“", "”"), ("‘", "’"))
_MARK = re.compile('[„“”‟"«»〝〞]')
#: What may stand before an opening mark.
_OPENS_AFTER = re.compile(r"[\s(\[{–—/\-„“\"«»’‘]")
_ONLY_OPENS = "„«〝"


def typeset_quotes(text: str, lang: Lang, *, is_inside: bool = False) -> str:
    """Return `text` with the quotation marks of `lang`; what is not quoted in pairs (inches, a lost mark) stays as typed.

    `is_inside`: the text itself will stand in quotation marks, so its own are inner ones.
    """
    if _MARK.search(text) is None:
        return text
    pairs = _ENGLISH if lang is Lang.EN else _SERBIAN
    pieces, end, depth = [], 0, int(is_inside)
    for mark in _MARK.finditer(text):
        pieces.append(text[end : mark.start()])
        end = mark.end()
        if _opens(text, mark.start()):
            pieces.append(pairs[depth % 2][0])
            depth += 1
        else:
            depth -= 1
            if depth < is_inside:
                return text
            pieces.append(pairs[depth % 2][1])
    return text if depth != is_inside else "".join([*pieces, text[end:]])


def _opens(text: str, place: int) -> bool:
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if text[place] in _ONLY_OPENS and after.strip():
        return True
    return bool(after.strip()) and (not before or _OPENS_AFTER.match(before) is not None)
