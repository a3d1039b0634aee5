"""Background jobs: the row is the truth, the queue only wakes."""

from enum import StrEnum


class JobKind(StrEnum):
    """What a job makes."""

    PROGRAMME_PDF = "programme_pdf"
    BADGES_PDF = "badges_pdf"


class JobState(StrEnum):
    """How far a job has come."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
