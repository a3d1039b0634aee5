"""Letters that look alike in the two alphabets, put right in what people type.

A word that mixes Cyrillic and Latin cannot be found, sorted or shown in the other script, so it is written in the
script of most of its letters. A foreign word in quotation marks or italics stays as typed, and its writer is asked.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from biblionet_reg.domain.script import Script, repair, script_of

_QUOTED = re.compile(
    r"„[^„“”\n]{1,300}[“”]|“[^“”\n]{1,300}”|\"[^\"\n]{1,300}\"|«[^«»\n]{1,300}»|»[^«»\n]{1,300}«|‚[^‚‘’\n]{1,300}[‘’]"
    r"|\*[^*\n]{1,300}\*|(?<!\w)_[^_\n]{1,300}_(?!\w)"
)
_WORD = re.compile(r"[^\W_]+")
_ABECEDA = frozenset("abcčćdđefghijklmnoprsštuvzžABCČĆDĐEFGHIJKLMNOPRSŠTUVZŽ")


@dataclass(frozen=True, slots=True)
class Mended:
    """A text after its repair: the words that changed, as typed and as kept; the foreign ones left, and what they would have become."""

    text: str
    changes: tuple[tuple[str, str], ...] = ()
    left: tuple[tuple[str, str], ...] = ()


def mend(text: str) -> Mended:
    """Return `text` with every word in one script; what stands in the mark `-{…}-` is left alone."""
    whole = repair(text)
    if not whole.changes:
        return Mended(text)
    repaired = dict(whole.changes)
    foreign = list(_foreign_words(text, repaired, around=script_of(whole.text)))
    if not foreign:
        return Mended(whole.text, tuple(whole.changes))
    pieces: list[str] = []
    changes: list[tuple[str, str]] = []
    end = 0
    for start, stop in [*foreign, (len(text), len(text))]:
        part = repair(text[end:start])
        changes += part.changes
        pieces += [part.text, text[start:stop]]
        end = stop
    left = {text[start:stop]: repaired[text[start:stop]] for start, stop in foreign}
    return Mended("".join(pieces), tuple(dict.fromkeys(changes)), tuple(left.items()))


def _foreign_words(text: str, changes: dict[str, str], *, around: Script | None) -> Iterator[tuple[int, int]]:
    """Return where words stand that would change, are quoted, and are in another script or alphabet than the text around."""
    for quoted in _QUOTED.finditer(text):
        for word in _WORD.finditer(text, quoted.start(), quoted.end()):
            new = changes.get(word.group())
            if new is not None and (script_of(new) is not around or _is_no_serbian_latin(new)):
                yield word.span()


def _is_no_serbian_latin(word: str) -> bool:
    return any(letter.isalpha() and unicodedata.name(letter, "").startswith("LATIN ") and letter not in _ABECEDA for letter in word)
