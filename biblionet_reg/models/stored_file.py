"""A file that people uploaded or a job made; its bytes are in the storage under `key`."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from biblionet_reg.models.base import Base, primary_key


class StoredFile(Base):
    """`upload_key` is set while the form that brought the file is not yet sent.

    A picture of an edition has `picture_name`, under which everybody may see it.
    """

    __tablename__ = "stored_file"
    __table_args__ = (
        CheckConstraint("size >= 0", name="size_not_negative"),
        CheckConstraint("(edition_id IS NULL) = (picture_name IS NULL)", name="picture_of_edition"),
        UniqueConstraint("edition_id", "picture_name", name="uq_stored_file_edition_picture"),
    )

    id: Mapped[int] = primary_key()
    key: Mapped[str] = mapped_column(String(200), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    media_type: Mapped[str] = mapped_column(String(100))
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    upload_key: Mapped[str | None] = mapped_column(String(64), unique=True)
    submission_id: Mapped[int | None] = mapped_column(ForeignKey("submission.id", ondelete="CASCADE"), index=True)
    edition_id: Mapped[int | None] = mapped_column(ForeignKey("edition.id", ondelete="CASCADE"))
    picture_name: Mapped[str | None] = mapped_column(String(60), index=True)
    created_at: Mapped[datetime]
