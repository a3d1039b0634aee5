"""A form sent again from the browser it came from: the same page, or one the back button brought.

Word for word the same is the same record. Other words may be a correction or a new thing: where that
is not clear, `SentAlready` asks the person, and nothing is saved until the person answers.
"""

import uuid
from datetime import datetime, timedelta

from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.registration_answers import RegistrationAnswers
from biblionet_reg.domain.script import fold, same_name
from biblionet_reg.domain.submission_answers import SubmissionAnswers
from biblionet_reg.domain.text import LocalText

#: As long after sending, the back button is a correction rather than a new beginning.
_JUST_NOW = timedelta(hours=1)
_NAMES = uuid.UUID("6f1d1c1e-5a0b-4c0e-9d53-0c9d2b0f6a11")


class SentAlready(Refusal):
    """What was sent looks like a changed `code`, sent from the same browser: is it that, or another one?"""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def is_just_sent(sent_at: datetime, *, now: datetime) -> bool:
    """Say whether something was sent so short a time ago that going back to it is likely."""
    return now - sent_at < _JUST_NOW


def key_beside(form_key: str, code: str) -> str:
    """Return the one-time key under which a page that made `code` makes something else: the same at every press."""
    return str(uuid.uuid5(_NAMES, f"{form_key}/{code}"))


def are_alike(one: SubmissionAnswers, other: SubmissionAnswers) -> bool:
    """Say whether two submissions share at least half the words of their titles or of their abstracts."""
    return _share_words(one.title, other.title) or _share_words(one.abstract, other.abstract)


def are_of_one_hand(one: RegistrationAnswers, *, given_name: str, family_name: str, email: str) -> bool:
    """Say whether a registration has this name or this address: one of them may have been mended."""
    is_same = same_name(f"{one.given_name} {one.family_name}", f"{given_name} {family_name}")
    return is_same or one.email.strip().lower() == email.strip().lower()


def _share_words(one: LocalText, other: LocalText) -> bool:
    return any(_are_near(first, second) for first, second in ((one.sr, other.sr), (one.en, other.en)))


def _are_near(one: str, other: str) -> bool:
    first, second = set(fold(one).split()), set(fold(other).split())
    shared = first & second
    return one == other != "" or (bool(shared) and 2 * len(shared) >= len(first | second))
