"""Look-alike letters put right: Врaњa, Библиoтeкaри, беѕ.

A word that mixes alphabets cannot be found, sorted or shown in the other script, so it is written in the script of most
of its letters. What stands in the mark `-{…}-` and addresses are left as they are, and so is a word that has no whole
form. The changes are told, so that the writer sees them.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from biblionet_reg.domain.script.addresses import outside_addresses
from biblionet_reg.domain.script.alphabet import MARKS
from biblionet_reg.domain.script.detection import Script, script_of
from biblionet_reg.domain.script.marks import outside_marks
from biblionet_reg.domain.script.mixed import in_one_script
from biblionet_reg.domain.script.neighbours import Neighbour, word_after, word_before

_CYRILLIC, _GREEK, _LATIN = "\u0400-\u052f", "\u0370-\u03ff", "A-Za-zÀ-ÖØ-öø-\u024f"
_BESIDE = rf"\d{MARKS}"
_MIXED = re.compile(
    rf"(?<![^\W_])(?<![{MARKS}])[{_BESIDE}]*+(?:"
    rf"[{_LATIN}][{_LATIN}{_BESIDE}]*+[{_CYRILLIC}{_GREEK}]|[{_CYRILLIC}][{_CYRILLIC}{_BESIDE}]*+[{_LATIN}{_GREEK}]"
    rf"|[{_GREEK}][{_GREEK}{_BESIDE}]*+[{_LATIN}{_CYRILLIC}])(?:[^\W_]|[{MARKS}])*+"
)
#: Serbian words that the letters of the other script can imitate whole.
_SHORT = {"o": "о", "O": "О", "a": "а", "je": "је", "ja": "ја", "ce": "се", "ca": "са"}
_SHORT |= {cyrillic: latin for latin, cyrillic in _SHORT.items() if latin not in {"ce", "ca", "O"}}
_IMITATION = re.compile(rf"(?<![^\W_])(?<![{MARKS}])(?:{'|'.join(_SHORT)})(?![^\W_{MARKS}])(?![{MARKS}])")
_WITH_DZE = re.compile("(?<![^\\W_])[а-шА-ШјљњћђџЈЉЊЋЂЏ]*+[ѕЅ][а-шА-ШјљњћђџЈЉЊЋЂЏѕЅ]*+(?![^\\W_])")
_DZE = str.maketrans("ѕЅ", "зЗ")
_WITH_ETH = re.compile(r"(?<![^\W_])[A-PR-VZČĆŠŽĐa-pr-vzčćšžđ]*+Ð[A-PR-VZČĆŠŽĐÐa-pr-vzčćšžđ]*+(?![^\W_])")
_CENTURY = re.compile(r"(?<![^\W_])Х{2,3}(?=\.?[ \u00a0](?:век|вијек|столећ|стољећ))")
_HAS_CYRILLIC, _HAS_OTHER = re.compile(f"[{_CYRILLIC}{_GREEK}]"), re.compile(f"[{_LATIN}{_GREEK}]")

_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{MARKS}])*+")
_Step = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text after its repair, and the words that changed: old and new, once each."""

    text: str
    changes: tuple[tuple[str, str], ...] = ()


def repair(text: str) -> Repaired:
    """Return `text` with every word in one script, and what was changed for that."""
    once = _mended(text)  # a word repaired tells more about its neighbours, so the text is read again
    if once == text:
        return Repaired(text)
    whole = _mended(once)
    return Repaired(whole, _changes(text, whole))


def _mended(text: str) -> str:
    steps = _steps(text)
    if not steps:
        return text

    def mend(part: str) -> str:
        for pattern, whole in steps:
            part = pattern.sub(whole, part)
        return part

    return outside_marks(text, lambda part: outside_addresses(part, mend), keep_marks=True)


def _changes(text: str, whole: str) -> tuple[tuple[str, str], ...]:
    """Return the words that differ; a letter is put in place of a letter, so words keep their places."""
    words = ((found[0], whole[found.start() : found.end()]) for found in _WORD.finditer(text))
    return tuple(dict.fromkeys((old, new) for old, new in words if old != new))


def _steps(text: str) -> list[_Step]:
    """Return what has to be looked for in `text`: most texts need nothing."""
    if text.isascii():
        return []
    steps: list[_Step] = []
    if _HAS_CYRILLIC.search(text):
        steps += _steps_for_cyrillic(text)
    if "Ð" in text:
        steps.append((_WITH_ETH, lambda word: word[0].replace("Ð", "Đ")))
    return steps


def _steps_for_cyrillic(text: str) -> list[_Step]:
    steps: list[_Step] = [(_MIXED, _in_one_script), (_IMITATION, _unmasked)] if _HAS_OTHER.search(text) else []
    if ("ѕ" in text or "Ѕ" in text) and not any(letter in text for letter in "ѓќЃЌ"):
        steps.append((_WITH_DZE, lambda word: word[0].translate(_DZE)))
    if "ХХ" in text:
        steps.append((_CENTURY, lambda word: "X" * len(word[0])))
    return steps


def _in_one_script(found: re.Match[str]) -> str:
    around = {_script(word_before(found.string, found.start())), _script(word_after(found.string, found.end()))} - {None}
    return in_one_script(found[0], around.pop() if len(around) == 1 else script_of(found.string))


def _unmasked(found: re.Match[str]) -> str:
    """Return a short word in the script of the words at its sides, when nothing but blanks parts them and one of them tells."""
    sides = word_before(found.string, found.start()), word_after(found.string, found.end())
    if any(side.between.strip(" ,\n\u00a0") for side in sides) or (found[0] == "O" and not sides[1].word[:1].islower()):
        return found[0]
    whole = _SHORT[found[0]]
    around = {_script(side) for side in sides if side.word and side.word not in _SHORT}
    return whole if around == {script_of(whole)} else found[0]


def _script(side: Neighbour) -> Script | None:
    return script_of(side.word)
