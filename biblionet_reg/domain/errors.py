"""Refusals: what a rule answers when it says no. Worded for people only in `wording`."""


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """Base of all refusals; subclasses carry the facts a sentence needs, never the sentence."""

    #: The form field the refusal belongs to, where there is one.
    field: str | None = None
