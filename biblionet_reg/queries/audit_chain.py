"""Checking the audit ledger: does each chain still hold, from its beginning to its end?"""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import func, select

from biblionet_reg.domain.audit_chain import BEGINNING, digest_of_kept
from biblionet_reg.extensions import db
from biblionet_reg.models.audit import INSTALLATION, INSTALLATION_NAME, AuditChain, AuditEntry
from biblionet_reg.models.edition import Edition

#: Entries read at a time; a ledger may be larger than memory.
_AT_ONCE = 1000


class ChainFault(StrEnum):
    """What is wrong with a chain, at its first wrong entry."""

    MISSING = "missing"
    CHANGED = "changed"
    VALUES_CHANGED = "values_changed"
    UNSEALED = "unsealed"
    CUT_OFF = "cut_off"


@dataclass(frozen=True, slots=True)
class ChainReport:
    """A chain as found: `slug` is its edition's, empty for the installation; where it ends, and how many entries were blanked.

    With `fault`, `number` is that of the entry it was found at, and `digest` that of the last entry which holds.
    """

    slug: str
    number: int
    digest: str
    blanked: int
    fault: ChainFault | None = None

    @property
    def name(self) -> str:
        """What people call the chain."""
        return self.slug or INSTALLATION_NAME


def reports() -> Iterator[ChainReport]:
    """Yield a report on every chain, the installation's first."""
    slugs = {INSTALLATION: ""} | {row.id: row.slug for row in db.session.execute(select(Edition.id, Edition.slug).order_by(Edition.id))}
    ends = {end.chain: end for end in db.session.scalars(select(AuditChain))}
    started = set(db.session.scalars(select(AuditEntry.chain).distinct()))
    for chain in sorted(started | set(ends)):
        yield _report(chain, slugs.get(chain, str(chain)), ends.get(chain))


def chain_called(name: str) -> int | None:
    """Return the chain that people call `name`."""
    if name == INSTALLATION_NAME:
        return INSTALLATION
    return db.session.scalar(select(Edition.id).where(Edition.slug == name))


def digest_at(chain: int, number: int) -> str | None:
    """Return the digest an entry of a chain has now."""
    return db.session.scalar(select(AuditEntry.digest).where(AuditEntry.chain == chain, AuditEntry.number == number))


def _report(chain: int, slug: str, end: AuditChain | None) -> ChainReport:
    number, digest, blanked = 0, BEGINNING, 0
    for entry in _entries(chain):
        fault = _fault(entry, number + 1, digest)
        if fault:
            return ChainReport(slug, number + 1, digest, blanked, fault)
        number, digest = number + 1, str(entry.digest)
        blanked += _is_blanked(entry)
    unsealed = db.session.scalar(select(func.count()).where(AuditEntry.chain == chain, AuditEntry.number.is_(None)))
    if unsealed:
        return ChainReport(slug, number + 1, digest, blanked, ChainFault.UNSEALED)
    if end is None or (end.number, end.digest) != (number, digest):
        return ChainReport(slug, number + 1, digest, blanked, ChainFault.CUT_OFF)
    return ChainReport(slug, number, digest, blanked)


def _entries(chain: int) -> Iterator[AuditEntry]:
    sealed = select(AuditEntry).where(AuditEntry.chain == chain, AuditEntry.number.is_not(None)).order_by(AuditEntry.number)
    with closing(db.session.scalars(sealed.execution_options(yield_per=_AT_ONCE))) as found:
        yield from found


def _is_blanked(entry: AuditEntry) -> bool:
    return any(kept is None and digest is not None for kept, digest in _set_aside(entry))


def _set_aside(entry: AuditEntry) -> tuple[tuple[dict[str, Any] | None, str | None], ...]:
    return ((entry.changes, entry.changes_digest), (entry.origin, entry.origin_digest))


def _fault(entry: AuditEntry, number: int, before: str) -> ChainFault | None:
    if entry.number != number:
        return ChainFault.MISSING
    if entry.said().digest_after(before) != entry.digest:
        return ChainFault.CHANGED
    if any(kept is not None and digest_of_kept(kept) != digest for kept, digest in _set_aside(entry)):
        return ChainFault.VALUES_CHANGED
    return None
