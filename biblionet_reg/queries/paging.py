"""A list cut into pages by the database."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from biblionet_reg.queries.search import Closeness

_Row = TypeVar("_Row")

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class Page(Generic[_Row]):
    """One page of a list; `number` is always one that exists."""

    rows: list[_Row]
    number: int
    pages: int
    total: int
    closeness: Closeness | None = None


def number_within(wanted: int, total: int, *, size: int = PAGE_SIZE) -> tuple[int, int]:
    """Return the page to show instead of a page that may not exist, and how many there are."""
    pages = max(1, -(-total // size))
    return min(max(1, wanted), pages), pages
