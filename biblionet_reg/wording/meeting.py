"""What a meeting is called."""

from datetime import date
from typing import Protocol

from biblionet_reg.domain.text import LocalText
from biblionet_reg.shown.texts import say


class _Meeting(Protocol):
    """An edition, or the facts of one."""

    @property
    def series(self) -> LocalText: ...

    @property
    def starts_on(self) -> date: ...


def meeting_name(edition: _Meeting) -> str:
    """Return what pages and letters call a meeting, in the language spoken: its series and its year."""
    return f"{say(edition.series)} {edition.starts_on.year}"
