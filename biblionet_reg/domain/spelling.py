"""Typing errors: how far one word is from another, and how words close to it are found without reading them all.

A word is kept under every form that is left when one letter of it (two in a long word) is dropped. A mistyped
word shares such a form with the right one, whether letters were changed, swapped, left out or added.
"""

from collections.abc import Iterable
from itertools import combinations

#: A mistyped word is taken for at most so many others.
CLOSEST_LIMIT = 20
# Shorter words are one letter from too many others.
_SHORTEST = 4
_LONG = 8
# Only the beginning of a word is varied: the rest is compared.
_VARIED = 7


def tolerance(word: str) -> int:
    """Return how many typing errors a word of this length may have."""
    if len(word) < _SHORTEST:
        return 0
    return 2 if len(word) >= _LONG else 1


def variants(word: str) -> set[str]:
    """Return the forms by which a word and its misspellings meet; the word's own beginning is among them."""
    start = word[:_VARIED]
    kept = (combinations(start, len(start) - dropped) for dropped in range(tolerance(word) + 1))
    return {"".join(letters) for forms in kept for letters in forms}


def distance(one: str, other: str) -> int:
    """Return how many letters must be changed, added, dropped or swapped with their neighbour to get from one to the other."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        current = [row]
        for column, against in enumerate(other, start=1):
            cost = min(last[column] + 1, current[-1] + 1, last[column - 1] + (letter != against))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == against:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        before, last = last, current
    return last[-1]


def closest(typed: str, among: Iterable[str]) -> list[str]:
    """Return the words nearest to `typed` within its tolerance, those with its first letter before others."""
    allowed = tolerance(typed)
    near = (word for word in among if abs(len(word) - len(typed)) <= allowed)
    measured = sorted((distance(typed, word), word[:1] != typed[:1], word) for word in near if word != typed)
    return [word for apart, _other_start, word in measured if apart == measured[0][0] and apart <= allowed][:CLOSEST_LIMIT]
