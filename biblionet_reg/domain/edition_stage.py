"""Where an edition stands on a given day: still to come, meeting now, or over."""

from datetime import date
from enum import StrEnum


class Stage(StrEnum):
    """The three parts of an edition's life, as visitors see it."""

    COMING = "coming"
    MEETING = "meeting"
    OVER = "over"


def stage_on(day: date, *, starts_on: date, ends_on: date) -> Stage:
    """Return the stage on `day`, which is a day of the place where the edition meets."""
    if day < starts_on:
        return Stage.COMING
    return Stage.MEETING if day <= ends_on else Stage.OVER
