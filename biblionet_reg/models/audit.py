"""The audit ledger: who did what to what, and when. Rows are only ever added."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from biblionet_reg.models.base import Base, primary_key


class AuditEntry(Base):
    """`actor` is an account's address, a public code, or the name of a command; no personal answers."""

    __tablename__ = "audit_entry"
    __table_args__ = (
        Index("ix_audit_entry_edition_at", "edition_id", "at"),
        Index("ix_audit_entry_subject", "subject_kind", "subject_code"),
    )

    id: Mapped[int] = primary_key()
    at: Mapped[datetime]
    edition_id: Mapped[int | None] = mapped_column(ForeignKey("edition.id", ondelete="RESTRICT"))
    actor: Mapped[str] = mapped_column(String(254))
    action: Mapped[str] = mapped_column(String(60))
    subject_kind: Mapped[str] = mapped_column(String(40))
    subject_code: Mapped[str] = mapped_column(String(80))
    details: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
