"""What the audit counts and measures, told as tables at the end and kept in `test-results/audit.txt`."""

from dataclasses import dataclass, field
from pathlib import Path

from tests.journeys.house import ROOT

#: Where everything lies that the audit leaves to be looked at.
RESULTS = ROOT / "test-results"


def results(name: str) -> Path:
    """Return a folder of this name for what a check leaves; it is made if it is missing."""
    folder = RESULTS / name
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@dataclass
class Figures:
    """What was counted on the way, and the rows of each table by its title; the first row holds the headings."""

    pages: int = 0
    axe_runs: int = 0
    violations: int = 0
    tables: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)

    def tell(self, title: str, headings: tuple[str, ...], row: tuple[object, ...]) -> None:
        """Add a row to a table."""
        self.tables.setdefault(title, [headings]).append(tuple(str(cell) for cell in row))

    def as_text(self) -> str:
        """Return all figures as they are printed."""
        counted = f"pages looked at: {self.pages}, axe runs: {self.axe_runs}, violations: {self.violations}"
        return "\n\n".join([*([counted] if self.pages else []), *(_table(title, rows) for title, rows in self.tables.items())])


def _table(title: str, rows: list[tuple[str, ...]]) -> str:
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join([title, *lines])
