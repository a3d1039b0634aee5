"""Rows that people add, remove and move with buttons that send the form: they work without JavaScript."""

import re
from collections.abc import Iterator
from typing import Any

from wtforms import FieldList

#: More rows than any page offers; what stands beyond was never typed on a page of ours.
ROWS_READ = 250
_INDEX = re.compile(r"-(\d{1,4})-")


class Rows(FieldList):
    """A list of parts; sent indexes may be any, and stay in their order."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, max_entries=ROWS_READ, **kwargs)

    def _extract_indices(self, prefix: str, formdata: Any) -> Iterator[int]:
        for name in formdata:
            if name.startswith(prefix) and (found := _INDEX.match(name, len(prefix))):
                yield int(found.group(1))


def step_rows(rows: list[dict[str, Any]], verb: str, place: int | None) -> tuple[list[dict[str, Any]], int]:
    """Return the rows after a button was pressed, and the row to go on with."""
    if verb == "add":
        return [*rows, {}], len(rows)
    if place is None or place >= len(rows):
        return rows, max(0, len(rows) - 1)
    if verb == "remove":
        return rows[:place] + rows[place + 1 :], max(0, min(place, len(rows) - 2))
    if verb == "up" and place > 0:
        return [*rows[: place - 1], rows[place], rows[place - 1], *rows[place + 1 :]], place - 1
    return rows, place
