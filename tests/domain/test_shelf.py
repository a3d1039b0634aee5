"""The shelf of things at hand: bounded, the oldest gives way, and threads do not take it from under one another."""

from concurrent.futures import ThreadPoolExecutor

from biblionet_reg.domain.shelf import Shelf


def test_the_oldest_gives_way() -> None:
    shelf: Shelf[str, int] = Shelf(2)

    kept = [shelf.keep("a", 1), shelf.keep("b", 2), shelf.keep("a", 3), shelf.keep("c", 4)]

    assert (kept, dict(shelf), shelf.get("b")) == ([1, 2, 3, 4], {"a": 3, "c": 4}, None)


def test_many_threads_fill_a_small_shelf() -> None:
    shelf: Shelf[int, int] = Shelf(3)

    def fill(start: int) -> list[int]:
        return [shelf.keep(number, number) for number in range(start, start + 2000)]

    with ThreadPoolExecutor(8) as threads:
        made = list(threads.map(fill, range(8)))

    assert made == [list(range(start, start + 2000)) for start in range(8)]
    assert len(shelf) <= 3
