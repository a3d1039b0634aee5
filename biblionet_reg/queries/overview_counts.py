"""What the overview counts among everything there is: anew only when something in the edition changed."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, func, select

from biblionet_reg.domain.shelf import Shelf
from biblionet_reg.domain.submission import SubmissionState
from biblionet_reg.domain.waiting import Waiting
from biblionet_reg.extensions import db
from biblionet_reg.models.account import StaffAccount
from biblionet_reg.models.audit import AuditEntry
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.submission import Submission
from biblionet_reg.queries.programme_clashes import clash_count
from biblionet_reg.queries.registration_days import RegistrationDay, registration_days
from biblionet_reg.queries.review_progress import ReviewProgress, review_progress
from biblionet_reg.queries.towns import Town, towns_of
from biblionet_reg.queries.waiting import count_waiting

#: How many submissions a subtopic (by its key) has in each state.
PapersBySubtopic = dict[tuple[int, SubmissionState], int]

_Counts = TypeVar("_Counts")


@dataclass(frozen=True, slots=True)
class EditionCounts:
    """The same for every reader, and without words."""

    days: list[RegistrationDay]
    towns: tuple[Town, ...]
    papers: PapersBySubtopic
    clashes: int


@dataclass(frozen=True, slots=True)
class ReaderCounts:
    """What leaves out the reader's own papers: what waits, decisions to release, reviews."""

    waiting: dict[Waiting, int]
    pending_decisions: int
    reviews: ReviewProgress


#: By database: what was counted, with the mark that the edition had then.
_KEPT: WeakKeyDictionary[Engine, Shelf[Hashable, tuple[object, object]]] = WeakKeyDictionary()
#: More readers than look at overviews in one time.
_ROOM = 48


def overview_counts(edition: Edition, reader: StaffAccount) -> tuple[EditionCounts, ReaderCounts]:
    """Return what is counted of the edition, and what of it for this reader."""
    mark = _mark(edition)
    return (
        _until_changed((EditionCounts, edition.id), mark, lambda: _of_edition(edition)),
        _until_changed((ReaderCounts, edition.id, reader.email), mark, lambda: _for_reader(edition, reader)),
    )


def _mark(edition: Edition) -> object:
    """Every change leaves an entry in the ledger, in its own transaction, and none is removed: as many as before, and all is as before."""
    entries = db.session.scalar(select(func.count()).where(AuditEntry.edition_id == edition.id))
    return entries, edition.updated_at


def _until_changed(key: Hashable, mark: object, count: Callable[[], _Counts]) -> _Counts:
    kept = _KEPT.setdefault(db.engine, Shelf(_ROOM))
    found = kept.get(key)
    if found is None or found[0] != mark:
        found = kept.keep(key, (mark, count()))
    return found[1]  # type: ignore[return-value]  # the key names the type


def _of_edition(edition: Edition) -> EditionCounts:
    return EditionCounts(days=registration_days(edition), towns=towns_of(edition), papers=_papers(edition), clashes=clash_count(edition))


def _for_reader(edition: Edition, reader: StaffAccount) -> ReaderCounts:
    waiting, pending = count_waiting(edition, reader)
    return ReaderCounts(waiting, pending, review_progress(edition, reader))


def _papers(edition: Edition) -> PapersBySubtopic:
    grouped = (Submission.subtopic_id, Submission.state)
    counted = select(*grouped, func.count()).where(Submission.edition_id == edition.id).group_by(*grouped)
    return {(subtopic_id, state): number for subtopic_id, state, number in db.session.execute(counted)}
