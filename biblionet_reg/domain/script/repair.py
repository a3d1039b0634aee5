"""Look-alike letters put right: Врaњa, Библиoтeкaри, беѕ.

A word that mixes alphabets cannot be found, sorted or shown in the other script, so it is written in the script that its
letters show, or else the words around it. What stands in the mark `-{…}-` and addresses are left as they are, and so is
a word that has no whole form. What changed is told, and what was left mixed, so that the writer sees it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from biblionet_reg.domain.script.addresses import outside_addresses
from biblionet_reg.domain.script.detection import Script
from biblionet_reg.domain.script.marks import outside_marks
from biblionet_reg.domain.script.mixed import is_mixed
from biblionet_reg.domain.script.surroundings import WORD, in_their_scripts

_SCRIPTS = (re.compile("[\u0400-\u052f]"), re.compile("[A-Za-zÀ-ÖØ-öø-\u024f]"), re.compile("[\u0370-\u03ff]"))
_WITH_DZE = re.compile("(?<![^\\W_])[а-шА-ШјљњћђџЈЉЊЋЂЏ]*+[ѕЅ][а-шА-ШјљњћђџЈЉЊЋЂЏѕЅ]*+(?![^\\W_])")
_DZE = str.maketrans("ѕЅ", "зЗ")
_WITH_ETH = re.compile(r"(?<![^\W_])[A-PR-VZČĆŠŽĐa-pr-vzčćšžđ]*+Ð[A-PR-VZČĆŠŽĐÐa-pr-vzčćšžđ]*+(?![^\W_])")
_CENTURY = re.compile(r"(?<![^\W_])Х{2,3}(?=\.?[ \u00a0](?:век|вијек|столећ|стољећ))")
#: What is repaired may make an address of its surroundings (пoшта.cрб), so the text is read again until nothing changes.
_READINGS = 4


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text after its repair, the words that changed (old and new), and those that still mix alphabets; once each."""

    text: str
    changes: tuple[tuple[str, str], ...] = ()
    left: tuple[str, ...] = ()


def repair(text: str, otherwise: Script | None = None) -> Repaired:
    """Return `text` with every word in one script, and what was changed for that.

    `otherwise` is the script of words that neither their letters nor the text around them tell.
    """
    if text.isascii():
        return Repaired(text)
    whole = text
    for _ in range(_READINGS):
        before, whole = whole, _read(whole, otherwise)
        if whole == before:
            break
    return Repaired(whole, words_changed(text, whole), tuple(_left(whole)))


def words_changed(text: str, whole: str) -> tuple[tuple[str, str], ...]:
    """Return the words that differ; a letter is put in place of a letter, so words keep their places."""
    if text == whole:
        return ()
    words = ((found[0], whole[found.start() : found.end()]) for found in WORD.finditer(text))
    return tuple(dict.fromkeys((old, new) for old, new in words if old != new))


def _read(text: str, otherwise: Script | None) -> str:
    parts = _parts(text)
    if _mixes(text):
        parts = in_their_scripts(parts, otherwise)
    for pattern, whole in _steps(text):
        parts = [pattern.sub(whole, part) for part in parts]
    ready = iter(parts)
    return _outside(text, lambda _part: next(ready))


def _parts(text: str) -> list[str]:
    """Return what is running text: the pieces between marks and addresses."""
    parts: list[str] = []

    def keep(part: str) -> str:
        parts.append(part)
        return part

    _outside(text, keep)
    return parts


def _outside(text: str, convert: Callable[[str], str]) -> str:
    return outside_marks(text, lambda part: outside_addresses(part, convert), keep_marks=True)


def _left(text: str) -> dict[str, None]:
    if not _mixes(text):
        return {}
    return {word: None for part in _parts(text) for word in WORD.findall(part) if is_mixed(word)}


def _mixes(text: str) -> bool:
    return sum(letters.search(text) is not None for letters in _SCRIPTS) > 1


def _steps(text: str) -> list[tuple[re.Pattern[str], Callable[[re.Match[str]], str]]]:
    """Return what else has to be looked for in `text`: most texts need nothing."""
    steps: list[tuple[re.Pattern[str], Callable[[re.Match[str]], str]]] = []
    if ("ѕ" in text or "Ѕ" in text) and not any(letter in text for letter in "ѓќЃЌ"):
        steps.append((_WITH_DZE, lambda word: word[0].translate(_DZE)))
    if "ХХ" in text:
        steps.append((_CENTURY, lambda word: "X" * len(word[0])))
    if "Ð" in text:
        steps.append((_WITH_ETH, lambda word: word[0].replace("Ð", "Đ")))
    return steps
