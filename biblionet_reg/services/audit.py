"""Writing the audit ledger, from inside a use-case; at its end the entries are sealed into their chains."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy.exc import IntegrityError

from biblionet_reg import clock, origin
from biblionet_reg.domain.audit_chain import BEGINNING, SetAside
from biblionet_reg.domain.changes import OldAndNew
from biblionet_reg.extensions import db
from biblionet_reg.models.audit import INSTALLATION, AuditChain, AuditEntry
from biblionet_reg.models.edition import Edition
from biblionet_reg.services.transaction import before_commit


def record(
    action: str,
    *,
    by: str,
    edition: Edition | None,
    subject_kind: str,
    subject_code: str,
    details: dict[str, Any] | None = None,
    changes: Mapping[str, OldAndNew] | None = None,
) -> None:
    """Add one entry; `by` is an account's address, a public code, or a command's name; `changes` are old and new values by field."""
    entry = AuditEntry(
        at=clock.now(),
        edition_id=edition.id if edition is not None else None,
        chain=edition.id if edition is not None else INSTALLATION,
        actor=by,
        action=action,
        subject_kind=subject_kind,
        subject_code=subject_code,
        details=details or {},
    )
    if changes:
        aside = SetAside.of({name: list(values) for name, values in changes.items()})
        entry.changes, entry.changes_digest = aside.kept, aside.digest
    if came_from := origin.here():
        aside = SetAside.of(came_from)
        entry.origin, entry.origin_digest = aside.kept, aside.digest
    db.session.add(entry)
    before_commit(_seal, entry)


def _seal(entries: Iterable[AuditEntry]) -> None:
    """Put the entries at the ends of their chains; each is locked until the commit, one after another, always in one order."""
    kept = (entry for entry in entries if entry in db.session)
    for chain, of_chain in groupby(sorted(kept, key=attrgetter("chain")), key=attrgetter("chain")):
        with db.session.no_autoflush:  # the entries are written once, with their digests
            end = _locked_end(chain)
        for entry in of_chain:
            end.number += 1
            entry.number = end.number
            entry.digest = end.digest = entry.said().digest_after(end.digest)


def _locked_end(chain: int) -> AuditChain:
    found = db.session.get(AuditChain, chain, with_for_update=True, populate_existing=True)
    return found or _begun(chain)


def _begun(chain: int) -> AuditChain:
    """Begin a chain; where another has begun it meanwhile, go on after it."""
    try:
        with db.session.begin_nested():
            begun = AuditChain(chain=chain, number=0, digest=BEGINNING)
            db.session.add(begun)
    except IntegrityError:
        return db.session.get_one(AuditChain, chain, with_for_update=True, populate_existing=True)
    return begun
