"""What the press is asked for and what it answers: plain data that travels between processes."""

from dataclasses import dataclass
from enum import StrEnum

from biblionet_reg.documents.assets import Picture


class Failure(StrEnum):
    """Why a document could not be made."""

    CPU_TIME = "cpu_time"
    WALL_TIME = "wall_time"
    MEMORY = "memory"
    TOO_MANY_PAGES = "too_many_pages"
    TOO_DEEP = "too_deep"
    BROKEN = "broken"
    CRASHED = "crashed"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may use up."""

    cpu_seconds: int
    wall_seconds: float
    memory_mb: int
    max_pages: int


@dataclass(frozen=True, slots=True)
class Order:
    """Finished HTML in parts that become one PDF; `variant` is a standard such as `pdf/ua-1`, `pictures` are named in the HTML."""

    chunks: tuple[str, ...]
    limits: Limits
    variant: str | None = None
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """A PDF, or why there is none."""

    pdf: bytes = b""
    failure: Failure | None = None
    detail: str = ""
