"""What every part of the demonstration needs: the edition, the dice, the libraries, a way to codes."""

import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from sqlalchemy import select

from biblionet_reg import clock
from biblionet_reg.domain.codes import CodeKind, new_code
from biblionet_reg.extensions import db
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.institution import Institution

DEMO = "demonstration"


@dataclass(slots=True)
class Stage:
    """One loading of demonstration data; everything chosen comes from `dice`."""

    edition: Edition
    dice: Random
    libraries: list[Institution]
    now: datetime
    _codes: set[str] = field(default_factory=set)

    def code(self, kind: CodeKind) -> str:
        """Return a code not given before on this stage."""
        while (code := new_code(kind, self.dice.choice)) in self._codes:
            pass
        self._codes.add(code)
        return code

    def key(self) -> str:
        """Return a form key."""
        return str(uuid.UUID(int=self.dice.getrandbits(128), version=4))

    def programme_key(self) -> str:
        """Return a key for a session or a slot."""
        return f"{self.dice.getrandbits(40):010x}"

    def moment(self, opens_at: datetime | None) -> datetime:
        """Return a moment between `opens_at` (or two months ago) and now, in whole minutes."""
        start = min(opens_at or self.now - timedelta(days=60), self.now - timedelta(days=1))
        minutes = int((self.now - start).total_seconds() // 60)
        return start + timedelta(minutes=self.dice.randrange(minutes))


def set_stage(edition: Edition, seed: int) -> Stage:
    """Return the stage for `edition`; codes already in use are the database's to refuse."""
    libraries = db.session.scalars(select(Institution).where(Institution.is_listed).order_by(Institution.id)).all()
    now = clock.now().replace(second=0, microsecond=0)
    return Stage(edition=edition, dice=Random(f"{edition.slug}/{seed}"), libraries=list(libraries), now=now)  # noqa: S311 - synthetic data
