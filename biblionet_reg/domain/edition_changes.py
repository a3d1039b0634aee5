"""What organisers may not do to an edition: the refusals, with their facts."""

from biblionet_reg.domain.edition_parts import PartKind
from biblionet_reg.domain.errors import Refusal


class SlugTaken(Refusal):
    """Another edition lives at this address."""

    field = "slug"

    def __init__(self, slug: str) -> None:
        super().__init__(slug)
        self.slug = slug


class PartInUse(Refusal):
    """A room with sessions, a subtopic with submissions, a sector with partners, a meal signed up for."""

    def __init__(self, part: PartKind, uses: int) -> None:
        super().__init__(part, uses)
        self.part = part
        self.uses = uses


class PartRepeated(Refusal):
    """The same body in the same role, or the same news on the same day, is in the list already."""

    def __init__(self, part: PartKind) -> None:
        super().__init__(part)
        self.part = part


class PartChanged(Refusal):
    """Since the page was opened somebody changed what it showed."""


class PartGone(Refusal):
    """Since the page was opened somebody removed what it showed, or gave it another name."""


class PartsFull(Refusal):
    """The list holds as many rows as an edition file may."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class LimitBelowRegistered(Refusal):
    """More people are registered than the new limit would let in."""

    field = "participant_limit"

    def __init__(self, limit: int, registered: int) -> None:
        super().__init__(limit, registered)
        self.limit = limit
        self.registered = registered
