"""The audit ledger: who did what to what, when and from where. Rows are only ever added; triggers of the database see to it."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from biblionet_reg.domain.audit_chain import ChainEntry
from biblionet_reg.models.base import Base, primary_key

#: The chain of what belongs to no edition, and what people call it (an edition's is called by its slug).
INSTALLATION, INSTALLATION_NAME = 0, "installation"


class AuditEntry(Base):
    """`actor` is an account's address, a public code, or the name of a command; `details` hold no personal answers.

    `changes` (old and new values by field) and `origin` (a network address) stand beside the chain, each `{"salt", "value"}`,
    with its digest in the chain; they may be blanked, nothing else of a sealed entry may change. `number` and `digest` are
    given when the use-case commits; the first of a chain has number 1.
    """

    __tablename__ = "audit_entry"
    __table_args__ = (
        Index("ix_audit_entry_edition_at", "edition_id", "at"),
        Index("ix_audit_entry_subject", "subject_kind", "subject_code"),
        UniqueConstraint("chain", "number", name="uq_audit_entry_chain_number"),
        CheckConstraint("(number IS NULL) = (digest IS NULL)", name="number_with_digest"),
    )

    id: Mapped[int] = primary_key()
    at: Mapped[datetime]
    edition_id: Mapped[int | None] = mapped_column(ForeignKey("edition.id", ondelete="RESTRICT"))
    actor: Mapped[str] = mapped_column(String(254))
    action: Mapped[str] = mapped_column(String(60))
    subject_kind: Mapped[str] = mapped_column(String(40))
    subject_code: Mapped[str] = mapped_column(String(80))
    details: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    chain: Mapped[int]
    number: Mapped[int | None]
    digest: Mapped[str | None] = mapped_column(String(64))
    changes: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    changes_digest: Mapped[str | None] = mapped_column(String(64))
    origin: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    origin_digest: Mapped[str | None] = mapped_column(String(64))

    def said(self) -> ChainEntry:
        """Return what the chain holds of an entry that has its number."""
        assert self.number is not None
        return ChainEntry(
            chain=self.chain,
            number=self.number,
            at=self.at,
            actor=self.actor,
            action=self.action,
            subject_kind=self.subject_kind,
            subject_code=self.subject_code,
            details=self.details,
            changes=self.changes_digest,
            origin=self.origin_digest,
        )


class AuditChain(Base):
    """Where a chain ends: whoever adds to it locks this row until the commit. `chain` is an edition's id, or INSTALLATION."""

    __tablename__ = "audit_chain"

    chain: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64))
