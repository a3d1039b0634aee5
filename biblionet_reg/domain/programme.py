"""The timetable: what a session may be, and which placements clash."""

from enum import StrEnum


class SessionKind(StrEnum):
    """What a block of the programme is."""

    PRESENTATIONS = "presentations"
    OPENING = "opening"
    PANEL = "panel"
    WORKSHOP = "workshop"
    POSTERS = "posters"
    SOCIAL = "social"
    BREAK = "break"
    CLOSING = "closing"
