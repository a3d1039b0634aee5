"""The table of forms that are begun and not sent."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from biblionet_reg.domain.draft import KEPT_FOR, DraftNoun, KeptDraft
from biblionet_reg.models.base import Base, enum_type, primary_key


class Draft(Base):
    """What one browser typed into one form; only the hash of what the browser holds is kept.

    `answers` are pairs of name and value, `pages` as in KeptDraft.
    """

    __tablename__ = "draft"

    id: Mapped[int] = primary_key()
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id", ondelete="CASCADE"), index=True)
    noun: Mapped[DraftNoun] = mapped_column(enum_type(DraftNoun, "noun"))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    answers: Mapped[list[list[str]]] = mapped_column(JSON)
    pages: Mapped[list[str]] = mapped_column(JSON)
    begun_at: Mapped[datetime]
    updated_at: Mapped[datetime] = mapped_column(index=True)

    def read(self) -> KeptDraft:
        """Return what it holds now; it is erased at `kept_until` unless somebody goes on with it."""
        return KeptDraft(self.id, tuple((name, value) for name, value in self.answers), tuple(self.pages), self.updated_at + KEPT_FOR)
