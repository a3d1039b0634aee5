"""How what an edition says differs from what it should say: the report of a loaded file, and the details of the audit ledger."""

from dataclasses import dataclass
from enum import StrEnum


class DifferenceKind(StrEnum):
    """What loading a file does, or would do, at one place."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where a file and the edition differ; KEPT is what is in use and so was not removed."""

    kind: DifferenceKind
    path: str
    old: str = ""
    new: str = ""
