"""Where nj and dž are two letters: инјекција, конјугација, ванјезички, Танјуг, надживети, поджанр.

A stroke stands where the pair comes apart, ^ binds a stem to the beginning of its word: inside a word the same letters
are most often one (кањон is no анјон, оџалан no оджалити). To add an exception, add a stem; tests/data/script holds
the words that prove it.
"""

import re

_STEMS = """
    in|jekc in|jekt in|jicir in|junkc ^in|jac ^in|jicij ^in|jurij ^in|jurir
    kon|jugac kon|jugat kon|jugant kon|jugir kon|jugov kon|juguj kon|junk kon|jukt kon|jukc kon|jekt kon|jekc kon|jurac
    ^van|jez ^van|jeda ^van|jevr ^van|jugo ^van|juri ^izvan|jez ^izvan|jeda ^izvan|jevr
    ^pan|jugo ^pan|južno ^pan|jevr ^pan|jeli ^pan|jevrej
    ^an|jon ^polian|jon ^superan|jon ^oksoan|jon ^karban|jon
    ^tan|jug an|jang en|jang en|jeng in|jang on|jang un|jang en|juan in|juan un|juan
    ^feld|žandar ^and|žej ^jend|žej ^end|žej
""".split()

#: Prefixes that end in d, and the roots in ž they are met with; roots in џ (оџак, поџапати, наџак, преџоњати) are none of them.
_PREFIXES = "^nad ^od ^pod ^pred ^ispod ^iznad ^nenad ^neod ^nepod".split()
_ROOTS = """
    žali žalj žalb žalov žandar žanr žaren žari ždr žet žel žen žeo žeć žeg žež žitn žiž žiln žig žirir živ žm žnj žrt žrv žub žup žuri žuti
    žv
""".split()


def _all_stems() -> dict[str, list[str]]:
    """Return what follows the seam by what stands before it."""
    seams: dict[str, list[str]] = {}
    for stem in (*_STEMS, *(f"{prefix}|{root}" for prefix in _PREFIXES for root in _ROOTS)):
        before, _seam, after = stem.partition("|")
        seams.setdefault(before, []).append(after)
    return seams


def _pattern(before: str, after: list[str]) -> str:
    beginning = r"\b" if before.startswith("^") else ""
    stem = before.removeprefix("^")
    return f"(?<={beginning}{stem[:-1]}){stem[-1]}(?={'|'.join(after)})"


_SEAM = re.compile("(?=[nd][jž])(?:" + "|".join(_pattern(*seam) for seam in _all_stems().items()) + ")", re.IGNORECASE)
_HINT = re.compile("n[jJ]|N[jJ]|d[žŽ]|D[žŽ]")
_APART = {"n": "н", "N": "Н", "d": "д", "D": "Д"}


def part_digraphs(text: str) -> str:
    """Return Latin `text` with the first letter of every false digraph in Cyrillic, so that it joins no more."""
    if not _HINT.search(text):
        return text
    return _SEAM.sub(lambda letter: _APART[letter[0]], text)
