"""Keys of identity that different names share: Ћирић and Чирић are both "ciric", so the second is kept as "ciric=2".

A loose key has no equals sign between letters and a number, so a numbered one is never anybody's own.
"""

import re
from collections.abc import Collection

_NUMBER = re.compile(r"=\d+$")
_ROOM_FOR_NUMBER = 5


def beginning(key: str, limit: int) -> str:
    """Return what every numbered form of `key` begins with; none is longer than `limit`."""
    return f"{key[: limit - _ROOM_FOR_NUMBER]}="


def free_key(key: str, taken: Collection[str], limit: int) -> str:
    """Return `key`, or the first numbered form of it that nobody has."""
    number = 1
    free = key
    while free in taken:
        number += 1
        free = f"{beginning(key, limit)}{number}"
    return free


def renewed_key(key: str, old: str, limit: int) -> str:
    """Return `key` with the number that the `old` key had."""
    number = _NUMBER.search(old)
    return f"{key[: limit - _ROOM_FOR_NUMBER]}{number.group()}" if number else key
