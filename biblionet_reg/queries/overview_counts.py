"""What the overview counts among everything there is: each part anew only when something in the edition may have changed it."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Engine

from biblionet_reg.domain.shelf import Shelf
from biblionet_reg.domain.waiting import Waiting
from biblionet_reg.extensions import db
from biblionet_reg.models.account import StaffAccount
from biblionet_reg.models.edition import Edition
from biblionet_reg.queries import programme_versions
from biblionet_reg.queries.authorship import own_ids
from biblionet_reg.queries.ledger import Part, marks_of
from biblionet_reg.queries.programme_clashes import clash_count
from biblionet_reg.queries.registration_days import RegistrationDay, registration_days
from biblionet_reg.queries.review_progress import ReviewProgress, review_progress
from biblionet_reg.queries.towns import Town, towns_of
from biblionet_reg.queries.waiting import PapersBySubtopic, count_papers

_Counts = TypeVar("_Counts")


@dataclass(frozen=True, slots=True)
class EditionCounts:
    """The same for every reader, and without words."""

    days: list[RegistrationDay]
    towns: tuple[Town, ...]
    papers: PapersBySubtopic
    clashes: int
    withdrawn_published: int


@dataclass(frozen=True, slots=True)
class ReaderCounts:
    """What leaves out the reader's own papers: what waits, decisions to release, reviews."""

    waiting: dict[Waiting, int]
    pending_decisions: int
    reviews: ReviewProgress


#: By database: what was counted, with the mark that its part of the edition had then.
_KEPT: WeakKeyDictionary[Engine, Shelf[Hashable, tuple[object, object]]] = WeakKeyDictionary()
#: More readers than look at overviews in one time.
_ROOM = 48


def overview_counts(edition: Edition, reader: StaffAccount) -> tuple[EditionCounts, ReaderCounts]:
    """Return what is counted of the edition, and what of it for this reader."""
    marks = marks_of(edition)

    def kept(part: Part, count: Callable[[], _Counts], *of: Hashable) -> _Counts:
        return _until_changed((part, edition.id, *of), (marks[part], edition.updated_at), count)

    days, towns = kept(Part.REGISTRATIONS, lambda: (registration_days(edition), towns_of(edition)))
    clashes, withdrawn = kept(Part.PROGRAMME, lambda: (clash_count(edition), _withdrawn_published(edition)))
    papers, for_reader = kept(Part.PAPERS, lambda: _of_papers(edition, reader), reader.email)
    return EditionCounts(days, towns, papers, clashes, withdrawn), for_reader


def _until_changed(key: Hashable, mark: object, count: Callable[[], _Counts]) -> _Counts:
    kept = _KEPT.setdefault(db.engine, Shelf(_ROOM))
    found = kept.get(key)
    if found is None or found[0] != mark:
        found = kept.keep(key, (mark, count()))
    return found[1]  # type: ignore[return-value]  # the key names the type


def _withdrawn_published(edition: Edition) -> int:
    version = programme_versions.latest(edition)
    return len(programme_versions.withdrawn_since(version, edition)) if version else 0


def _of_papers(edition: Edition, reader: StaffAccount) -> tuple[PapersBySubtopic, ReaderCounts]:
    own = own_ids(reader)
    papers, waiting, pending = count_papers(edition, own)
    return papers, ReaderCounts(waiting, pending, review_progress(edition, own))
