"""The audit entries of one object: who did what to it, and when."""

from collections.abc import Sequence

from sqlalchemy import select

from biblionet_reg.extensions import db
from biblionet_reg.models.audit import AuditEntry
from biblionet_reg.models.edition import Edition


def history_of(edition: Edition, subject_kind: str, subject_code: str, *, without: Sequence[str] = ()) -> list[AuditEntry]:
    """Return the entries, the newest first; `without` leaves out actions that begin so (`review.`)."""
    told = select(AuditEntry).where(
        AuditEntry.subject_kind == subject_kind,
        AuditEntry.subject_code == subject_code,
        AuditEntry.edition_id == edition.id,
        *(~AuditEntry.action.startswith(start) for start in without),
    )
    return list(db.session.scalars(told.order_by(AuditEntry.at.desc(), AuditEntry.id.desc())))
