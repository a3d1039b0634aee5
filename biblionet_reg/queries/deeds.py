"""What somebody did to many things at once, found again so that it can be undone."""

from uuid import UUID

from sqlalchemy import select

from biblionet_reg.extensions import db
from biblionet_reg.models.account import StaffAccount
from biblionet_reg.models.audit import AuditEntry
from biblionet_reg.models.edition import Edition


def own_deed(subject_kind: str, key: UUID, *, edition: Edition, account: StaffAccount) -> AuditEntry | None:
    """Return the entry of a deed of this account in this edition, None where there is no such deed of theirs."""
    done = select(AuditEntry).where(
        AuditEntry.subject_kind == subject_kind,
        AuditEntry.subject_code == str(key),
        AuditEntry.edition_id == edition.id,
        AuditEntry.actor == account.email,
    )
    return db.session.scalar(done)
