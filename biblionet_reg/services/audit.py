"""Writing the audit ledger, from inside a use-case."""

from typing import Any

from biblionet_reg import clock
from biblionet_reg.extensions import db
from biblionet_reg.models.audit import AuditEntry
from biblionet_reg.models.edition import Edition


def record(
    action: str, *, by: str, edition: Edition | None, subject_kind: str, subject_code: str, details: dict[str, Any] | None = None
) -> None:
    """Add one entry; `by` is an account's address, a public code, or a command's name."""
    db.session.add(
        AuditEntry(
            at=clock.now(),
            edition_id=edition.id if edition is not None else None,
            actor=by,
            action=action,
            subject_kind=subject_kind,
            subject_code=subject_code,
            details=details or {},
        )
    )
