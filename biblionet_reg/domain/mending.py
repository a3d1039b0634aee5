"""Letters that look alike in the two alphabets, put right in what people type.

A word that mixes Cyrillic and Latin cannot be found, sorted or shown in the other script, so it is written in the
script that its letters show. A foreign word in quotation marks or italics stays as typed, and so does a word that could be
in both scripts or in neither; its writer is asked.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from biblionet_reg.domain.script import Script, repair, script_of
from biblionet_reg.domain.script.repair import words_changed
from biblionet_reg.domain.script.surroundings import WORD

_QUOTED = re.compile(
    r"„[^„“”\n]{1,300}[“”]|“[^“”\n]{1,300}”|\"[^\"\n]{1,300}\"|«[^«»\n]{1,300}»|»[^«»\n]{1,300}«|‚[^‚‘’\n]{1,300}[‘’]"
    r"|\*[^*\n]{1,300}\*|(?<!\w)_[^_\n]{1,300}_(?!\w)"
)
_ABECEDA = frozenset("abcčćdđefghijklmnoprsštuvzžABCČĆDĐEFGHIJKLMNOPRSŠTUVZŽ")


@dataclass(frozen=True, slots=True)
class Mended:
    """A text after its repair: the words that changed, as typed and as kept, and those left mixed.

    Beside a foreign word left stands what it would have become, beside an undecided one the word itself.
    """

    text: str
    changes: tuple[tuple[str, str], ...] = ()
    left: tuple[tuple[str, str], ...] = ()


def mend(text: str, otherwise: Script | None = None) -> Mended:
    """Return `text` with every word in one script; what stands in the mark `-{…}-` is left alone.

    `otherwise` is the script of words that neither their letters nor the text around them tell.
    """
    whole = repair(text, otherwise)
    undecided = tuple((word, word) for word in whole.left)
    if not whole.changes:
        return Mended(text, left=undecided)
    repaired = dict(whole.changes)
    foreign = list(_foreign_words(text, repaired, around=script_of(whole.text)))
    kept = _with_foreign(text, whole.text, foreign)
    left = {text[start:stop]: repaired[text[start:stop]] for start, stop in foreign}
    return Mended(kept, words_changed(text, kept), (*left.items(), *undecided))


def _with_foreign(text: str, whole: str, foreign: list[tuple[int, int]]) -> str:
    """Return `whole` with the foreign words as typed; the repair keeps every word at its place."""
    pieces, end = [], 0
    for start, stop in foreign:
        pieces += [whole[end:start], text[start:stop]]
        end = stop
    return "".join([*pieces, whole[end:]])


def _foreign_words(text: str, changes: dict[str, str], *, around: Script | None) -> Iterator[tuple[int, int]]:
    """Return where words stand that would change, are quoted, and are in another script or alphabet than the text around."""
    for quoted in _QUOTED.finditer(text):
        for word in WORD.finditer(text, quoted.start(), quoted.end()):
            new = changes.get(word.group())
            if new is not None and (script_of(new) is not around or _is_no_serbian_latin(new)):
                yield word.span()


def _is_no_serbian_latin(word: str) -> bool:
    return any(letter.isalpha() and unicodedata.name(letter, "").startswith("LATIN ") and letter not in _ABECEDA for letter in word)
