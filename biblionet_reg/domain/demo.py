"""What keeps demonstration data from being loaded."""

from biblionet_reg.domain.errors import Refusal


class DemoLoaded(Refusal):
    """The edition has demonstration data already."""


class NothingToPlay(Refusal):
    """The edition lacks what the demonstration needs: subtopics, or known libraries."""
