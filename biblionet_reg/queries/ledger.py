"""What of an edition may have changed since it was last looked at, as its ledger tells."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, func, select

from biblionet_reg.domain.shelf import Shelf
from biblionet_reg.extensions import db
from biblionet_reg.models.audit import AuditEntry
from biblionet_reg.models.edition import Edition


class Part(StrEnum):
    """What is counted together, for it changes together."""

    REGISTRATIONS = "registrations"
    PAPERS = "papers"
    PROGRAMME = "programme"


_OF_LETTERS_AND_LISTS = ("letter.", "letters.", "list.", "badges.")
#: How actions begin that leave a part as it is; any other may change it.
_LEAVE_ALONE: Mapping[Part, tuple[str, ...]] = {
    Part.REGISTRATIONS: (*_OF_LETTERS_AND_LISTS, "submission.", "review.", "decision.", "decisions.", "programme."),
    Part.PAPERS: (*_OF_LETTERS_AND_LISTS, "registration."),
    Part.PROGRAMME: (*_OF_LETTERS_AND_LISTS, "registration.", "review.", "decision.", "decisions.", "submission.received"),
}
Marks = Mapping[Part, int]


@dataclass(frozen=True, slots=True)
class _Seen:
    """How many entries there were, the last of them, and how many there were when each part last may have changed."""

    number: int
    last: int
    marks: Marks


_KEPT: WeakKeyDictionary[Engine, Shelf[int, _Seen]] = WeakKeyDictionary()
#: More editions than anybody looks at in one time.
_EDITIONS = 32


def marks_of(edition: Edition) -> Marks:
    """Return for each part of the edition a mark that moves with whatever may have changed it.

    Every change leaves an entry in the ledger, in its own transaction, and none is removed: as many as before, and all is as
    before. Of those that came since only the actions are read; where one is missing among them, because it was committed
    later than a later one, everything counts as changed.
    """
    kept = _KEPT.setdefault(db.engine, Shelf(_EDITIONS))
    number, last = db.session.execute(select(func.count(), func.max(AuditEntry.id)).where(AuditEntry.edition_id == edition.id)).one()
    seen = kept.get(edition.id)
    if seen is None or seen.number != number:
        seen = kept.keep(edition.id, _Seen(number, last or 0, _marks(edition, seen, number)))
    return seen.marks


def _marks(edition: Edition, seen: _Seen | None, number: int) -> Marks:
    if seen is None:
        return dict.fromkeys(Part, number)
    came = select(AuditEntry.action).where(AuditEntry.edition_id == edition.id, AuditEntry.id > seen.last)
    actions = list(db.session.scalars(came))
    is_whole = seen.number + len(actions) == number
    return {part: seen.marks[part] if is_whole and not _may_change(part, actions) else number for part in Part}


def _may_change(part: Part, actions: Iterable[str]) -> bool:
    return any(not action.startswith(_LEAVE_ALONE[part]) for action in actions)
