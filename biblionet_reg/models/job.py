"""Background jobs: this row is the truth; the queue carries only its id."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from biblionet_reg.domain.job import JobKind, JobState
from biblionet_reg.models.base import Base, enum_type, primary_key
from biblionet_reg.models.edition import Edition
from biblionet_reg.models.stored_file import StoredFile


class Job(Base):
    """A worker owns a running job until `lease_until`; after that another may take it up."""

    __tablename__ = "job"
    __table_args__ = (
        CheckConstraint("state <> 'running' OR lease_until IS NOT NULL", name="running_with_lease"),
        CheckConstraint("state <> 'done' OR file_id IS NOT NULL", name="done_with_file"),
        Index("ix_job_state_lease", "state", "lease_until"),
    )

    id: Mapped[int] = primary_key()
    code: Mapped[str] = mapped_column(String(36), unique=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id", ondelete="RESTRICT"), index=True)
    kind: Mapped[JobKind] = mapped_column(enum_type(JobKind, "kind"))
    parameters: Mapped[dict[str, Any]] = mapped_column(JSON)
    state: Mapped[JobState] = mapped_column(enum_type(JobState, "state"))
    tries: Mapped[int] = mapped_column(default=0)
    error: Mapped[str] = mapped_column(Text, default="")
    file_id: Mapped[int | None] = mapped_column(ForeignKey("stored_file.id", ondelete="RESTRICT"))
    created_at: Mapped[datetime]
    created_by: Mapped[str] = mapped_column(String(254))
    lease_until: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]

    edition: Mapped[Edition] = relationship()
    file: Mapped[StoredFile | None] = relationship()
