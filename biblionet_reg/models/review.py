"""Reviews and decisions on submissions."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from biblionet_reg.domain.review import DecisionState, Outcome, Recommendation
from biblionet_reg.domain.submission import SubmissionKind
from biblionet_reg.models.account import StaffAccount
from biblionet_reg.models.base import Base, enum_type, primary_key
from biblionet_reg.models.letter import Letter
from biblionet_reg.models.submission import Submission

_PENDING = text("state = 'pending'")


class Review(Base):
    """One reviewer's opinion of one submission."""

    __tablename__ = "review"
    __table_args__ = (
        UniqueConstraint("submission_id", "reviewer_id", name="uq_review_submission_reviewer"),
        CheckConstraint("score BETWEEN 1 AND 5", name="score_in_range"),
    )

    id: Mapped[int] = primary_key()
    submission_id: Mapped[int] = mapped_column(ForeignKey("submission.id", ondelete="CASCADE"))
    reviewer_id: Mapped[int] = mapped_column(ForeignKey("staff_account.id", ondelete="RESTRICT"), index=True)
    score: Mapped[int]
    recommendation: Mapped[Recommendation] = mapped_column(enum_type(Recommendation, "recommendation"))
    comment_for_authors: Mapped[str] = mapped_column(Text, default="")
    comment_for_chairs: Mapped[str] = mapped_column(Text, default="")
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    submission: Mapped[Submission] = relationship()
    reviewer: Mapped[StaffAccount] = relationship()


class Decision(Base):
    """The chair's act: pending with its draft letter, then released."""

    __tablename__ = "decision"
    __table_args__ = (
        Index("uq_decision_pending_submission", "submission_id", unique=True, sqlite_where=_PENDING, postgresql_where=_PENDING),
        CheckConstraint("(state = 'released') = (released_at IS NOT NULL)", name="released_with_at"),
        CheckConstraint("(released_at IS NULL) = (released_by_id IS NULL)", name="released_at_with_by"),
    )

    id: Mapped[int] = primary_key()
    submission_id: Mapped[int] = mapped_column(ForeignKey("submission.id", ondelete="CASCADE"), index=True)
    outcome: Mapped[Outcome] = mapped_column(enum_type(Outcome, "outcome"))
    accepted_as: Mapped[SubmissionKind | None] = mapped_column(enum_type(SubmissionKind, "accepted_as"))
    message: Mapped[str] = mapped_column(Text, default="")
    state: Mapped[DecisionState] = mapped_column(enum_type(DecisionState, "state"))
    letter_id: Mapped[int | None] = mapped_column(ForeignKey("letter.id", ondelete="SET NULL"))
    decided_at: Mapped[datetime]
    decided_by_id: Mapped[int] = mapped_column(ForeignKey("staff_account.id", ondelete="RESTRICT"))
    released_at: Mapped[datetime | None]
    released_by_id: Mapped[int | None] = mapped_column(ForeignKey("staff_account.id", ondelete="RESTRICT"))

    submission: Mapped[Submission] = relationship()
    letter: Mapped[Letter | None] = relationship()
    decided_by: Mapped[StaffAccount] = relationship(foreign_keys=[decided_by_id])
