"""The sheets badges are printed on: sizes and places in millimetres."""

from dataclasses import dataclass
from enum import StrEnum

_A4 = (210.0, 297.0)
_MARK = 5.0
_MARK_GAP = 1.5


class Sheet(StrEnum):
    """How badges lie on paper; the names are those of the command line."""

    SINGLE = "single"
    A4_2X5 = "a4-2x5"
    A4_2X4 = "a4-2x4"


@dataclass(frozen=True, slots=True)
class Layout:
    """The geometry of a sheet: badges touch each other, so one cut parts two."""

    page: tuple[float, float]
    badge: tuple[float, float]
    columns: int = 1
    rows: int = 1

    @property
    def per_page(self) -> int:
        return self.columns * self.rows

    @property
    def margin(self) -> tuple[float, float]:
        """The paper left of and above the block of badges."""
        return (self.page[0] - self.columns * self.badge[0]) / 2, (self.page[1] - self.rows * self.badge[1]) / 2

    def place(self, index: int) -> tuple[float, float]:
        """Return the left and top of the badge with this index on its page, row by row."""
        row, column = divmod(index, self.columns)
        return self.margin[0] + column * self.badge[0], self.margin[1] + row * self.badge[1]

    def marks(self) -> list[tuple[float, float, float, float]]:
        """Return the cutting marks as (left, top, width, height), outside the badges; none where nothing is cut."""
        if self.per_page == 1:
            return []
        left, top = self.margin
        right, bottom = self.page[0] - left, self.page[1] - top
        across = [left + column * self.badge[0] for column in range(self.columns + 1)]
        down = [top + row * self.badge[1] for row in range(self.rows + 1)]
        upright = [(x, y, 0.0, _MARK) for x in across for y in (top - _MARK_GAP - _MARK, bottom + _MARK_GAP)]
        level = [(x, y, _MARK, 0.0) for y in down for x in (left - _MARK_GAP - _MARK, right + _MARK_GAP)]
        return upright + level


LAYOUTS = {
    Sheet.SINGLE: Layout(page=(85.0, 54.0), badge=(85.0, 54.0)),
    Sheet.A4_2X5: Layout(page=_A4, badge=(85.0, 54.0), columns=2, rows=5),
    Sheet.A4_2X4: Layout(page=_A4, badge=(90.0, 60.0), columns=2, rows=4),
}
