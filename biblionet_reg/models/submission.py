"""A submission with its ordered authors, the partners it tells about, and its file."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from biblionet_reg.domain.institution import InstitutionKind
from biblionet_reg.domain.language import Lang
from biblionet_reg.domain.submission import SubmissionKind, SubmissionState
from biblionet_reg.domain.text import LocalText
from biblionet_reg.models.base import Base, enum_type, primary_key
from biblionet_reg.models.edition import Edition, PartnerSector, Subtopic
from biblionet_reg.models.person import Person
from biblionet_reg.models.sort_keys import InAlphabet
from biblionet_reg.models.stored_file import StoredFile


class Submission(InAlphabet, Base):
    """A proposal on its way. Only `services.submissions.move` assigns `state`."""

    __tablename__ = "submission"
    __table_args__ = (
        UniqueConstraint("edition_id", "form_key", name="uq_submission_edition_form_key"),
        CheckConstraint("(state = 'withdrawn') = (withdrawn_at IS NOT NULL)", name="withdrawn_with_at"),
        CheckConstraint("(withdrawn_at IS NULL) = (withdrawn_by IS NULL)", name="withdrawn_at_with_by"),
        Index("ix_submission_edition_state", "edition_id", "state"),
        Index("ix_submission_edition_submitted", "edition_id", "submitted_at"),
        Index("ix_submission_edition_sort", "edition_id", "sort_key"),
        Index("ix_submission_edition_sort_latin", "edition_id", "sort_key_latin"),
        Index("ix_submission_edition_sort_english", "edition_id", "sort_key_english"),
    )

    id: Mapped[int] = primary_key()
    code: Mapped[str] = mapped_column(String(10), unique=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id", ondelete="RESTRICT"))
    subtopic_id: Mapped[int] = mapped_column(ForeignKey("subtopic.id", ondelete="RESTRICT"), index=True)
    kind: Mapped[SubmissionKind] = mapped_column(enum_type(SubmissionKind, "kind"))
    title: Mapped[LocalText]
    abstract: Mapped[LocalText]
    keywords: Mapped[LocalText]
    language: Mapped[Lang] = mapped_column(enum_type(Lang, "language"))
    state: Mapped[SubmissionState] = mapped_column(enum_type(SubmissionState, "state"))
    form_key: Mapped[str] = mapped_column(String(36))
    is_demo: Mapped[bool] = mapped_column(default=False)
    submitted_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by: Mapped[str | None] = mapped_column(String(254))

    edition: Mapped[Edition] = relationship()
    subtopic: Mapped[Subtopic] = relationship()
    authors: Mapped[list["Author"]] = relationship(back_populates="submission", order_by="Author.position", cascade="all, delete-orphan")
    partners: Mapped[list["Partner"]] = relationship(order_by="Partner.position", cascade="all, delete-orphan")
    files: Mapped[list[StoredFile]] = relationship(order_by=StoredFile.id)


class Author(Base):
    """A person on a submission, in order, as given that year; `other_*` as for a registration."""

    __tablename__ = "author"
    __table_args__ = (
        UniqueConstraint("submission_id", "position", name="uq_author_submission_position"),
        CheckConstraint("position >= 1", name="position_from_one"),
    )

    id: Mapped[int] = primary_key()
    submission_id: Mapped[int] = mapped_column(ForeignKey("submission.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"), index=True)
    institution_id: Mapped[int | None] = mapped_column(ForeignKey("institution.id", ondelete="SET NULL"), index=True)
    position: Mapped[int]
    given_name: Mapped[str] = mapped_column(String(100))
    family_name: Mapped[str] = mapped_column(String(100))
    other_given_name: Mapped[str] = mapped_column(String(100), default="", server_default="")
    other_family_name: Mapped[str] = mapped_column(String(100), default="", server_default="")
    email: Mapped[str] = mapped_column(String(254), default="")
    institution_name: Mapped[str] = mapped_column(String(200), default="")
    institution_place: Mapped[str] = mapped_column(String(100), default="")
    institution_kind: Mapped[InstitutionKind] = mapped_column(enum_type(InstitutionKind, "institution_kind"))
    is_presenter: Mapped[bool] = mapped_column(default=False)
    is_corresponding: Mapped[bool] = mapped_column(default=False)

    submission: Mapped[Submission] = relationship(back_populates="authors")
    person: Mapped[Person] = relationship()


#: The columns of an author's name, in the order of `PersonName`.
AUTHOR_NAME = (Author.given_name, Author.family_name, Author.other_given_name, Author.other_family_name)


class Partner(Base):
    """An institution the submission tells about, with its sector."""

    __tablename__ = "partner"
    __table_args__ = (UniqueConstraint("submission_id", "position", name="uq_partner_submission_position"),)

    id: Mapped[int] = primary_key()
    submission_id: Mapped[int] = mapped_column(ForeignKey("submission.id", ondelete="CASCADE"))
    sector_id: Mapped[int] = mapped_column(ForeignKey("partner_sector.id", ondelete="RESTRICT"), index=True)
    position: Mapped[int]
    name: Mapped[str] = mapped_column(String(200))

    sector: Mapped[PartnerSector] = relationship()
