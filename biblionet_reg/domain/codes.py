"""Public codes: a prefix, five random characters and a check character (Luhn mod 30)."""

import secrets
from collections.abc import Callable
from enum import StrEnum

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_BODY_LENGTH = 5
#: A code as it stands in a text.
IN_TEXT = rf"[RSPC]-[{ALPHABET}]{{{_BODY_LENGTH + 1}}}"
# What a Serbian keyboard or a hasty hand types for a letter of the alphabet.
_LOOK_ALIKES = str.maketrans("АВСЕНЈКМРТХУЅ", "ABCEHJKMPTXYS")


class CodeKind(StrEnum):
    """The letter before the dash."""

    REGISTRATION = "R"
    SUBMISSION = "S"
    PERSON = "P"


#: What may be typed for the prefix: the letter, its Cyrillic look-alike, its Cyrillic sound.
_PREFIXES = {CodeKind.REGISTRATION: "RР", CodeKind.SUBMISSION: "SСЅ", CodeKind.PERSON: "PРП"}


def new_code(kind: CodeKind, choose: Callable[[str], str] = secrets.choice) -> str:
    """Return a fresh code such as `R-7KQ2MX`; uniqueness is the database's business."""
    body = "".join(choose(ALPHABET) for _ in range(_BODY_LENGTH))
    return f"{kind}-{body}{check_character(body)}"


def check_character(body: str) -> str:
    """Return the Luhn mod 30 character that completes `body` (characters of ALPHABET)."""
    total = 0
    for place, char in enumerate(reversed(body)):
        product = ALPHABET.index(char) * (2 if place % 2 == 0 else 1)
        total += sum(divmod(product, len(ALPHABET)))
    return ALPHABET[-total % len(ALPHABET)]


def read_code(typed: str, kind: CodeKind) -> str | None:
    """Return the code that `typed` means, or None: case, dashes and Cyrillic look-alikes forgiven."""
    plain = "".join(char for char in typed.upper() if char.isalnum())
    if len(plain) == _BODY_LENGTH + 2 and plain[0] in _PREFIXES[kind]:
        plain = plain[1:]
    body = plain.translate(_LOOK_ALIKES)
    if len(body) != _BODY_LENGTH + 1 or any(char not in ALPHABET for char in body):
        return None
    return f"{kind}-{body}" if check_character(body[:-1]) == body[-1] else None
