"""The working programme: what a session may be, how slots follow each other, what is refused."""

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from biblionet_reg.domain.errors import Refusal
from biblionet_reg.domain.submission import SubmissionState

VERSION_NAME_LIMIT = 60
#: What is suggested for a presentation, its questions included.
USUAL_MINUTES = 20


class SessionKind(StrEnum):
    """What a block of the programme is."""

    PRESENTATIONS = "presentations"
    OPENING = "opening"
    PANEL = "panel"
    WORKSHOP = "workshop"
    POSTERS = "posters"
    SOCIAL = "social"
    BREAK = "break"
    CLOSING = "closing"


class Direction(StrEnum):
    """Which neighbour a slot changes places with."""

    UP = "up"
    DOWN = "down"


class NotInBreak(Refusal):
    """Nothing is presented in a break."""


class NotPlaceable(Refusal):
    """Only an accepted submission may be placed in the programme."""

    field = "submission"

    def __init__(self, state: SubmissionState) -> None:
        super().__init__(state)
        self.state = state


class AlreadyPlaced(Refusal):
    """The submission stands in the programme already: it is moved, not placed twice."""

    field = "submission"


class TimesOutOfOrder(Refusal):
    """A session ends before it begins."""

    field = "ends_at"


class NothingToPublish(Refusal):
    """The working programme has no sessions."""


class VersionNameTaken(Refusal):
    """A published version of this edition bears the name already."""

    field = "name"

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class Span(NamedTuple):
    """From a moment (included) to a moment (excluded)."""

    starts_at: datetime
    ends_at: datetime

    @property
    def length(self) -> timedelta:
        return self.ends_at - self.starts_at

    @property
    def minutes(self) -> int:
        return int(self.length.total_seconds() // 60)

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share any moment; one that ends as the other begins does not."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at

    def holds(self, other: "Span") -> bool:
        """Say whether `other` lies wholly inside."""
        return self.starts_at <= other.starts_at and other.ends_at <= self.ends_at

    def shifted(self, by: timedelta) -> "Span":
        return Span(self.starts_at + by, self.ends_at + by)


def next_start(session: Span, slots: Iterable[Span]) -> datetime:
    """Return when the next slot may begin: after the last one, or with the session."""
    return max((slot.ends_at for slot in slots), default=session.starts_at)


def exchanged(first: Span, second: Span) -> tuple[Span, Span]:
    """Return new spans for two slots that change places; the pause between them stays."""
    pause = max(second.starts_at - first.ends_at, timedelta())
    early = Span(first.starts_at, first.starts_at + second.length)
    late = Span(early.ends_at + pause, early.ends_at + pause + first.length)
    return late, early


def new_key() -> str:
    """Return a fresh key for a session or a slot, by which addresses name it."""
    return secrets.token_hex(5)
