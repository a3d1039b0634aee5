"""What somebody typed into a form of several pages and has not sent yet."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from biblionet_reg.domain.errors import Refusal

#: Answers as a browser sends them: names and values in their order, a name as often as it has values.
Pairs = tuple[tuple[str, str], ...]

#: A draft nobody touches for so long is erased, and the file that came with it.
KEPT_FOR = timedelta(days=14)
#: Characters of all answers together; the longest answers that could ever be sent take about a third of it.
LIMIT = 400_000


class DraftNoun(StrEnum):
    """What the form makes when it is sent."""

    REGISTRATION = "registration"
    SUBMISSION = "submission"


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A draft as it stood when it was read; another request may have gone on with it since, or erased it.

    `pages` are the names of the pages that are done: sent, and without a fault then.
    """

    number: int
    pairs: Pairs
    pages: tuple[str, ...]
    kept_until: datetime


class DraftTooLong(Refusal):
    """More was typed than any form takes: it is not kept, the fields say which of them is too long."""


class DraftGone(Refusal):
    """The draft was sent or erased in another window: what is typed now begins another."""


class DraftBegun(Refusal):
    """The same browser began the draft in another window at the same moment: what is typed now goes on with it."""


class AnswersChanged(Refusal):
    """The answers were changed in another window since they were shown to be checked."""


def merged(kept: Pairs, sent: Iterable[tuple[str, str]], is_of_page: Callable[[str], bool]) -> Pairs:
    """Return `kept` with the answers of one page replaced by those `sent`; what the page does not ask is not its to change.

    Raises DraftTooLong.
    """
    others = [pair for pair in kept if not is_of_page(pair[0])]
    pairs = (*others, *(pair for pair in sent if is_of_page(pair[0])))
    if sum(len(name) + len(value) for name, value in pairs) > LIMIT:
        raise DraftTooLong
    return pairs
