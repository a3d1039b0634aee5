"""The tricky pairs of tests/data/script, by rule."""

import csv
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).resolve().parents[2] / "data" / "script"

Row = dict[str, str]


def rows(name: str) -> list[Row]:
    """Return the rows of a table."""
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def by_rule(name: str, **wanted: set[str]) -> dict[str, list[Row]]:
    """Return the rows of a table by their rule; `direction={"both"}` takes those only."""
    rules: dict[str, list[Row]] = defaultdict(list)
    for row in rows(name):
        if all(row[column] in values for column, values in wanted.items()):
            rules[row["rule"]].append(row)
    return dict(rules)


def vectors() -> dict[str, Any]:
    """Return the published pairs with their sources."""
    found: dict[str, Any] = json.loads((_FOLDER / "vectors.json").read_text(encoding="utf-8"))
    return found
