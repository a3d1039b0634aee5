"""What is read of an edition and kept until it changes: its row says when that was, and every page has read the row already."""

from collections.abc import Callable
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Engine

from biblionet_reg.domain.shelf import Shelf
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition

_Thing = TypeVar("_Thing")
#: More editions than anybody reads at one time.
_EDITIONS = 32


class UntilChanged(Generic[_Thing]):
    """What `read` reads of the edition with an id, read again only when the edition changed since.

    Every change of a list moves `updated_at` of the edition in the same transaction: so another process sees a change
    with its next request, and none is asked for twice.
    """

    def __init__(self, read: Callable[[int], _Thing]) -> None:
        self._read = read
        #: By database and edition: what the edition's row said of its last change, and what was read after that.
        self._kept: WeakKeyDictionary[Engine, Shelf[int, tuple[object, _Thing]]] = WeakKeyDictionary()

    def of(self, edition: Edition) -> _Thing:
        """Return it; the database is asked only when the edition changed."""
        kept = self._kept.setdefault(db.engine, Shelf(_EDITIONS))
        mark = edition.updated_at
        found = kept.get(edition.id)
        if found is not None and found[0] == mark:
            return found[1]
        return kept.keep(edition.id, (mark, self._read(edition.id)))[1]
