"""The working programme (sessions and slots) and its published versions."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from biblionet_reg.domain.programme import VERSION_NAME_LIMIT, SessionKind, new_key
from biblionet_reg.domain.text import LocalText
from biblionet_reg.models.base import Base, enum_type, primary_key
from biblionet_reg.models.edition import Edition, Room
from biblionet_reg.models.submission import Submission


class ProgrammeSession(Base):
    """A block of the programme; without a room it is for everybody (a break, an excursion). Addresses name it by `key`."""

    __tablename__ = "programme_session"
    __table_args__ = (
        UniqueConstraint("key", name="uq_programme_session_key"),
        CheckConstraint("ends_at > starts_at", name="times_in_order"),
        Index("ix_programme_session_edition_starts", "edition_id", "starts_at"),
    )

    id: Mapped[int] = primary_key()
    key: Mapped[str] = mapped_column(String(10), default=new_key)
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id", ondelete="RESTRICT"))
    room_id: Mapped[int | None] = mapped_column(ForeignKey("room.id", ondelete="RESTRICT"), index=True)
    kind: Mapped[SessionKind] = mapped_column(enum_type(SessionKind, "kind"))
    title: Mapped[LocalText]
    chair_name: Mapped[str] = mapped_column(String(200), default="")
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    is_demo: Mapped[bool] = mapped_column(default=False)

    edition: Mapped[Edition] = relationship()
    room: Mapped[Room | None] = relationship()
    slots: Mapped[list["Slot"]] = relationship(back_populates="programme_session", order_by="Slot.starts_at", cascade="all, delete-orphan")


class Slot(Base):
    """A presentation's place: a submission, or a title of its own (a greeting, an invited talk)."""

    __tablename__ = "slot"
    __table_args__ = (
        UniqueConstraint("key", name="uq_slot_key"),
        CheckConstraint("ends_at > starts_at", name="times_in_order"),
        UniqueConstraint("submission_id", name="uq_slot_submission_id"),
    )

    id: Mapped[int] = primary_key()
    key: Mapped[str] = mapped_column(String(10), default=new_key)
    programme_session_id: Mapped[int] = mapped_column(ForeignKey("programme_session.id", ondelete="CASCADE"), index=True)
    submission_id: Mapped[int | None] = mapped_column(ForeignKey("submission.id", ondelete="RESTRICT"))
    title: Mapped[LocalText]
    presenter_name: Mapped[str] = mapped_column(String(200), default="")
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]

    programme_session: Mapped[ProgrammeSession] = relationship(back_populates="slots")
    submission: Mapped[Submission | None] = relationship()


class ProgrammeVersion(Base):
    """A published programme: `content` is a frozen copy that later edits never touch."""

    __tablename__ = "programme_version"
    __table_args__ = (
        UniqueConstraint("edition_id", "name", name="uq_programme_version_edition_name"),
        UniqueConstraint("edition_id", "number", name="uq_programme_version_edition_number"),
    )

    id: Mapped[int] = primary_key()
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id", ondelete="RESTRICT"))
    number: Mapped[int]
    name: Mapped[str] = mapped_column(String(VERSION_NAME_LIMIT))
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    is_demo: Mapped[bool] = mapped_column(default=False)
    published_at: Mapped[datetime]
    published_by: Mapped[str] = mapped_column(String(254))

    edition: Mapped[Edition] = relationship()
