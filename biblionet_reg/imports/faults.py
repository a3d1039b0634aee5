"""What is wrong with a file: every fault with its place, collected before anything is refused."""

from dataclasses import dataclass, field

from biblionet_reg.domain.edition_file import Mending


@dataclass(frozen=True, slots=True)
class Fault:
    """`path` leads to the value (`rooms[2].seats`), `problem` says what is wanted there."""

    path: str
    problem: str

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}" if self.path else self.problem


class FaultyFile(Exception):  # noqa: N818 - the file is faulty, not the program
    """The file cannot be used; `faults` is never empty."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("; ".join(str(fault) for fault in faults))
        self.faults = tuple(faults)


@dataclass(slots=True)
class Faults:
    """The faults found so far."""

    found: list[Fault] = field(default_factory=list)
    notes: list[Mending] = field(default_factory=list)

    def add(self, path: str, problem: str) -> None:
        self.found.append(Fault(path, problem))

    def raise_if_any(self) -> None:
        """Raise FaultyFile when something was found."""
        if self.found:
            raise FaultyFile(self.found)
