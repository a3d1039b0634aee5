"""A list cut into pages by the database."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import Select

from biblionet_reg.queries.search import Closeness

_Row = TypeVar("_Row")
_Listed = TypeVar("_Listed", bound=Select[*tuple[Any, ...]])

PAGE_SIZE = 50
#: The size of a page that holds the whole list, however long it is.
WHOLE = 2**31


@dataclass(frozen=True, slots=True)
class Page(Generic[_Row]):
    """One page of a list; `number` is always one that exists."""

    rows: list[_Row]
    number: int
    pages: int
    total: int
    closeness: Closeness | None = None


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a page is cut out of a list of `total` rows, `size` on a page."""

    number: int
    pages: int
    total: int
    size: int

    @classmethod
    def at(cls, wanted: int, total: int, *, size: int | None = None) -> "Cut":
        """Return the cut of the page that is wanted, or of the nearest one that exists."""
        size = size or PAGE_SIZE
        pages = max(1, -(-total // size))
        return cls(min(max(1, wanted), pages), pages, total, size)

    def of(self, listed: _Listed) -> _Listed:
        """Return the statement of the whole list narrowed to the rows of this page."""
        return listed.limit(self.size).offset((self.number - 1) * self.size)

    def page(self, rows: list[_Row], closeness: Closeness | None = None) -> Page[_Row]:
        """Return the page that these rows make."""
        return Page(rows, self.number, self.pages, self.total, closeness)
