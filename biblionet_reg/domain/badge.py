"""Badges: what is refused."""

from biblionet_reg.domain.errors import Refusal


class NoBadges(Refusal):
    """Nobody's registration is confirmed, or not the one that was asked for."""

    field = "code"

    def __init__(self, code: str | None) -> None:
        super().__init__(code)
        self.code = code
